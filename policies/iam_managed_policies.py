from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed


class IamManagedPolicies(Policy):
    """
    What a role may do stands in policies of its own stack.

    Why: a managed policy of AWS is wide, changes without notice, and is in no plan, so no check sees what it
    allows.
    Fix: write the statements the process needs into a policy of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure roles have no policies from outside their stack",
            id="MR_IAM_4",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_policy_attachment", "aws_iam_role", "aws_iam_role_policy_attachment"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every attached policy is a resource of the plan.
        """
        own = {policy["arn"] for policy in self.planned("aws_iam_policy")}
        attached = [*listed(resource.get("policy_arn")), *listed(resource.get("managed_policy_arns"))]
        return [f"has {arn}, which is no policy of the stack" for arn in attached if arn not in own]


check = IamManagedPolicies()
