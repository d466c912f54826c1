"""
Roles of the account: people and programs who look after it, each bounded by a policy of its own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bindings import Construct
from modules.dataflow import Oversight, Statement
from modules.errors import InputError
from modules.foundation.boundary import Boundary, ceiling
from modules.foundation.role import Role
from modules.pipeline import Pipeline

LONGEST_POLICY = 6_144
"""Most characters of a managed policy."""


class AccountRole(Construct):
    """
    A role with *statements*, and with a boundary that keeps it to them, or to *bounds* where these are shorter to say.
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
        length = len(json.dumps(document, separators=(",", ":")))
        if length > LONGEST_POLICY:
            raise InputError(
                f"the boundary of {name} has {length} characters, IAM takes {LONGEST_POLICY}; give the role less to act on"
            )
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
            self, "role", pipeline=pipeline, process=process, trust=trust, boundary=self.boundary.arn, denied=denied
        )
        self.arn = pipeline.global_arn("iam", f"role/{pipeline.resource_name(name)}")
