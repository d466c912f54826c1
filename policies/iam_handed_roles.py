from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import is_boundary, looks_after
from planned import Policy, Resource
from statements import EXACT, Statement, identity_statements, statements

HANDING_ON = "iam:PassRole"


def _trusted(role: Resource) -> set[str]:
    return {value for item in statements(role.get("assume_role_policy")) for _, value in item.principals}


class IamHandedRoles(Policy):
    """
    A process hands on roles of its stack that it names, each to the one service that the role trusts.

    Why: who may hand a role to a service does, through it, whatever the role may do; a wildcard or another service hands out
    rights that nobody meant.
    Fix: name the role, and the service with a condition on iam:PassedToService; let the role trust this service alone.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a process hands on roles of its stack only, and to the service they are for",
            id="MR_IAM_14",
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
        Every role in such a statement is of the plan, and trusts no other service than the one in the condition.
        """
        if is_boundary(self, resource) or looks_after(self, resource):
            return []
        roles = {role["arn"]: role for role in self.planned("aws_iam_role")}
        handing = [item for item in identity_statements(resource) if item.may(HANDING_ON)]
        return [problem for item in handing for problem in self._handed(item, roles)]

    def _handed(self, statement: Statement, roles: dict[str, Resource]) -> list[str]:
        services = set(statement.values("iam:PassedToService", *EXACT))
        if len(services) != 1 or any(set(name) & set("*?") for name in services) or statement.inverted:
            return ["hands on roles without saying to which one service"]
        foreign = [arn for arn in statement.resources if arn not in roles]
        wrong = [arn for arn in statement.resources if arn in roles and _trusted(roles[arn]) != services]
        return [f"hands on {arn}, which is no role of the stack" for arn in foreign] + [
            f"hands on {arn}, which is not for {', '.join(services)} alone" for arn in wrong
        ]


check = IamHandedRoles()
