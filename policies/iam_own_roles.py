from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks

NAMES = (
    *("role", "role_arn", "iam_role_arn", "deliver_cross_account_role", "service_role", "execution_role"),
    "execution_role_arn",
)


def _nested(resource: Resource) -> list[Resource]:
    """A resource and every block in it."""
    return [resource, *(found for value in resource.values() for item in blocks(value) for found in _nested(item))]


class IamOwnRoles(Policy):
    """
    A function, a job, a model, a state machine, a delivery stream, a cluster, a notebook, a feature group, a flow log and backups act
    under roles of their own stack.

    Why: what a role of another stack may do is in no plan of this one, so no check sees it.
    Fix: make the role in the stack, with the statements its process needs.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure what runs in a stack runs under a role of the stack",
            id="MR_IAM_6",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_backup_selection",
                "aws_cloudformation_stack",
                "aws_emr_cluster",
                "aws_flow_log",
                "aws_glue_catalog_table_optimizer",
                "aws_glue_job",
                "aws_kinesis_firehose_delivery_stream",
                "aws_lambda_function",
                "aws_sagemaker_data_quality_job_definition",
                "aws_sagemaker_domain",
                "aws_sagemaker_feature_group",
                "aws_sagemaker_model",
                "aws_sagemaker_pipeline",
                "aws_sagemaker_user_profile",
                "aws_sfn_state_machine",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every role the resource names is a resource of the plan.
        """
        own = {role["arn"] for role in self.planned("aws_iam_role")}
        named = [item.get(name) for item in _nested(resource) for name in NAMES]
        return [f"acts as {arn}, which is no role of the stack" for arn in named if arn and arn not in own]


check = IamOwnRoles()
