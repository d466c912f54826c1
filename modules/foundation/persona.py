"""
People: the roles in which they work with a deployment's data.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bindings import Construct
from modules.dataflow import Process, Statement, Store
from modules.errors import InputError
from modules.foundation.role import Role
from modules.foundation.trust import trusts
from modules.pipeline import Pipeline

Consumer = Literal["owner", "engineer", "analyst", "ml_engineer"]
PersonaName = Consumer | Literal["auditor"]


class Persona(Construct):
    """
    A role that the environment's principals may take on for one *duty*, and that reads what its class may read.

    Duties are roles of their own, since who reads sensitive data must not at the same time write where others read.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        name: PersonaName,
        duty: Literal["query", "repair", "audit", "approve", "train"],
        pipeline: Pipeline,
        reads: Sequence[Store],
        writes: Sequence[Store] = (),
        requires: Sequence[Statement] = (),
    ) -> None:
        super().__init__(scope, id)
        principals = getattr(pipeline.environment.personas, name)
        if not principals:
            raise InputError(
                f"a role is made for the persona {name}, and personas.{name} of environment {pipeline.environment.name} names "
                f"nobody; name somebody there, or take {name} out of the deployment"
            )
        called = f"persona-{name.replace('_', '-')}-{duty}"
        self.process: Process = pipeline.process(called, "persona", persona=name)
        self.process.reads(*reads)
        self.process.writes(*writes)
        self.process.requires(*requires)
        trust = trusts(principals, pipeline.environment)
        self.role = Role(self, "role", pipeline=pipeline, process=self.process, trust=trust)
