"""
Keep the newest of every event in a warehouse, for people who say SQL and for people who look at reports.
"""

from __future__ import annotations

from collections.abc import Mapping

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.warehouse_reporting import WarehouseReportingParams
from modules.analytics.dashboards import Dashboards
from modules.analytics.warehouse_readers import WarehouseReaders
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.producer import Producer
from modules.ingestion.event_stream import EventStream
from modules.pipeline import Pipeline
from modules.storage.landing import Landing
from modules.storage.snapshot_copy import COPY
from modules.storage.warehouse import Source, Warehouse
from modules.storage.warehouse_schedule import WarehouseSchedule
from modules.storage.warehouse_sql import Table


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
        source: Source = (
            Landing(
                self, "lake", params.lake, dataset=dataset, producer=producer.process, pipeline=pipe, key=arrival,
                network=net,
            )
            if params.arrival == "files"
            else EventStream(
                self, "stream", params.stream, producer=producer.process, pipeline=pipe, key=arrival, alarms=alarms
            )
        )  # fmt: skip
        warehouse = Warehouse(
            self, "warehouse", params.warehouse, dataset=dataset, source=source, pipeline=pipe,
            key=keys.of("warehouse", pipe.classification), network=net, alarms=alarms,
        )  # fmt: skip
        readers = WarehouseReaders(
            self, "readers", consumers=params.consumers, table=warehouse.store, source=source, pipeline=pipe
        )  # fmt: skip
        WarehouseSchedule(
            self, "schedule", params.schedule, table=Table(dataset, schema), warehouse=warehouse, source=source,
            readers=readers.processes, pipeline=pipe, alarms=alarms,
        )  # fmt: skip
        Dashboards(
            self, "dashboards", params.report, schema=schema, viewers=params.viewers, warehouse=warehouse,
            archive=context.archives["warehouse_login"], pipeline=pipe, network=net, alarms=alarms,
        )  # fmt: skip
        self.output("source_name", source.name, "The bucket or the stream that producers fill")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("warehouse_name", warehouse.name, "The workgroup or the cluster to query")
        for persona, reader in readers.personas.items():
            self.output(f"role_{persona}", reader.role.arn, f"The role as which the {persona} says SQL")
