"""
People who look after an account: who audits it, who responds to incidents, who runs the platform.

None of them reads data: that takes a persona's role of a pipeline.
"""

from __future__ import annotations

from bindings import Construct
from modules.dataflow import Oversight, Statement
from modules.foundation.account_actions import (
    ACCOUNT_SETTINGS,
    CONTAINMENT,
    OPERATION,
    STORE_SETTINGS,
    UNSCOPED,
    Actions,
    anywhere,
    ceiling_of_reading,
    names,
)
from modules.foundation.account_role import AccountRole
from modules.foundation.trust import Trusted
from modules.params import Params
from modules.pipeline import Pipeline

SCOPES = {
    "cloudtrail": ("trail/*",),
    "cloudwatch": ("alarm:*",),
    "config": ("config-recorder/*",),
    "ec2": ("security-group/*",),
    "firehose": ("deliverystream/*",),
    "guardduty": ("*",),
    "kinesis": ("stream/*",),
    "kms": ("key/*",),
    "lambda": ("event-source-mapping:*", "function:*"),
    "sns": ("*",),
    "sqs": ("*",),
}
"""By service, what its resources in an account's region are called in their ARNs."""

DELEGATED = frozenset({"AttachRolePolicy", "DeleteRolePolicy", "DetachRolePolicy", "PutRolePolicy"})
"""What is done to roles that carry the pipelines' boundary, and to no other."""


class AccountPersonasParams(Params):
    auditor: Trusted
    """Who may look at every setting, finding and event of the account, and at no data."""

    security_responder: Trusted
    """Who may stop an incident: close, freeze, take rights away."""

    platform_engineer: Trusted
    """Who may keep pipelines running between deployments."""


def acting(pipeline: Pipeline, actions: Actions, *, boundary: str) -> list[Statement]:
    """
    Actions on resources of the account, service by service.

    Policies of roles change only where the role carries *boundary*, so that nobody gets more than a pipeline may.
    """
    found = []
    for service, listed in actions.items():
        free = tuple(name for name in names({service: listed}) if name in UNSCOPED)
        scoped = tuple(name for name in names({service: listed}) if name not in UNSCOPED)
        found += [Statement(free, ("*",))] if free else []
        if not scoped:
            continue
        if service == "iam":
            found += _on_identities(pipeline, listed.split(), boundary)
        elif service == "s3":
            suffix = f"{pipeline.environment.account_id}-{pipeline.environment.region}"
            found.append(Statement(scoped, (pipeline.bucket_arn(f"*-{suffix}"),)))
        else:
            resources = tuple(pipeline.arn(service, scope) for scope in SCOPES[service])
            found.append(Statement(scoped, resources))
    return found


def _on_identities(pipeline: Pipeline, listed: list[str], boundary: str) -> list[Statement]:
    users, roles = pipeline.global_arn("iam", "user/*"), pipeline.global_arn("iam", "role/*")
    bounded = {"StringEquals": {"iam:PermissionsBoundary": boundary}}
    delegated = [name for name in listed if name in DELEGATED]
    trust = [name for name in listed if name == "UpdateAssumeRolePolicy"]
    keys = [name for name in listed if name not in DELEGATED and name not in trust]
    found = [Statement(names({"iam": " ".join(keys)}), (users,))] if keys else []
    found += [Statement(names({"iam": " ".join(delegated)}), (roles,), bounded)] if delegated else []
    own = pipeline.global_arn("iam", f"role/{pipeline.name}-deploy-*")  # who deploys again can mend all the others
    return found + ([Statement(names({"iam": " ".join(trust)}), (own,))] if trust else [])


class AccountPersonas(Construct):
    """
    A role for each of the three; the boundary of pipelines is *boundary*. Alarms of the account are silenced by nobody.
    """

    def __init__(
        self, scope: Construct, id: str, params: AccountPersonasParams, *, pipeline: Pipeline, boundary: str
    ) -> None:
        super().__init__(scope, id)
        place = pipeline.environment
        account, stores = (ACCOUNT_SETTINGS, STORE_SETTINGS), (STORE_SETTINGS,)
        own = [pipeline.arn("cloudwatch", f"alarm:{pipeline.name}-*")]
        silence = {"Effect": "Deny", "Action": list(names({"cloudwatch": OPERATION["cloudwatch"]})), "Resource": own}
        contain = acting(pipeline, CONTAINMENT, boundary=boundary)
        operate = acting(pipeline, OPERATION, boundary=boundary)
        duties: dict[str, tuple[Trusted, tuple[Actions, ...], list[Statement], Oversight]] = {
            "auditor": (params.auditor, account, [], "look"),
            "security-responder": (params.security_responder, account, contain, "administer"),
            "platform-engineer": (params.platform_engineer, stores, operate, "look"),
        }
        self.roles = {
            name: AccountRole(
                self,
                name.replace("-", "_"),
                name=name,
                pipeline=pipeline,
                trust=trusted.statements(place),
                statements=[*anywhere(place, *tables), *acts],
                bounds=[ceiling_of_reading(place, *tables), *acts],
                denied=[silence] if name == "platform-engineer" else [],
                oversees=oversees,
            )
            for name, (trusted, tables, acts, oversees) in duties.items()
        }
