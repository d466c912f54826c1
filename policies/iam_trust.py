from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account
from statements import Statement, pinned_to, principal_problems, statements

ASSUME = frozenset({"sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"})
ACCOUNTLESS = ("ec2.amazonaws.com",)  # assumes roles of instances only, without saying for which account

SAML = frozenset({"sts:AssumeRoleWithSAML", "sts:TagSession"})
WEB = frozenset({"sts:AssumeRoleWithWebIdentity"})
OLDEST_MFA = 3600  # seconds since the sign-in with a second factor


def _federated_problems(statement: Statement, provider: str, owner: str) -> list[str]:
    """
    A provider of the account, asked for its own kind of token, which is meant for AWS or for named subjects.
    """
    start, _, issuer = provider.partition("-provider/")
    if start.split(":")[4:] not in ([owner, "saml"], [owner, "oidc"]):
        return [f"trusts {provider}, which is no provider of the account"]
    if start.endswith("saml"):
        audience = statement.values("SAML:aud", "StringEquals")
        wrong = set(statement.actions) - SAML
        return [] if audience and not wrong else [f"trusts any assertion of {provider}"]
    exact = [statement.values(f"{issuer}:{claim}", "StringEquals") for claim in ("aud", "sub")]
    wild = any(set(value) & set("*?") for values in exact for value in values)
    wrong = set(statement.actions) - WEB
    return [] if all(exact) and not wild and not wrong else [f"trusts any token of {provider}"]


def _user_problems(statement: Statement, user: str) -> list[str]:
    present = statement.values("aws:MultiFactorAuthPresent", "Bool") == ("true",)
    ages = statement.values("aws:MultiFactorAuthAge", "NumericLessThan", "NumericLessThanEquals")
    recent = bool(ages) and all(age.isdecimal() and int(age) <= OLDEST_MFA for age in ages)
    return [] if present and recent else [f"trusts the user {user} without a recent second factor"]


WAREHOUSE = {"redshift.amazonaws.com", "redshift-serverless.amazonaws.com"}
"""Two names of one service, which takes a role on by either."""


def _mixture(allowing: list[Statement]) -> list[str]:
    services = {value for item in allowing for kind, value in item.principals if kind == "Service"}
    others = {value for item in allowing for kind, value in item.principals if kind != "Service"}
    problems = [f"serves {', '.join(sorted(services))}"] if len(services) > 1 and services != WAREHOUSE else []
    return (
        [*problems, f"serves {', '.join(sorted(services))} and {', '.join(sorted(others))}"]
        if services and others
        else problems
    )


class IamTrust(Policy):
    """
    A role trusts one service, or named principals of its own account, or a provider of it for named people.

    Why: whoever may assume a role has all it may do; a foreign account or a wildcard hands that out of sight, and a second
    service does with it what was meant for the first.
    Fix: name the roles of the environment in the trust policy; give the account root only with a condition on
    aws:PrincipalArn, and services one on aws:SourceAccount; users need a second factor, providers an audience and,
    for OIDC, subjects letter by letter.
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
        allowing = [item for item in statements(resource.get("assume_role_policy")) if item.allows]
        problems = _mixture(allowing)
        for statement in allowing:
            if statement.inverted or not statement.principals:
                problems.append("allows by exclusion")
            federated = {kind for kind, _ in statement.principals} == {"Federated"}
            if set(statement.actions) - ASSUME and not federated:
                problems.append(f"allows {', '.join(statement.actions)}")
            for kind, value in statement.principals:
                if kind == "Federated":
                    problems.extend(_federated_problems(statement, value, account(resource)))
                    continue
                if kind == "AWS" and ":user/" in value:
                    problems.extend(_user_problems(statement, value))
                problems.extend(principal_problems(statement, kind, value, account(resource)))
                if kind == "Service" and value not in ACCOUNTLESS and not pinned_to(statement, account(resource)):
                    problems.append(f"serves {value} for any account")
        return problems


check = IamTrust()
