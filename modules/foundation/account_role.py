"""
Roles of the account: people and programs who look after it, each bounded by a policy of its own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bindings import Construct
from bindings.aws import IamPolicy, IamRolePolicyAttachment
from modules.dataflow import Oversight, Statement
from modules.errors import InputError
from modules.foundation.boundary import Boundary, ceiling
from modules.foundation.role import LONGEST_POLICY as LONGEST_INLINE
from modules.foundation.role import Role, policy
from modules.pipeline import Pipeline

LONGEST_POLICY = 6_144
"""Most characters of a managed policy ("IAM and AWS STS quotas")."""

MOST_ATTACHED = 10
"""Managed policies that a role may have unless AWS has raised the quota."""


class AccountRole(Construct):
    """
    A role with *statements*, and with a boundary that keeps it to them, or to *bounds* where these are shorter to say.

    Statements that its inline policy has no room for are in managed policies that are attached to this role alone.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        *,
        name: str,
        pipeline: Pipeline,
        trust: Sequence[dict[str, Any]],
        statements: Sequence[Statement],
        bounds: Sequence[Statement] = (),
        denied: Sequence[dict[str, Any]] = (),
        oversees: Oversight,
    ) -> None:
        super().__init__(scope, id)
        document = ceiling(bounds or statements, pipeline.environment, denied)
        length = _length(document)
        if length > LONGEST_POLICY:
            raise InputError(
                f"the boundary of {name} has {length} characters, IAM takes {LONGEST_POLICY}; give the role less to act on"
            )
        attached = packed(name, statements, denied)[1:]
        process = pipeline.process(name, "administration", oversees=oversees)
        process.requires(*statements)
        self.boundary = Boundary(
            self,
            "boundary",
            name=pipeline.resource_name(f"{name}-boundary"),
            document=document,
            bounds=f"the role {pipeline.resource_name(name)}",
        )
        self.role = Role(
            self,
            "role",
            pipeline=pipeline,
            process=process,
            trust=trust,
            boundary=self.boundary.arn,
            denied=denied,
            attached=[statement for part in attached for statement in part],
        )
        for number, part in enumerate(attached, start=1):
            more = IamPolicy(
                self,
                f"more_{number}",
                name=pipeline.resource_name(f"{name}-{number}"),
                description=f"Rights of the role {pipeline.resource_name(name)}, part {number}",
                policy=json.dumps(policy(part), separators=(",", ":")),
                tags={"purpose": "rights"},
            )
            IamRolePolicyAttachment(self, f"attached_{number}", role=self.role.role.name, policy_arn=more.arn)
        self.arn = pipeline.global_arn("iam", f"role/{pipeline.resource_name(name)}")


def packed(name: str, statements: Sequence[Statement], denied: Sequence[dict[str, Any]] = ()) -> list[list[Statement]]:
    """
    *statements* as they fit, in their order: into the inline policy with all that is *denied*, and into managed policies.
    """
    parts: list[list[Statement]] = [[]]
    for statement in statements:
        for room, part in zip((LONGEST_INLINE, *[LONGEST_POLICY] * len(parts)), parts, strict=False):
            if _length(policy([*part, statement], denied if part is parts[0] else ())) <= room:
                part.append(statement)
                break
        else:
            parts.append([statement])
    longest = max(_length(policy(part)) for part in parts[1:] or [[]])
    if longest > LONGEST_POLICY or len(parts) > MOST_ATTACHED + 1:
        raise InputError(
            f"the policies of {name} are too long: the longest has {longest} characters and IAM takes {LONGEST_POLICY}, and "
            f"there are {len(parts) - 1} to attach and a role takes {MOST_ATTACHED}; give the role less to act on"
        )
    return parts


def _length(document: dict[str, Any]) -> int:
    return len(json.dumps(document, separators=(",", ":")))
