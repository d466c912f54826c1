from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block
from statements import statements

LONGEST = ("PT1H", "PT60M", "PT3600S", None, "")  # AWS takes an hour when none is given


class SsoPermissionSets(Policy):
    """
    A permission set lasts an hour, carries a boundary, lets people take on named roles only, and goes to groups.

    Why: a permission set is a role in every account it is assigned to, and no role's policy of that account shows it.
    Fix: make it with modules/foundation/permission_sets.py.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure permission sets are short, bounded and for groups",
            id="MR_SSO_1",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_ssoadmin_permission_set"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        What belongs to the permission set in the plan.
        """
        problems = [] if resource.get("session_duration") in LONGEST else ["sessions last longer than an hour"]
        bounds = self._of(resource, "aws_ssoadmin_permissions_boundary_attachment")
        if not any(block(item.get("permissions_boundary")) for item in bounds):
            problems.append("carries no boundary")
        assigned = self._of(resource, "aws_ssoadmin_account_assignment")
        problems += ["is assigned to a single person" for item in assigned if item.get("principal_type") != "GROUP"]
        accounts = {str(item.get("target_id")) for item in assigned}
        for item in self._of(resource, "aws_ssoadmin_permission_set_inline_policy"):
            for statement in statements(item.get("inline_policy")):
                elsewhere = {arn.split(":")[4] for arn in statement.resources if arn.count(":") > 4} - accounts
                if statement.allows and assigned and elsewhere:
                    problems.append(
                        f"lets people into account {', '.join(sorted(elsewhere))}, to which it is not assigned"
                    )
                wide = statement.inverted or set(statement.actions) != {"sts:AssumeRole"}
                roles = all(":role/" in arn and not arn.endswith(":role/*") for arn in statement.resources)
                if statement.allows and (wide or not roles):
                    problems.append("allows more than to take on named roles")
        managed = self._of(resource, "aws_ssoadmin_managed_policy_attachment")
        return [*problems, *(f"has {item.get('managed_policy_arn')}" for item in managed)]

    def _of(self, resource: Resource, kind: str) -> list[Resource]:
        return [item for item in self.planned(kind) if item.get("permission_set_arn") == resource["arn"]]


check = SsoPermissionSets()
