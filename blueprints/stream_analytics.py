"""
Turn a stream of events into tables that people can query, without showing them what is sensitive.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.analytics.readers import Readers
from modules.dataflow import Deidentification
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.persona import Consumer
from modules.foundation.producer import Producer
from modules.foundation.token_key import FIRST_LABEL, TokenKey, TokenLabel
from modules.ingestion.delivery_stream import DeliveryStream, DeliveryStreamParams
from modules.ingestion.event_stream import EventStream, EventStreamParams
from modules.ingestion.stream_archive import StreamArchive
from modules.params import DISTINCT, FieldName, Params, RoleArn
from modules.processing.event_schema import EventSchema
from modules.processing.failure_queue import FailureQueue
from modules.processing.stream_function import StreamFunctionParams
from modules.processing.stream_transform import StreamTransform
from modules.storage.data_catalog import DataCatalog
from modules.storage.data_lake import DataLake, DataLakeParams


def _not_reserved(dataset: str) -> str:
    if dataset == "errors":
        raise ValueError("is where the lake keeps rows that could not be delivered; choose another name")
    return dataset


class StreamAnalyticsParams(Params):
    dataset: Annotated[FieldName, AfterValidator(_not_reserved)]
    """Name of the table that people query, not `errors`; `<dataset>_current` shows each event once."""

    event_schema: EventSchema
    """What an event looks like, and which of its fields are sensitive."""

    token_label: TokenLabel = FIRST_LABEL
    """Version of the tokens, v1 to v9999; a new one makes all new tokens differ from the old."""

    producers: Annotated[tuple[RoleArn, ...], Field(min_length=1), DISTINCT]
    """Roles of the environment's account that may take on the producer's role and put events on the stream; at least one."""

    consumers: Annotated[tuple[Consumer, ...], Field(min_length=1), DISTINCT]
    """Personas who query the table: owner, engineer, analyst; the table's class must be open to each."""

    stream: EventStreamParams = EventStreamParams()
    """The stream that takes the events."""

    function: StreamFunctionParams = StreamFunctionParams()
    """The function that checks, tokenizes and passes on."""

    delivery: DeliveryStreamParams = DeliveryStreamParams()
    """How rows are collected into files."""

    lake: DataLakeParams = DataLakeParams()
    """How long data is kept."""

    queries: QueryWorkgroupParams = QueryWorkgroupParams()
    """Limits of queries."""


class StreamAnalytics(Blueprint):
    """
    Kinesis takes the events and Firehose keeps them as they came. A function refuses what does not fit the schema into
    quarantine, with the reason, and replaces sensitive values by tokens that stay joinable. Firehose writes the rows as
    Parquet by day of the event; Athena queries them, each persona in a workgroup of its own.
    """

    params_type = StreamAnalyticsParams

    def __init__(self, scope: Stack, id: str, params: StreamAnalyticsParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipeline = self.pipeline
        source = pipeline.classification
        sensitive = params.event_schema.sensitive_fields
        curated = source.weaker() if sensitive else source
        keys = Keys(self, "keys", pipeline=pipeline)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipeline, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipeline, key=key)
        lake = DataLake(self, "lake", params.lake, pipeline=pipeline, curated=curated, keys=keys, network=net)
        producer = Producer(self, "producer", pipeline=pipeline, principals=params.producers, load=self.load)
        stream = EventStream(
            self,
            "stream",
            params.stream,
            pipeline=pipeline,
            key=keys.of("events", source),
            producer=producer.process,
            alarms=alarms,
        )
        StreamArchive(
            self,
            "archive",
            pipeline=pipeline,
            key=key,
            source=stream,
            bucket=lake.raw,
            target=lake.raw_store,
            alarms=alarms,
        )
        catalog = DataCatalog(
            self,
            "catalog",
            dataset=params.dataset,
            schema=params.event_schema,
            pipeline=pipeline,
            classification=curated,
            bucket=lake.curated,
            retention_days=params.lake.curated_retention_days,
        )
        delivery = DeliveryStream(
            self,
            "delivery",
            params.delivery,
            pipeline=pipeline,
            key=key,
            catalog=catalog,
            bucket=lake.curated,
            alarms=alarms,
        )
        failures = FailureQueue(self, "failures", pipeline=pipeline, key=key, alarms=alarms)
        StreamTransform(
            self,
            "transform",
            params.function,
            schema=params.event_schema,
            archive=context.archives["stream_transform"],
            pipeline=pipeline,
            key=key,
            network=net,
            token_key=TokenKey(self, "token_key", pipeline=pipeline, label=params.token_label),
            source=stream,
            delivery=delivery,
            lake=lake,
            failures=failures,
            alarms=alarms,
            deidentifies_to=Deidentification("tokenize", sensitive, curated) if sensitive else None,
        )
        readers = Readers(
            self,
            "readers",
            params.queries,
            consumers=params.consumers,
            pipeline=pipeline,
            catalog=catalog,
            lake=lake,
            failures=failures,
        )
        self.output("stream_name", stream.name, "The stream that producers put events on")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("database_name", catalog.database.name, "The database to query")
        self.output("view_name", f"{params.dataset}_current", "The view that shows each event once")
        for persona, workgroup in readers.workgroups.items():
            self.output(
                f"workgroup_{persona}", workgroup.workgroup.name, f"The workgroup in which the {persona} queries"
            )
