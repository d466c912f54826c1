from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import ACCOUNT_BLUEPRINTS, boundary_of, ceiling_of
from planned import Policy, Resource, tag

BOUNDLESS = ("/AdministratorAccess", "/PowerUserAccess", "FullAccess")
"""Endings of the names of policies of AWS that allow whole services."""


class IamBounded(Policy):
    """
    Every role of a stack carries one boundary that bounds, and all the same one; a role that administers an account carries
    one of its own stack.

    Why: a single role without the boundary is the way around it.
    Fix: set `permission_boundary` in the environment; a role gets it from modules/foundation/role.py.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure every role carries the permission boundary",
            id="MR_IAM_11",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role", "aws_iam_user"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The boundary of the others, or one of the plan made for this role.
        """
        carried = resource.get("permissions_boundary")
        if tag(resource, "blueprint") in ACCOUNT_BLUEPRINTS:
            return [] if boundary_of(self, resource) else [f"carries {carried or 'none'}, no boundary of the stack"]
        if str(carried).endswith(BOUNDLESS):
            return [f"carries {carried}, which bounds nothing"]
        if ceiling_of(self, resource):
            return []
        if not carried:
            return ["carries no boundary"]
        roles = [role for role in self.planned("aws_iam_role") if not ceiling_of(self, role)]
        others = {role.get("permissions_boundary") for role in roles} - {carried, None, ""}
        return [f"carries {carried}, and others carry {arn}" for arn in sorted(map(str, others))]


check = IamBounded()
