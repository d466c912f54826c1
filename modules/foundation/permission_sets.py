"""
Permission sets of IAM Identity Center: what people may do in an account before they take on a role there.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import Field

from bindings import Construct
from bindings.aws import (
    SsoadminAccountAssignment,
    SsoadminPermissionsBoundaryAttachment,
    SsoadminPermissionSet,
    SsoadminPermissionSetInlinePolicy,
)
from modules.foundation.boundary import PEOPLE_BOUNDARY
from modules.params import Params, text
from modules.pipeline import Pipeline

InstanceArn = Annotated[
    str,
    text(
        r"^arn:(aws|aws-us-gov|aws-cn):sso:::instance/(ssoins|sso)-[a-zA-Z0-9.-]{16}$",
        "the ARN of an Identity Center instance, such as arn:aws:sso:::instance/ssoins-0123456789abcdef",
    ),
]
GroupId = Annotated[
    str,
    text(
        r"^([0-9a-f]{10}-)?[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$",
        "the id of a group in the identity store, such as 12345678-1234-1234-1234-123456789012",
    ),
]

PersonaSet = Literal[
    "owner", "engineer", "analyst", "ml_engineer", "auditor", "security_responder", "platform_engineer"
]

NAMES: dict[PersonaSet, str] = {
    "owner": "DataOwner",
    "engineer": "DataEngineer",
    "analyst": "DataAnalyst",
    "ml_engineer": "MlEngineer",
    "auditor": "Auditor",
    "security_responder": "SecurityResponder",
    "platform_engineer": "PlatformEngineer",
}
"""By persona, the name of its permission set, as `permission_set:<name>` in an environment has it."""

ROLES: dict[PersonaSet, tuple[str, ...]] = {
    "owner": ("*-persona-owner-*",),
    "engineer": ("*-persona-engineer-*",),
    "analyst": ("*-persona-analyst-*",),
    "ml_engineer": ("*-persona-ml-engineer-*",),
    "auditor": ("*-persona-auditor-*", "*-auditor"),
    "security_responder": ("*-security-responder",),
    "platform_engineer": ("*-platform-engineer",),
}
"""By persona, the names of the roles it may take on; those roles trust its permission set and no other."""

ONE_HOUR = "PT1H"


class PermissionSetsParams(Params):
    instance_arn: InstanceArn
    """The instance of IAM Identity Center; `aws sso-admin list-instances` prints it."""

    groups: Annotated[dict[PersonaSet, GroupId], Field(min_length=1)]
    """By persona, the id (in the identity store) of the group whose members get its permission set; at least one persona."""


class PermissionSets(Construct):
    """
    A permission set for each persona that has a group, for sessions of an hour, assigned in the environment's account.

    It lets its people take on the roles of their persona and nothing else, within the boundary that account_baseline makes.
    """

    def __init__(self, scope: Construct, id: str, params: PermissionSetsParams, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        for persona, group in sorted(params.groups.items()):
            self._permission_set(persona, group, params)

    def _permission_set(self, persona: PersonaSet, group: str, params: PermissionSetsParams) -> None:
        made = SsoadminPermissionSet(
            self,
            persona,
            name=NAMES[persona],
            description=f"Takes on the roles of {persona.replace('_', ' ')}",
            instance_arn=params.instance_arn,
            session_duration=ONE_HOUR,
        )
        roles = [self._pipeline.global_arn("iam", f"role/{name}") for name in ROLES[persona]]
        assume = {"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": roles}
        SsoadminPermissionSetInlinePolicy(
            self,
            f"{persona}_policy",
            instance_arn=params.instance_arn,
            permission_set_arn=made.arn,
            inline_policy=json.dumps({"Version": "2012-10-17", "Statement": [assume]}),
        )
        SsoadminPermissionsBoundaryAttachment(
            self,
            f"{persona}_boundary",
            instance_arn=params.instance_arn,
            permission_set_arn=made.arn,
            permissions_boundary={"customer_managed_policy_reference": {"name": PEOPLE_BOUNDARY, "path": "/"}},
        )
        SsoadminAccountAssignment(
            self,
            f"{persona}_assignment",
            instance_arn=params.instance_arn,
            permission_set_arn=made.arn,
            principal_type="GROUP",
            principal_id=group,
            target_type="AWS_ACCOUNT",
            target_id=self._pipeline.environment.account_id,
        )
