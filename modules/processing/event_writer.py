"""
The function that writes each message once into a table, and never an older version over a newer one.
"""

from __future__ import annotations

from bindings import Construct
from modules.archive import Archive
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.ingestion.queue import Queue
from modules.pipeline import Pipeline
from modules.processing.every_function import Code
from modules.processing.queue_function import QueueFunction, QueueFunctionParams
from modules.storage.event_tables import EventTables

REMEMBERED_SECONDS = 14 * 24 * 60 * 60  # as long as a queue can keep a message, so that a copy is always recognized


class EventWriter(Construct):
    """`functions/event_writer` between *source* and *tables*."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: QueueFunctionParams,
        *,
        archive: Archive,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        source: Queue,
        tables: EventTables,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        code = Code(
            archive=archive,
            variables={
                "TABLE": tables.entities.name,
                "IDEMPOTENCY_TABLE": tables.idempotency.name,
                "DEAD_LETTER_URL": source.dead_letters.queue.url,
                "RETENTION_DAYS": str(tables.retention_days),
                "REMEMBERED_SECONDS": str(REMEMBERED_SECONDS),
                "POWERTOOLS_SERVICE_NAME": pipeline.name,
            },
            endpoints=["dynamodb", "sqs"],
            watched_as="writer",
        )
        self.function = QueueFunction(
            self,
            "function",
            params,
            name="writer",
            code=code,
            pipeline=pipeline,
            key=key,
            network=network,
            source=source,
            writes=[tables.entities.store, tables.idempotency.store, source.dead_letters.store],
            alarms=alarms,
        )
