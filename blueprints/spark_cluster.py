"""
Work through a day's files in a nightly Spark job on a cluster of its own, and let people query what comes out.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.spark_cluster import SparkClusterBlueprintParams
from modules.analytics.readers import Readers
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.producer import Producer
from modules.processing.spark_cluster import SparkCluster
from modules.processing.spark_roles import SparkJobs, SparkSubmitter
from modules.storage.data_catalog import DataCatalog
from modules.storage.data_lake import DataLake
from modules.storage.job_zones import JobZones


class SparkClusterBlueprint(Blueprint):
    """
    Producers land files in the raw zone. At night a scheduler starts Spark jobs on EMR; each runs under the role of jobs, reads
    what landed, writes curated Parquet, and puts what it refuses into quarantine. Nodes encrypt their disks and their talk,
    grow within limits, partly on Spot, and log under a key. Athena queries the table, each persona in a workgroup of its own.
    """

    params_type = SparkClusterBlueprintParams

    def __init__(self, scope: Stack, id: str, params: SparkClusterBlueprintParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe, source = self.pipeline, self.pipeline.classification
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        lake = DataLake(self, "lake", params.lake, pipeline=pipe, curated=source, keys=keys, network=net)
        zones = JobZones(self, "zones", params.jobs, pipeline=pipe, keys=keys, network=net, access_logs=lake.logs)
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        producer.process.writes(lake.raw_store)
        catalog = DataCatalog(
            self, "catalog", dataset=params.dataset, schema=params.row_schema, bucket=lake.curated,
            retention_days=params.lake.curated_retention_days, pipeline=pipe, classification=source,
        )  # fmt: skip
        cluster = SparkCluster(
            self, "cluster", params.cluster, buckets=[lake.curated, lake.quarantine], logs=zones.logs,
            log_store=zones.log_store, pipeline=pipe, key=key, network=net, alarms=alarms,
        )  # fmt: skip
        jobs = SparkJobs(
            self, "jobs", nodes=cluster.nodes, capacity=cluster.capacity, reads=[lake.raw_store, zones.code_store],
            writes=[(catalog.store, lake.curated, catalog.prefix), (lake.quarantine_store, lake.quarantine, "")],
            pipeline=pipe, network=net,
        )  # fmt: skip
        submitter = SparkSubmitter(
            self, "submitter", principals=params.submitters, jobs=jobs, code=zones.code_store, pipeline=pipe
        )  # fmt: skip
        readers = Readers(
            self, "readers", params.queries, consumers=params.consumers, catalog=catalog, lake=lake, pipeline=pipe
        )  # fmt: skip
        self.output("cluster_id", cluster.id, "The cluster that jobs run on")
        self.output("jobs_role_arn", jobs.role.arn, "The role to give to every step (ExecutionRoleArn)")
        self.output("submitter_role_arn", submitter.role.arn, "The role that a scheduler takes on")
        self.output("code_bucket", zones.code.name, "Where the code of jobs is")
        self.output("raw_bucket", lake.raw.name, "Where producers put files")
        self.output("database_name", catalog.database.name, "The database to query")
        for persona, group in readers.workgroups.items():
            self.output(f"workgroup_{persona}", group.workgroup.name, f"The workgroup in which the {persona} queries")
