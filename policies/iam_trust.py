from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account
from statements import pinned_to, principal_problems, statements

ASSUME = frozenset({"sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"})
ACCOUNTLESS = ("ec2.amazonaws.com",)  # assumes roles of instances only, without saying for which account


class IamTrust(Policy):
    """
    A role trusts services, or named principals of its own account.

    Why: whoever may assume a role has all it may do; a foreign account or a wildcard hands that out of sight.
    Fix: name the roles of the environment in the trust policy; give the account root only with a condition on
    aws:PrincipalArn, and services one on aws:SourceAccount.
    """

    looks_at = ("assume_role_policy",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a role trusts named principals of its own account only",
            id="MR_IAM_3",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every principal an Allow names is one a role may trust.
        """
        problems = []
        for statement in statements(resource.get("assume_role_policy")):
            if not statement.allows:
                continue
            if statement.inverted or not statement.principals:
                problems.append("allows by exclusion")
            if set(statement.actions) - ASSUME:
                problems.append(f"allows {', '.join(statement.actions)}")
            for kind, value in statement.principals:
                problems.extend(principal_problems(statement, kind, value, account(resource)))
                if kind == "Service" and value not in ACCOUNTLESS and not pinned_to(statement, account(resource)):
                    problems.append(f"serves {value} for any account")
        return problems


check = IamTrust()
