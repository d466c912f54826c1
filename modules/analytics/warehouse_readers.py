"""
The people of a warehouse: those who say their own SQL, those who look at reports, and the auditor.
"""

from __future__ import annotations

from collections.abc import Sequence

from bindings import Construct
from modules.dataflow import Process, Store
from modules.foundation.persona import Consumer, Persona
from modules.pipeline import Pipeline
from modules.storage.landing import Landing
from modules.storage.warehouse import Source
from modules.storage.warehouse_form import own_statements


class WarehouseReaders(Construct):
    """
    A role for each of *consumers*, to whom the class of *table* has to be open, as which they run statements and see their
    own results. The auditor reads the access logs of a landing zone, and no data.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        consumers: Sequence[Consumer],
        pipeline: Pipeline,
        table: Store,
        source: Source,
    ) -> None:
        super().__init__(scope, id)
        self.personas: dict[Consumer, Persona] = {}
        self.processes: list[Process] = []
        own = own_statements("CancelStatement", "DescribeStatement", "GetStatementResult")
        for name in sorted(consumers):
            persona = Persona(self, name, name=name, duty="query", pipeline=pipeline, reads=[table], requires=[own])
            self.personas[name] = persona
            self.processes.append(persona.process)
        if isinstance(source, Landing):
            Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipeline, reads=[source.logs.store])
