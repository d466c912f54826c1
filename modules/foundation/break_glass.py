"""
Emergency access: a role for the hour in which nothing else works, and an alarm whenever somebody takes it on.

The alarm goes by CloudTrail and EventBridge. AWS delivers events of the audit trail to EventBridge usually within a few
minutes and promises no time, so whoever takes on the role has some minutes before anybody knows. Taking on a role shows
in the region whose STS endpoint was asked; the rules watch the home region and the one in which services without a region
report. A caller who asks the STS of a third region is seen by the metric filter on the trail, which takes about five
minutes more, and by nobody else: let the organization's policy close the regions that are not used.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from bindings import Construct
from bindings.aws import IamUser
from modules.dataflow import Statement
from modules.foundation.account_actions import (
    ACCOUNT_SETTINGS,
    CONTAINMENT,
    RECOVERY,
    STORE_SETTINGS,
    anywhere,
    ceiling_of_reading,
)
from modules.foundation.account_personas import acting
from modules.foundation.account_role import AccountRole
from modules.foundation.boundary import Boundary
from modules.foundation.emergency_alarm import NAME, EmergencyAlarm
from modules.foundation.trust import SAML_AUDIENCES, Claim, SamlProviderArn
from modules.params import Params
from modules.pipeline import Pipeline

ROLE = "break-glass"
MFA_SECONDS = 900
"""How old, in seconds, the sign-in with the hardware key may be when the role is taken on."""


class SealedUsers(Params):
    kind: Literal["sealed_users"]
    """
    Two IAM users without password and access key. To unseal one, somebody with IAM rights gives it a password and a hardware
    key by hand, both kept in two safes; nothing of it is in Terraform's state.
    """


class SamlTrust(Params):
    kind: Literal["saml"]
    """People of a SAML provider whose assertion says that they signed in with a second factor."""

    provider: SamlProviderArn
    """The SAML provider, which exists in the account."""

    mfa_tag: Claim = "mfa"
    """
    The session tag in which the provider says so (attribute `https://aws.amazon.com/SAML/Attributes/PrincipalTag:<name>`).

    A federated session carries no MFA context of AWS, so a condition on `aws:MultiFactorAuthPresent` would let nobody in.
    """

    mfa_value: Claim = "true"
    """What the session tag says when a second factor was used."""


class BreakGlassParams(Params):
    reached_by: Annotated[SealedUsers | SamlTrust, Field(discriminator="kind")]
    """Who may take on the role: `kind: sealed_users` or `kind: saml`."""


class BreakGlass(Construct):
    """
    The role, its boundary, those who reach it, and an alarm in each region that sees it used.

    It looks at everything, contains and repairs; it reads no data, and changes roles of pipelines within *boundary* only.
    """

    def __init__(
        self, scope: Construct, id: str, params: BreakGlassParams, *, pipeline: Pipeline, boundary: str
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self.users: list[str] = []
        chosen = params.reached_by
        trust = self._saml(chosen) if isinstance(chosen, SamlTrust) else self._sealed_users()
        place, tables = pipeline.environment, (ACCOUNT_SETTINGS, STORE_SETTINGS)
        acts = [
            *acting(pipeline, CONTAINMENT, boundary=boundary),
            *acting(pipeline, RECOVERY, boundary=boundary),
        ]
        self.role = AccountRole(
            self,
            "role",
            name=ROLE,
            pipeline=pipeline,
            trust=[trust],
            statements=[*anywhere(place, *tables), *acts],
            bounds=[ceiling_of_reading(place, *tables), *acts],
            denied=[_silence(pipeline)],
            oversees="administer",
        )
        for region in dict.fromkeys((pipeline, pipeline.in_global_region())):
            EmergencyAlarm(
                self,
                "global_alarm" if region.provider else "alarm",
                pipeline=region,
                role=self.role.arn,
                users=self.users,
            )

    def _sealed_users(self) -> dict[str, Any]:
        """Two, so that one lost hardware key locks nobody out; they may do nothing but take on the role."""
        account = self._pipeline.global_arn("iam", f"role/{self._pipeline.resource_name(ROLE)}")
        only = Statement(("sts:AssumeRole",), (account,)).to_json()
        own = {"Sid": "NothingElse", "Effect": "Deny", "NotAction": ["sts:AssumeRole"], "Resource": "*"}
        sealed = Boundary(
            self,
            "sealed_boundary",
            name=self._pipeline.resource_name("sealed-boundary"),
            document={"Version": "2012-10-17", "Statement": [only, own]},
            bounds="the sealed users",
        )
        users = [
            IamUser(
                self,
                f"sealed_user_{number}",
                name=self._pipeline.resource_name(f"sealed-{number}"),
                permissions_boundary=sealed.arn,
                force_destroy=False,
                tags={"purpose": ROLE},
            )
            for number in (1, 2)
        ]
        self.users = [self._pipeline.global_arn("iam", f"user/{user.name}") for user in users]
        return {
            "Effect": "Allow",
            "Principal": {"AWS": [str(user.arn) for user in users]},
            "Action": "sts:AssumeRole",
            "Condition": {
                "Bool": {"aws:MultiFactorAuthPresent": "true"},
                "NumericLessThanEquals": {"aws:MultiFactorAuthAge": str(MFA_SECONDS)},
            },
        }

    def _saml(self, chosen: SamlTrust) -> dict[str, Any]:
        audience = SAML_AUDIENCES[self._pipeline.environment.partition]
        claim = {f"aws:RequestTag/{chosen.mfa_tag}": chosen.mfa_value}
        return {
            "Effect": "Allow",
            "Principal": {"Federated": chosen.provider},
            "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
            "Condition": {"StringEquals": {"SAML:aud": audience, **claim}},
        }


def _silence(pipeline: Pipeline) -> dict[str, Any]:
    """No hand on what tells of the role's own use, in whatever region."""
    place = pipeline.environment
    topic = f"arn:{place.partition}:sns:*:{place.account_id}:{pipeline.resource_name(NAME)}"
    return {"Effect": "Deny", "Action": ["sns:SetTopicAttributes"], "Resource": [topic]}
