"""
Producers outside of the stack: who may put events in, and how many they put.
"""

from __future__ import annotations

from collections.abc import Sequence

from bindings import Construct
from modules.dataflow import Load
from modules.foundation.role import Role, principal_trust
from modules.pipeline import Pipeline


class Producer(Construct):
    """The source of the graph: a role that *principals* take on, and the *load* they bring."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, principals: Sequence[str], load: Load) -> None:
        super().__init__(scope, id)
        self.process = pipeline.process("producer", "producer", load=load, classification=pipeline.classification)
        self.role = Role(self, "role", pipeline=pipeline, process=self.process, trust=[principal_trust(principals)])
        self.arn = self.role.arn
