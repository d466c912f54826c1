from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, listed, tag

TABLES = ("table", "table_with_columns")
READING = {"DESCRIBE", "SELECT"}


class LakeFormationGrants(Policy):
    """
    A grant of Lake Formation is to one role of the stack, on one table, filter or database, and cannot be handed on; people
    get to read and nothing more.

    Why: IAMAllowedPrincipals stands for everybody, a wildcard for every table to come, and who may hand on decides in our place.
    Fix: grant to the role's ARN on a named table or filter; leave permissions_with_grant_option and wildcards out.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure Lake Formation grants name roles of the stack and hand nothing on",
            id="MR_LF_2",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_lakeformation_permissions"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Role, place and permissions are what such a grant may have.
        """
        roles = {item["arn"]: tag(item, "process") for item in self.planned("aws_iam_role")}
        principal = resource.get("principal")
        problems = [] if principal in roles else [f"is to {principal}, which is no role of the stack"]
        if listed(resource.get("permissions_with_grant_option")):
            problems.append("can be handed on")
        if resource.get("catalog_resource") is True or any(
            item.get("wildcard") is True for name in TABLES for item in blocks(resource.get(name))
        ):
            problems.append("is on more than what it names")
        more = sorted(set(listed(resource.get("permissions"))) - READING)
        if more and roles.get(principal, "").startswith("persona-"):
            problems.append(f"lets people {', '.join(more)}")
        return problems


check = LakeFormationGrants()
