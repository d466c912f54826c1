"""
Keep the newest version of everything that messages tell about, and every change of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.event_store import EventStoreParams
from modules.analytics.event_readers import EventReaders
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.producer import Producer
from modules.ingestion.direct_archive import DirectArchive
from modules.ingestion.queue import Queue
from modules.pipeline import Pipeline
from modules.processing.change_feed import ChangeFeed
from modules.processing.event_writer import EventWriter
from modules.processing.failure_queue import FailureQueue
from modules.storage.event_tables import EventTables
from modules.storage.history import History
from modules.storage.table import REPLICA


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
        pipe, archives = self.pipeline, context.archives
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        history = History(self, "history", params.lake, pipeline=pipe, keys=keys, network=net)
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        queue = Queue(
            self, "queue", params.queue, producer=producer.process, worker_timeout_seconds=params.writer.timeout_seconds,
            pipeline=pipe, key=keys.of("messages", pipe.classification), alarms=alarms,
        )  # fmt: skip
        tables = EventTables(self, "tables", params.table, pipeline=pipe, load=self.load, keys=keys, alarms=alarms)
        EventWriter(
            self, "writer", params.writer, archive=archives["event_writer"], source=queue, tables=tables, pipeline=pipe,
            key=key, network=net, alarms=alarms,
        )  # fmt: skip
        archive = DirectArchive(
            self, "archive", bucket=history.raw, target=history.raw_store, prefix="changes", pipeline=pipe, key=key,
            alarms=alarms,
        )  # fmt: skip
        failures = FailureQueue(self, "failures", pipeline=pipe, key=key, alarms=alarms)
        ChangeFeed(
            self, "feed", params.feed, archive=archives["change_feed"], source=tables.changes, target=archive,
            failures=failures, pipeline=pipe, key=key, network=net, alarms=alarms,
        )  # fmt: skip
        EventReaders(
            self, "readers", consumers=params.consumers, reads=[tables.entities.store, history.raw_store],
            failed=[queue.dead_letters.store, failures.store], logs=history.log_store, pipeline=pipe,
        )  # fmt: skip
        self.output("queue_url", queue.queue.url, "Where producers send messages")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("table_name", tables.entities.name, "The table with the newest version of everything")
