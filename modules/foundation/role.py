"""
The role a process acts as; what it may do is what the graph says it needs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bindings import Construct, Deferred
from bindings.aws import IamRole, IamRolePolicy
from bindings.aws.iam_role import IamRoleArguments
from modules.dataflow import Process, Statement
from modules.errors import InputError
from modules.pipeline import Pipeline

ONE_HOUR = 3_600
LONGEST_POLICY = 10_240  # "IAM and AWS STS quotas": characters of all inline policies of a role together


class Role(Construct):
    """
    An IAM role whose one inline policy is made from the flows and needs of *process*.

    It carries *boundary*, or that of the environment. What is *attached* stands in managed policies, and not in this one.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        process: Process,
        trust: Sequence[dict[str, Any]],
        denied: Sequence[dict[str, Any]] = (),
        boundary: str | None = None,
        attached: Sequence[Statement] = (),
    ) -> None:
        super().__init__(scope, id)
        treated = process.deidentifies_to
        boundary = boundary or pipeline.environment.permission_boundary
        arguments: IamRoleArguments = {
            "name": pipeline.resource_name(process.name),
            "description": f"{pipeline.name}: {process.name} ({process.kind.replace('_', ' ')})",
            "assume_role_policy": json.dumps({"Version": "2012-10-17", "Statement": list(trust)}),
            "max_session_duration": ONE_HOUR,
            "tags": {"process": process.name} | ({"deidentification": treated.method} if treated else {}),
        }
        if boundary:
            arguments["permissions_boundary"] = boundary
        self.role = IamRole(self, "role", **arguments)
        self.arn = self.role.arn
        process.principal = pipeline.global_arn("iam", f"role/{self.role.name}")
        process.trust = list(trust)
        self.policy = IamRolePolicy(
            self,
            "policy",
            name="dataflow",
            role=self.role.name,
            policy=Deferred(lambda: _text(process, denied, attached)),
        )


def _text(process: Process, denied: Sequence[dict[str, Any]], attached: Sequence[Statement]) -> str:
    own = [statement for statement in process.statements() if statement not in attached]
    text = json.dumps(document := policy(own, denied))
    length = len(json.dumps(document, separators=(",", ":")))
    if length > LONGEST_POLICY:
        raise InputError(
            f"the policy of {process.name} has {length} characters, IAM takes {LONGEST_POLICY} for a role; "
            "give the role less to act on"
        )
    return text


def policy(statements: Sequence[Statement], denied: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": [*(statement.to_json() for statement in statements), *denied]}


def service_trust(service: str, pipeline: Pipeline) -> dict[str, Any]:
    """An AWS service may take on the role, only on behalf of this account."""
    return {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": pipeline.environment.account_id}},
    }


def instance_trust() -> dict[str, Any]:
    """Instances may take on the role; EC2 does not say for which account, and hands a role to instances of its own only."""
    return {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}


def principal_trust(principals: Sequence[str]) -> dict[str, Any]:
    """Roles that are named one by one may take on the role."""
    return {"Effect": "Allow", "Principal": {"AWS": sorted(principals)}, "Action": "sts:AssumeRole"}
