"""
The people of a pipeline: those who query, each in a workgroup of their own, and the auditor.
"""

from __future__ import annotations

from collections.abc import Sequence

from bindings import Construct
from modules.analytics.event_readers import repair
from modules.analytics.query_workgroup import QueryWorkgroup, QueryWorkgroupParams
from modules.dataflow import Store
from modules.foundation.persona import Consumer, Persona
from modules.pipeline import Pipeline
from modules.processing.failure_queue import FailureQueue
from modules.storage.bucket import Bucket
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
            workgroup, _ = querying(self, persona, params, pipeline=pipeline, store=catalog.store, results=lake.results)
            self.workgroups[persona] = workgroup
        repair(self, [lake.quarantine_store, *([failures.store] if failures else [])], pipeline)
        Persona(self, "auditor", name="auditor", duty="audit", pipeline=pipeline, reads=[lake.log_store])


def querying(
    scope: Construct,
    persona: Consumer,
    params: QueryWorkgroupParams,
    *,
    pipeline: Pipeline,
    store: Store,
    results: Bucket,
) -> tuple[QueryWorkgroup, Persona]:
    """A workgroup and a role in which *persona* queries *store*, with results in *results*."""
    workgroup = QueryWorkgroup(
        scope,
        f"{persona}_workgroup",
        params,
        persona=persona,
        pipeline=pipeline,
        classification=store.classification,
        results=results,
        retention_days=RESULT_DAYS,
    )
    role = Persona(
        scope,
        persona,
        name=persona,
        duty="query",
        pipeline=pipeline,
        reads=[store, workgroup.store],
        writes=[workgroup.store],
        requires=workgroup.query_statements,
    )
    return workgroup, role
