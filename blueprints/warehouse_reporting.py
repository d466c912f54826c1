"""
Keep the newest of every event in a warehouse, for people who say SQL and for people who look at reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.analytics.dashboards import Dashboards
from modules.analytics.report import ReportParams
from modules.analytics.warehouse_readers import WarehouseReaders
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.persona import Consumer
from modules.foundation.producer import Producer
from modules.ingestion.event_stream import EventStream, EventStreamParams
from modules.params import FieldName, Params, RoleArn, Some
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema
from modules.storage.landing import Landing, LandingParams
from modules.storage.snapshot_copy import COPY
from modules.storage.warehouse import Source, Warehouse, WarehouseParams
from modules.storage.warehouse_schedule import ScheduleParams, WarehouseSchedule
from modules.storage.warehouse_sql import Table


class WarehouseReportingParams(Params):
    dataset: FieldName
    """Name of the table, and of the folder in which producers put files."""

    event_schema: EventSchema
    """What an event looks like, and which of its fields only those may see to whom the data's class is open."""

    arrival: Literal["files", "stream"] = "files"
    """`files`: producers put gzipped JSON lines into the landing zone; `stream`: they put events on a Kinesis stream."""

    producers: Some[RoleArn]
    """Roles of the environment's account that may take on the producer's role; at least one."""

    consumers: Some[Consumer]
    """Personas who say SQL; the data's class must be open to each."""

    viewers: Some[Consumer]
    """Personas who look at reports; without sensitive fields a report is one class weaker."""

    lake: LandingParams = LandingParams()
    """How long files are kept, where they arrive as files."""

    stream: EventStreamParams = EventStreamParams()
    """The stream, where events arrive by one."""

    warehouse: WarehouseParams = WarehouseParams()
    """Which form the warehouse has, its bounds, and how long it keeps rows."""

    schedule: ScheduleParams = ScheduleParams()
    """How often the warehouse is loaded."""

    report: ReportParams = ReportParams()
    """When the report is refreshed, and which rows a persona sees."""


class WarehouseReporting(Blueprint):
    """
    Files in a landing zone, or events of a stream, are loaded into Redshift: serverless, or a cluster of RA3 nodes. A load
    can be repeated: the newest row of each event is kept. People to whom the data's class is open say SQL as themselves;
    others look at QuickSight reports, in which columns and rows are theirs by what the graph says.
    """

    params_type = WarehouseReportingParams

    @classmethod
    def regions(cls, params: WarehouseReportingParams, pipeline: Pipeline) -> Mapping[str, str]:  # noqa: ARG003  # a choice
        return {COPY: params.warehouse.copy_region} if params.warehouse.copy_region else {}

    def __init__(self, scope: Stack, id: str, params: WarehouseReportingParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe, schema, dataset = self.pipeline, params.event_schema, params.dataset
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        arrival = keys.of("arrival", pipe.classification)
        source: Source
        if params.arrival == "files":
            source = Landing(
                self,
                "lake",
                params.lake,
                dataset=dataset,
                pipeline=pipe,
                key=arrival,
                network=net,
                producer=producer.process,
            )
        else:
            source = EventStream(
                self, "stream", params.stream, pipeline=pipe, key=arrival, producer=producer.process, alarms=alarms
            )
        warehouse = Warehouse(
            self,
            "warehouse",
            params.warehouse,
            dataset=dataset,
            pipeline=pipe,
            key=keys.of("warehouse", pipe.classification),
            network=net,
            source=source,
            alarms=alarms,
        )
        readers = WarehouseReaders(
            self, "readers", consumers=params.consumers, pipeline=pipe, table=warehouse.store, source=source
        )
        WarehouseSchedule(
            self,
            "schedule",
            params.schedule,
            table=Table(dataset, schema),
            pipeline=pipe,
            warehouse=warehouse,
            source=source,
            readers=readers.processes,
            alarms=alarms,
        )
        Dashboards(
            self,
            "dashboards",
            params.report,
            schema=schema,
            viewers=params.viewers,
            pipeline=pipe,
            network=net,
            warehouse=warehouse,
            archive=context.archives["warehouse_login"],
            alarms=alarms,
        )
        self.output("source_name", source.name, "The bucket or the stream that producers fill")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("warehouse_name", warehouse.name, "The workgroup or the cluster to query")
        for persona, reader in readers.personas.items():
            self.output(f"role_{persona}", reader.role.arn, f"The role as which the {persona} says SQL")
