from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class IamOtherWays(Policy):
    """
    Access is given by the policies of roles, buckets, keys, queues and topics, and in no other way.

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
                "aws_cloudwatch_log_resource_policy",
                "aws_cloudwatch_log_subscription_filter",
                "aws_glue_resource_policy",
                "aws_iam_access_key",
                "aws_iam_group",
                "aws_iam_openid_connect_provider",
                "aws_iam_saml_provider",
                "aws_iam_user",
                "aws_kinesis_resource_policy",
                "aws_kms_grant",
                "aws_lambda_function_url",
                "aws_ram_principal_association",
                "aws_ram_resource_share",
                "aws_s3_access_point",
                "aws_s3_bucket_acl",
                "aws_s3_bucket_replication_configuration",
                "aws_s3_bucket_website_configuration",
                "aws_s3_object_acl",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        A resource of such a type is a problem by itself, but for a list that names the owner alone.
        """
        kind = resource["address"].split(".")[0]
        private = resource.get("acl") == "private" and not resource.get("access_control_policy")
        return [] if private else [f"{kind} gives access beside the policies"]


check = IamOtherWays()
