"""
The people of a pipeline: those who query, each in a workgroup of their own, and the auditor.
"""

from __future__ import annotations

from collections.abc import Sequence

from bindings import Construct
from modules.analytics.event_readers import repair
from modules.analytics.query_workgroup import QueryWorkgroup, QueryWorkgroupParams
from modules.foundation.persona import Consumer, Persona
from modules.pipeline import Pipeline
from modules.processing.failure_queue import FailureQueue
from modules.storage.data_catalog import DataCatalog
from modules.storage.data_lake import RESULT_DAYS, DataLake


class Readers(Construct):
    """
    A role and a workgroup for each of *consumers*; a role for the repair of refused records for those to whom their class
    is open; and the auditor, who sees the access logs and no data.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: QueryWorkgroupParams,
        *,
        consumers: Sequence[Consumer],
        pipeline: Pipeline,
        catalog: DataCatalog,
        lake: DataLake,
        failures: FailureQueue | None = None,
    ) -> None:
        super().__init__(scope, id)
        self.workgroups: dict[Consumer, QueryWorkgroup] = {}
        for persona in sorted(consumers):
            workgroup = QueryWorkgroup(
                self,
                f"{persona}_workgroup",
                params,
                persona=persona,
                pipeline=pipeline,
                classification=catalog.store.classification,
                results=lake.results,
                retention_days=RESULT_DAYS,
            )
            Persona(
                self,
                persona,
                name=persona,
                duty="query",
                pipeline=pipeline,
                reads=[catalog.store, workgroup.store],
                writes=[workgroup.store],
                requires=workgroup.query_statements,
            )
            self.workgroups[persona] = workgroup
        repair(self, [lake.quarantine_store, *([failures.store] if failures else [])], pipeline)
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipeline, reads=[lake.log_store])
