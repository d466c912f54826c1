from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import is_boundary, looks_after
from planned import Policy, Resource
from statements import Statement, identity_statements

ASKING = ("sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointAsync", "sagemaker:InvokeEndpointWithResponseStream")
MAKING = (
    *(
        "sagemaker:CreateModel",
        "sagemaker:CreateEndpointConfig",
        "sagemaker:CreateEndpoint",
        "sagemaker:UpdateEndpoint",
    ),
    *("sagemaker:CreateInferenceComponent", "sagemaker:UpdateEndpointWeightsAndCapacities"),
)


def _problems(statement: Statement) -> list[str]:
    made = [action for action in MAKING if statement.may(action)]
    problems = [f"allows {action}" for action in made]
    if not statement.may(*ASKING):
        return problems
    ways = statement.values("aws:SourceVpce", "StringEquals")
    if not ways or any(set(way) & set("*?") for way in ways):
        problems.append("asks endpoints from anywhere")
    return problems


class IamMlAsking(Policy):
    """
    Who asks an endpoint does so through VPC endpoints that are named, and no process of a stack makes models or endpoints.

    Why: an endpoint of SageMaker has no address of its own in a network; only the condition keeps requests off the internet. A
    process that makes models could put one into use that nobody has approved.
    Fix: put the condition StringEquals aws:SourceVpce with the VPC endpoints of the callers on sagemaker:InvokeEndpoint and
    InvokeEndpointAsync; leave CreateModel and the like to the role that deploys.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure endpoints are asked from private networks, and made by deployment only",
            id="MR_IAM_22",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_iam_group_policy",
                "aws_iam_policy",
                "aws_iam_role",
                "aws_iam_role_policy",
                "aws_iam_user_policy",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every Allow.
        """
        if is_boundary(self, resource) or looks_after(self, resource):
            return []
        return [problem for statement in identity_statements(resource) for problem in _problems(statement)]


check = IamMlAsking()
