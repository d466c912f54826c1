"""
Keep the newest version of everything that messages tell about, and every change of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.analytics.event_readers import EventReaders
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.persona import Consumer
from modules.foundation.producer import Producer
from modules.ingestion.direct_archive import DirectArchive
from modules.ingestion.queue import Queue, QueueParams
from modules.params import DISTINCT, Params, RoleArn
from modules.pipeline import Pipeline
from modules.processing.change_feed import ChangeFeed
from modules.processing.event_writer import EventWriter
from modules.processing.failure_queue import FailureQueue
from modules.processing.queue_function import QueueFunctionParams
from modules.processing.stream_function import StreamFunctionParams
from modules.storage.event_tables import EventTables
from modules.storage.history import History, HistoryParams
from modules.storage.table import REPLICA, TableParams


class EventStoreParams(Params):
    producers: Annotated[tuple[RoleArn, ...], Field(min_length=1), DISTINCT]
    """Roles of the environment's account that may take on the producer's role and send messages; at least one."""

    consumers: Annotated[tuple[Consumer, ...], Field(min_length=1), DISTINCT]
    """Personas who look things up in the table and in its history; the data's class must be open to each."""

    queue: QueueParams = QueueParams()
    """The queue that takes the messages."""

    writer: QueueFunctionParams = QueueFunctionParams()
    """The function that writes messages into the table."""

    table: TableParams = TableParams()
    """The table, its capacity, and how long it keeps what does not change."""

    feed: StreamFunctionParams = StreamFunctionParams()
    """The function that passes changes on to the lake."""

    lake: HistoryParams = HistoryParams()
    """How long changes are kept."""


class EventStore(Blueprint):
    """
    A queue takes messages. A function writes each into DynamoDB: a copy changes nothing, an older version never replaces
    a newer one, and a message that makes no sense goes to the dead-letter queue with the reason. A second function
    follows the table's stream, and Firehose keeps every change in the raw zone of a lake.
    """

    params_type = EventStoreParams

    @classmethod
    def regions(cls, params: EventStoreParams, pipeline: Pipeline) -> Mapping[str, str]:  # noqa: ARG003  # the same for each
        return {REPLICA: params.table.replica_region} if params.table.replica_region else {}

    def __init__(self, scope: Stack, id: str, params: EventStoreParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe = self.pipeline
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        history = History(self, "history", params.lake, pipeline=pipe, keys=keys, network=net)
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        queue = Queue(
            self,
            "queue",
            params.queue,
            pipeline=pipe,
            key=keys.of("messages", pipe.classification),
            producer=producer.process,
            worker_timeout_seconds=params.writer.timeout_seconds,
            alarms=alarms,
        )
        tables = EventTables(self, "tables", params.table, pipeline=pipe, load=self.load, keys=keys, alarms=alarms)
        EventWriter(
            self,
            "writer",
            params.writer,
            archive=context.archives["event_writer"],
            pipeline=pipe,
            key=key,
            network=net,
            source=queue,
            tables=tables,
            alarms=alarms,
        )
        archive = DirectArchive(
            self,
            "archive",
            pipeline=pipe,
            key=key,
            bucket=history.raw,
            target=history.raw_store,
            prefix="changes",
            alarms=alarms,
        )
        failures = FailureQueue(self, "failures", pipeline=pipe, key=key, alarms=alarms)
        ChangeFeed(
            self,
            "feed",
            params.feed,
            archive=context.archives["change_feed"],
            pipeline=pipe,
            key=key,
            network=net,
            source=tables.changes,
            target=archive,
            failures=failures,
            alarms=alarms,
        )
        EventReaders(
            self,
            "readers",
            consumers=params.consumers,
            reads=[tables.entities.store, history.raw_store],
            failed=[queue.dead_letters.store, failures.store],
            logs=history.log_store,
            pipeline=pipe,
        )
        self.output("queue_url", queue.queue.url, "Where producers send messages")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("table_name", tables.entities.name, "The table with the newest version of everything")
