"""
Work through a day's files in a nightly Spark job on a cluster of its own, and let people query what comes out.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.analytics.readers import Readers
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.persona import Consumer
from modules.foundation.producer import Producer
from modules.params import DISTINCT, FieldName, Params, RoleArn
from modules.processing.event_schema import EventSchema
from modules.processing.spark_cluster import SparkCluster, SparkClusterParams
from modules.processing.spark_roles import SparkJobs, SparkSubmitter
from modules.storage.data_catalog import DataCatalog
from modules.storage.data_lake import DataLake, DataLakeParams
from modules.storage.job_zones import JobZones, JobZonesParams

Roles = Annotated[tuple[RoleArn, ...], Field(min_length=1), DISTINCT]


def _as_it_is(schema: EventSchema) -> EventSchema:
    if schema.sensitive_fields:
        raise ValueError("has sensitive_fields, which nothing here replaces; leave them out, and write no such columns")
    return schema


class SparkClusterBlueprintParams(Params):
    dataset: FieldName
    """Name of the table that people query; jobs write Parquet to `<dataset>/event_date=YYYY-MM-DD/` of the curated zone."""

    row_schema: Annotated[EventSchema, AfterValidator(_as_it_is)]
    """The columns that jobs write, `event_id` and `ingested_at` beside them; equal ids are the same row."""

    producers: Roles
    """Roles of the environment's account that may put files into the landing zone (raw); at least one."""

    submitters: Roles
    """Roles of the environment's account, such as a scheduler's, that may place code and start jobs; at least one."""

    consumers: Annotated[tuple[Consumer, ...], Field(min_length=1), DISTINCT]
    """Personas who query the table: owner, engineer, analyst; the table's class must be open to each."""

    cluster: SparkClusterParams = SparkClusterParams()
    """The cluster."""

    lake: DataLakeParams = DataLakeParams()
    """How long data is kept."""

    jobs: JobZonesParams = JobZonesParams()
    """How long code and logs of jobs are kept."""

    queries: QueryWorkgroupParams = QueryWorkgroupParams()
    """Limits of queries."""


class SparkClusterBlueprint(Blueprint):
    """
    Producers land files in the raw zone. At night a scheduler starts Spark jobs on EMR; each runs under the role of jobs, reads
    what landed, writes curated Parquet, and puts what it refuses into quarantine. Nodes encrypt their disks and their talk,
    grow within limits, partly on Spot, and log under a key. Athena queries the table, each persona in a workgroup of its own.
    """

    params_type = SparkClusterBlueprintParams

    def __init__(self, scope: Stack, id: str, params: SparkClusterBlueprintParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipeline = self.pipeline
        source = pipeline.classification
        keys = Keys(self, "keys", pipeline=pipeline)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipeline, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipeline, key=key)
        lake = DataLake(self, "lake", params.lake, pipeline=pipeline, curated=source, keys=keys, network=net)
        zones = JobZones(self, "zones", params.jobs, pipeline=pipeline, keys=keys, network=net, access_logs=lake.logs)
        producer = Producer(self, "producer", pipeline=pipeline, principals=params.producers, load=self.load)
        producer.process.writes(lake.raw_store)
        catalog = DataCatalog(
            self,
            "catalog",
            dataset=params.dataset,
            schema=params.row_schema,
            pipeline=pipeline,
            classification=source,
            bucket=lake.curated,
            retention_days=params.lake.curated_retention_days,
        )
        cluster = SparkCluster(
            self,
            "cluster",
            params.cluster,
            pipeline=pipeline,
            key=key,
            network=net,
            buckets=[lake.curated, lake.quarantine],
            logs=zones.logs,
            log_store=zones.log_store,
            alarms=alarms,
        )
        jobs = SparkJobs(
            self,
            "jobs",
            pipeline=pipeline,
            network=net,
            nodes=cluster.nodes,
            capacity=cluster.capacity,
            reads=[lake.raw_store, zones.code_store],
            writes=[(catalog.store, lake.curated, catalog.prefix), (lake.quarantine_store, lake.quarantine, "")],
        )
        submitter = SparkSubmitter(
            self,
            "submitter",
            pipeline=pipeline,
            principals=params.submitters,
            jobs=jobs,
            code=zones.code_store,
        )
        readers = Readers(
            self, "readers", params.queries, consumers=params.consumers, pipeline=pipeline, catalog=catalog, lake=lake
        )
        self.output("cluster_id", cluster.id, "The cluster that jobs run on")
        self.output("jobs_role_arn", jobs.role.arn, "The role to give to every step (ExecutionRoleArn)")
        self.output("submitter_role_arn", submitter.role.arn, "The role that a scheduler takes on")
        self.output("code_bucket", zones.code.name, "Where the code of jobs is")
        self.output("raw_bucket", lake.raw.name, "Where producers put files")
        self.output("database_name", catalog.database.name, "The database to query")
        for persona, group in readers.workgroups.items():
            self.output(f"workgroup_{persona}", group.workgroup.name, f"The workgroup in which the {persona} queries")
