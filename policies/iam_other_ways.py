from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import ACCOUNT_BLUEPRINTS, boundary_of
from planned import Policy, Resource, listed, tag
from statements import identity_statements

ASSUME = "sts:AssumeRole"


def _provider_problems(resource: Resource) -> list[str]:
    audiences = [str(item) for item in listed(resource.get("client_id_list"))]
    named = audiences and not any(set(item) & set("*?") for item in audiences)
    safe = named and str(resource.get("url")).startswith("https://")
    return [] if safe else ["takes tokens of any audience, or over plain HTTP"]


class IamOtherWays(Policy):
    """
    Access is given by the policies of roles, buckets, keys, queues and topics, and in no other way.

    In an account's own blueprint, a provider whose roles MR_IAM_3 judges and users that may only take on a role pass.

    Why: grants, access lists, access points, shares, long-lived keys and subscriptions give access that none of those
    policies shows.
    Fix: state the flow in the graph, so that role and store get their statements; people take on roles.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure access is given by policies the gate reads, and in no other way",
            id="MR_IAM_10",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_ami_launch_permission",
                "aws_backup_vault_policy",
                "aws_cloudwatch_event_bus_policy",
                "aws_cloudwatch_event_permission",
                "aws_cloudwatch_log_destination_policy",
                "aws_cloudwatch_log_resource_policy",
                "aws_cloudwatch_log_subscription_filter",
                "aws_dynamodb_resource_policy",
                "aws_ecr_repository_policy",
                "aws_glue_resource_policy",
                "aws_iam_access_key",
                "aws_iam_group",
                "aws_iam_openid_connect_provider",
                "aws_iam_saml_provider",
                "aws_iam_service_specific_credential",
                "aws_iam_user",
                "aws_iam_user_login_profile",
                "aws_iam_user_ssh_key",
                "aws_kinesis_resource_policy",
                "aws_kinesis_stream_consumer",
                "aws_kms_grant",
                "aws_lambda_function_url",
                "aws_lambda_layer_version_permission",
                "aws_quicksight_folder_membership",
                "aws_quicksight_group_membership",
                "aws_quicksight_user",
                "aws_ram_principal_association",
                "aws_ram_resource_share",
                "aws_redshift_data_share_authorization",
                "aws_redshift_endpoint_access",
                "aws_redshift_endpoint_authorization",
                "aws_redshift_resource_policy",
                "aws_redshiftserverless_endpoint_access",
                "aws_redshiftserverless_resource_policy",
                "aws_s3_access_point",
                "aws_s3_bucket_acl",
                "aws_s3_bucket_cors_configuration",
                "aws_s3_bucket_replication_configuration",
                "aws_s3_bucket_website_configuration",
                "aws_s3_object_acl",
                "aws_s3control_access_grant",
                "aws_sagemaker_notebook_instance",
                "aws_secretsmanager_secret_policy",
                "aws_snapshot_create_volume_permission",
                "aws_vpc_endpoint_service",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        A resource of such a type is a problem by itself, but for a list that names the owner alone and for the account's own.
        """
        kind = resource["address"].split(".")[0]
        if tag(resource, "blueprint") in ACCOUNT_BLUEPRINTS and kind == "aws_iam_openid_connect_provider":
            return _provider_problems(resource)
        if tag(resource, "blueprint") in ACCOUNT_BLUEPRINTS and kind == "aws_iam_user":
            return self._user_problems(resource)
        private = resource.get("acl") == "private" and not resource.get("access_control_policy")
        return [] if private else [f"{kind} gives access beside the policies"]

    def _user_problems(self, user: Resource) -> list[str]:
        """
        A sealed user has a boundary of the plan that lets it take on a role and do nothing else.
        """
        sealed = boundary_of(self, user)
        allowed = {action for item in identity_statements(sealed or {}) for action in item.actions}
        return [] if sealed and allowed == {ASSUME} else ["is no sealed user: it may do more than take on a role"]


check = IamOtherWays()
