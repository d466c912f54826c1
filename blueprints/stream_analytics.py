"""
Turn a stream of events into tables that people can query, without showing them what is sensitive.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.stream_analytics import StreamAnalyticsParams
from modules.analytics.readers import Readers
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.producer import Producer
from modules.foundation.token_key import TokenKey
from modules.ingestion.delivery_stream import DeliveryStream
from modules.ingestion.event_stream import EventStream
from modules.ingestion.stream_archive import StreamArchive
from modules.processing.failure_queue import FailureQueue
from modules.processing.stream_transform import StreamTransform
from modules.storage.data_catalog import DataCatalog
from modules.storage.data_lake import DataLake


class StreamAnalytics(Blueprint):
    """
    Kinesis takes the events and Firehose keeps them as they came. A function refuses what does not fit the schema into
    quarantine, with the reason, and replaces sensitive values by tokens that stay joinable. Firehose writes the rows as
    Parquet by day of the event; Athena queries them, each persona in a workgroup of its own.
    """

    params_type = StreamAnalyticsParams

    def __init__(self, scope: Stack, id: str, params: StreamAnalyticsParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe, schema, archives = self.pipeline, params.event_schema, context.archives
        source = pipe.classification
        curated = source.weaker() if schema.sensitive_fields else source
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        lake = DataLake(self, "lake", params.lake, pipeline=pipe, curated=curated, keys=keys, network=net)
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        stream = EventStream(
            self, "stream", params.stream, producer=producer.process, pipeline=pipe, key=keys.of("events", source),
            alarms=alarms,
        )  # fmt: skip
        StreamArchive(
            self, "archive", source=stream, bucket=lake.raw, target=lake.raw_store, pipeline=pipe, key=key, alarms=alarms
        )  # fmt: skip
        catalog = DataCatalog(
            self, "catalog", dataset=params.dataset, schema=schema, bucket=lake.curated,
            retention_days=params.lake.curated_retention_days, pipeline=pipe, classification=curated,
        )  # fmt: skip
        delivery = DeliveryStream(
            self, "delivery", params.delivery, catalog=catalog, bucket=lake.curated, pipeline=pipe, key=key, alarms=alarms
        )  # fmt: skip
        failures = FailureQueue(self, "failures", pipeline=pipe, key=key, alarms=alarms)
        token_key = TokenKey(self, "token_key", pipeline=pipe, label=params.token_label)
        StreamTransform(
            self, "transform", params.function, schema=schema, archive=archives["stream_transform"], token_key=token_key,
            source=stream, delivery=delivery, lake=lake, failures=failures, deidentifies_to=schema.tokenized(curated),
            pipeline=pipe, key=key, network=net, alarms=alarms,
        )  # fmt: skip
        readers = Readers(
            self, "readers", params.queries, consumers=params.consumers, catalog=catalog, lake=lake, failures=failures,
            pipeline=pipe,
        )  # fmt: skip
        self.output("stream_name", stream.name, "The stream that producers put events on")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("database_name", catalog.database.name, "The database to query")
        self.output("view_name", f"{params.dataset}_current", "The view that shows each event once")
        for persona, group in readers.workgroups.items():
            self.output(f"workgroup_{persona}", group.workgroup.name, f"The workgroup in which the {persona} queries")
