from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, listed

ROLES = ("iam_role", "iam_roles", "role_arn", "default_iam_role_arn")


class WarehouseRoles(Policy):
    """
    A warehouse, what schedules it, and QuickSight's interfaces act under roles of their own stack.

    Why: what a role of another stack may do is in no plan of this one, so no check sees it.
    Fix: make the role in the stack, with the statements its process needs.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure what runs around a warehouse runs under roles of the stack",
            id="MR_IAM_17",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_quicksight_vpc_connection",
                "aws_redshift_cluster",
                "aws_redshift_scheduled_action",
                "aws_redshiftserverless_namespace",
                "aws_scheduler_schedule",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every role the resource names is a resource of the plan.
        """
        own = {role["arn"] for role in self.planned("aws_iam_role")}
        places = (resource, *blocks(resource.get("target")))
        named = {arn for item in places for name in ROLES for arn in listed(item.get(name))}
        problems = [] if named else ["acts under no role that is named"]
        return problems + [f"acts as {arn}, which is no role of the stack" for arn in sorted(named - own)]


check = WarehouseRoles()
