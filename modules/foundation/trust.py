"""
Who may take on a role: roles, permission sets of IAM Identity Center, or people of an identity provider.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from modules.environment import Environment
from modules.params import DISTINCT, Params, RoleArn, text

PERMISSION_SET = "permission_set:"
SUFFIX = "?" * 16
"""Identity Center ends the name of a permission set's role with 16 characters that nobody knows beforehand."""

PermissionSetName = Annotated[
    str, text(r"^[A-Za-z0-9+=,.@-]{1,32}$", "the name of a permission set: 1 to 32 letters, digits or + = , . @ -")
]

SamlProviderArn = Annotated[
    str,
    text(
        r"^arn:(aws|aws-us-gov|aws-cn):iam::[0-9]{12}:saml-provider/[A-Za-z0-9._-]{1,128}$",
        "the ARN of a SAML provider, such as arn:aws:iam::111122223333:saml-provider/company",
    ),
]

OidcProviderArn = Annotated[
    str,
    text(
        r"^arn:(aws|aws-us-gov|aws-cn):iam::[0-9]{12}:oidc-provider/[A-Za-z0-9./_-]{1,255}$",
        "the ARN of an OIDC provider, such as arn:aws:iam::111122223333:oidc-provider/login.example.com",
    ),
]

Claim = Annotated[str, text(r"^[^*?${}]{1,256}$", "1 to 256 characters without * ? $ { }")]

SAML_AUDIENCES = {
    "aws": "https://signin.aws.amazon.com/saml",
    "aws-us-gov": "https://signin.amazonaws-us-gov.com/saml",
    "aws-cn": "https://signin.amazonaws.cn/saml",
}


class OidcTrust(Params):
    provider: OidcProviderArn
    """The OIDC provider, which exists in the account."""

    audience: Claim
    """What the claim `aud` must be."""

    subjects: Annotated[tuple[Claim, ...], Field(min_length=1), DISTINCT]
    """What the claim `sub` must be, one for each person or group; at least one, no wildcards."""


class Trusted(Params):
    """Those who may take on a role; at least one kind."""

    roles: Annotated[tuple[RoleArn, ...], DISTINCT] = ()
    """Roles of the account."""

    permission_sets: Annotated[tuple[PermissionSetName, ...], DISTINCT] = ()
    """Names of permission sets of IAM Identity Center that are assigned to the account."""

    saml_provider: SamlProviderArn | None = None
    """A SAML provider of the account that decides who gets the role; none when left out."""

    oidc: OidcTrust | None = None
    """People of an OIDC provider; none when left out."""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not (self.roles or self.permission_sets or self.saml_provider or self.oidc):
            raise ValueError("names nobody; give roles, permission_sets, saml_provider or oidc")
        return self

    def statements(self, environment: Environment) -> list[dict[str, Any]]:
        """The trust policy of a role for them."""
        names = [f"{PERMISSION_SET}{name}" for name in self.permission_sets]
        found = trusts([*self.roles, *names], environment)
        if self.saml_provider:
            found.append(saml_trust(self.saml_provider, environment))
        if self.oidc:
            found.append(oidc_trust(self.oidc.provider, self.oidc.audience, self.oidc.subjects))
        return found


def trusts(principals: Sequence[str], environment: Environment) -> list[dict[str, Any]]:
    """Statements for *principals*, as the personas of an environment name them."""
    names = [name.removeprefix(PERMISSION_SET) for name in principals if name.startswith(PERMISSION_SET)]
    roles = [name for name in principals if not name.startswith(PERMISSION_SET) and not is_federated(name)]
    found: list[dict[str, Any]] = []
    if roles:
        found.append({"Effect": "Allow", "Principal": {"AWS": sorted(roles)}, "Action": "sts:AssumeRole"})
    if names:
        patterns = [pattern for name in sorted(names) for pattern in permission_set_roles(name, environment)]
        found.append(
            {
                "Effect": "Allow",
                "Principal": {"AWS": f"arn:{environment.partition}:iam::{environment.account_id}:root"},
                "Action": "sts:AssumeRole",
                "Condition": {"ArnLike": {"aws:PrincipalArn": patterns}},
            }
        )
    return found + [_federated_trust(name, environment) for name in sorted(filter(is_federated, principals))]


def is_federated(principal: str) -> bool:
    """Whether people come from a provider of identities, so that none of their roles is known here."""
    return any(kind in principal for kind in (":saml-provider/", ":oidc-provider/"))


def _federated_trust(principal: str, environment: Environment) -> dict[str, Any]:
    provider, _, claims = principal.partition("?aud=")
    if not claims:
        return saml_trust(provider, environment)
    audience, _, subject = claims.partition("&sub=")
    return oidc_trust(provider, audience, [subject])


def permission_set_roles(name: str, environment: Environment) -> list[str]:
    """
    `ArnLike` patterns of the role that Identity Center makes of a permission set in the account.

    The role's path holds Identity Center's region, or none where that is us-east-1. Exactly 16 characters follow the name,
    so that a permission set whose name merely starts alike is not meant.
    """
    start = f"arn:{environment.partition}:iam::{environment.account_id}:role/aws-reserved/sso.amazonaws.com"
    return [f"{start}/*/AWSReservedSSO_{name}_{SUFFIX}", f"{start}/AWSReservedSSO_{name}_{SUFFIX}"]


def acting_role(principal: str, environment: Environment) -> str:
    """The ARN of a role, or of one as Identity Center makes it of a permission set in this region."""
    if not principal.startswith(PERMISSION_SET):
        return principal
    pattern, _ = permission_set_roles(principal.removeprefix(PERMISSION_SET), environment)
    return pattern.replace("/*/", f"/{environment.region}/").replace(SUFFIX, "0" * len(SUFFIX))


def saml_trust(provider: str, environment: Environment) -> dict[str, Any]:
    """Whom *provider* sends with this role in its assertion, and whose assertion is meant for AWS."""
    return {
        "Effect": "Allow",
        "Principal": {"Federated": provider},
        "Action": "sts:AssumeRoleWithSAML",
        "Condition": {"StringEquals": {"SAML:aud": SAML_AUDIENCES[environment.partition]}},
    }


def oidc_trust(provider: str, audience: str, subjects: Sequence[str]) -> dict[str, Any]:
    """Those of *provider* whose token is for *audience* and of one of *subjects*, letter by letter."""
    issuer = provider.partition(":oidc-provider/")[2]
    return {
        "Effect": "Allow",
        "Principal": {"Federated": provider},
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {"StringEquals": {f"{issuer}:aud": audience, f"{issuer}:sub": sorted(subjects)}},
    }
