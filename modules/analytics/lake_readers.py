"""
The people of a lakehouse: those who query what Lake Formation shows them, those who repair, and the auditor.
"""

from __future__ import annotations

from collections.abc import Sequence

from bindings import Construct
from modules.analytics.event_readers import repair
from modules.analytics.query_workgroup import QueryWorkgroup, QueryWorkgroupParams
from modules.analytics.readers import querying
from modules.dataflow import Store
from modules.foundation.persona import Consumer, Persona
from modules.pipeline import Pipeline
from modules.storage.lakehouse import Lakehouse


class LakeReaders(Construct):
    """
    A role and a workgroup for each of *consumers*: who is cleared for the table reads all of it, the others what is open.
    """

    def __init__(  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: QueryWorkgroupParams,
        *,
        consumers: Sequence[Consumer],
        lakehouse: Lakehouse,
        failed: Sequence[Store],
        pipeline: Pipeline,
    ) -> None:
        super().__init__(scope, id)
        table, formation = lakehouse.table, lakehouse.formation
        self.workgroups: dict[Consumer, QueryWorkgroup] = {}
        for persona in sorted(consumers):
            cleared = persona in (table.store.persona_readers or ())
            store = table.store if cleared else formation.opened
            results = lakehouse.lake.results if cleared else lakehouse.open_results
            workgroup, role = querying(self, persona, params, pipeline=pipeline, store=store, results=results)
            formation.read_by(role.process, store)
            self.workgroups[persona] = workgroup
        repair(self, [lakehouse.lake.quarantine_store, *failed], pipeline)
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipeline, reads=[lakehouse.lake.log_store])
