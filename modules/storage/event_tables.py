"""
The two tables of an event store: the newest version of everything, and what has been worked on already.
"""

from __future__ import annotations

from bindings import Construct
from modules.dataflow import Load
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.pipeline import Pipeline
from modules.storage.table import Table, TableParams, check_ceiling
from modules.storage.table_changes import TableChanges

REMEMBERED = TableParams(retention_days=14)  # as long as a queue can keep a message


class EventTables(Construct):
    """`entities` by `entity_id`, with a stream of changes; and `idempotency`, as Lambda Powertools lays it out."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: TableParams,
        *,
        pipeline: Pipeline,
        load: Load,
        keys: Keys,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        check_ceiling(params, load)
        key = keys.of("entities", pipeline.classification)
        self.retention_days = params.retention_days
        self.entities = Table(
            self,
            "entities",
            params,
            name="entities",
            hash_key="entity_id",
            expires="expires_at",
            write_actions=("dynamodb:PutItem",),
            streams=True,
            pipeline=pipeline,
            key=key,
            alarms=alarms,
        )
        self.changes = TableChanges(self.entities, load=load, pipeline=pipeline, key=key)
        self.idempotency = Table(
            self,
            "idempotency",
            REMEMBERED,
            name="idempotency",
            hash_key="id",
            expires="expiration",
            write_actions=("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
            streams=False,
            kind="idempotency_table",
            pipeline=pipeline,
            key=keys.of("idempotency", pipeline.classification),
            alarms=alarms,
        )
