"""
Turn batches of files into an Iceberg table that people query, once each batch has passed its rules.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.analytics.lake_readers import LakeReaders
from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.dataflow import Deidentification
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.persona import Consumer
from modules.foundation.producer import Producer
from modules.foundation.token_key import FIRST_LABEL, TokenKey, TokenLabel
from modules.ingestion.landing import Landing, LandingParams
from modules.params import DISTINCT, Fault, FieldName, Params, RoleArn, RuleError
from modules.processing.batch_flow import BatchFlow
from modules.processing.batch_jobs import BatchJobs
from modules.processing.batch_starter import BatchStarter
from modules.processing.enrichment import Enrichment
from modules.processing.event_schema import EventSchema
from modules.processing.failure_queue import FailureQueue
from modules.processing.glue_job import GlueJobParams
from modules.processing.publisher import Lookup, Publisher
from modules.processing.quality_rules import QualityRules, QualityRulesParams
from modules.processing.queue_function import QueueFunctionParams
from modules.processing.spark_application import SparkApplicationParams
from modules.storage.data_lake import DataLakeParams
from modules.storage.iceberg_table import IcebergTableParams
from modules.storage.lake_formation import LakeFormation
from modules.storage.lakehouse import Lakehouse


class BatchLakehouseParams(Params):
    dataset: FieldName
    """Name of the table that people query."""

    event_schema: EventSchema
    """What a line of a batch looks like, and which of its fields are sensitive."""

    withheld_fields: Annotated[tuple[FieldName, ...], DISTINCT] = ()
    """
    Fields that keep the source's class in the table, so that only personas who are cleared for that class see them. The
    table then has the source's class; the others query it without these fields.
    """

    enrichment: Enrichment | None = None
    """Columns that rows get from a store of another deployment; none when left out."""

    token_label: TokenLabel = FIRST_LABEL
    """Version of the tokens, v1 to v9999; a new one makes all new tokens differ from the old."""

    producers: Annotated[tuple[RoleArn, ...], Field(min_length=1), DISTINCT]
    """Roles of the environment's account that may take on the producer's role and put batches down; at least one."""

    consumers: Annotated[tuple[Consumer, ...], Field(min_length=1), DISTINCT]
    """Personas who query the table, or what is open of it: owner, engineer, analyst."""

    landing: LandingParams = LandingParams()
    """Where batches arrive, and how many."""

    starter: QueueFunctionParams = QueueFunctionParams()
    """The function that starts the work on a batch."""

    jobs: GlueJobParams = GlueJobParams()
    """The jobs that prepare a batch, and that put one into quarantine."""

    quality: QualityRulesParams = QualityRulesParams()
    """What a batch has to keep to be published."""

    publisher: SparkApplicationParams = SparkApplicationParams()
    """The application that merges batches into the table."""

    table: IcebergTableParams = IcebergTableParams()
    """How the table is kept in shape."""

    lake: DataLakeParams = DataLakeParams()
    """How long data is kept."""

    queries: QueryWorkgroupParams = QueryWorkgroupParams()
    """Limits of queries."""

    @model_validator(mode="after")
    def _enriched(self) -> Self:
        if self.enrichment:
            taken = {*self.event_schema.columns(), "event_date"}
            known = set(self.event_schema.by_name) - set(self.event_schema.sensitive_fields)
            wrong = (
                []
                if self.enrichment.on in known
                else [Fault(f"{self.enrichment.on} is no field that stays as it came", ("enrichment", "on"))]
            )
            RuleError.raise_any(
                [
                    *wrong,
                    *(
                        Fault(
                            f"{field.name} is a column of the table already; choose another",
                            ("enrichment", "fields", index),
                        )
                        for index, field in enumerate(self.enrichment.fields)
                        if field.name in taken
                    ),
                ]
            )
        return self

    @model_validator(mode="after")
    def _withheld(self) -> Self:
        schema = self.event_schema
        kept = {schema.event_id, schema.event_time, *schema.sensitive_fields}
        RuleError.raise_any(
            Fault(
                f"{name} is not one of the other fields ({', '.join(sorted(set(schema.by_name) - kept))})",
                ("withheld_fields", index),
            )
            for index, name in enumerate(self.withheld_fields)
            if name not in set(schema.by_name) - kept
        )
        return self


class BatchLakehouse(Blueprint):
    """
    Producers put files and a manifest into a bucket. A state machine has each batch checked and tokenized by Glue, judged by
    its rules, and merged into an Apache Iceberg table by EMR Serverless; one that breaks a rule goes into quarantine. Lake
    Formation shows each persona the columns it is cleared for, in Athena.
    """

    params_type = BatchLakehouseParams

    def __init__(self, scope: Stack, id: str, params: BatchLakehouseParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe, schema, archives = self.pipeline, params.event_schema, context.archives
        source = pipe.classification
        opened = source.weaker() if schema.sensitive_fields or params.withheld_fields else source
        curated = source if params.withheld_fields else opened
        sensitive = schema.sensitive_fields
        tokenized = Deidentification("tokenize", sensitive, curated) if sensitive else None
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        added = params.enrichment
        house = Lakehouse(
            self, "lakehouse", params.lake, params.table, dataset=params.dataset, schema=schema, enrichment=added,
            curated=curated, open_classification=opened, pipeline=pipe, keys=keys, network=net,
        )  # fmt: skip
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        landing = Landing(
            self, "landing", params.landing, bucket=house.lake.raw, store=house.lake.raw_store, producer=producer.process,
            starter_timeout_seconds=params.starter.timeout_seconds, pipeline=pipe, key=key, alarms=alarms,
        )  # fmt: skip
        token_key = TokenKey(self, "token_key", pipeline=pipe, label=params.token_label)
        jobs = BatchJobs(
            self, "jobs", params.jobs, schema=schema, archives=archives, token_key=token_key, lake=house.lake,
            staging=house.staging, pipeline=pipe, key=key, code=house.code, alarms=alarms, deidentifies_to=tokenized,
        )  # fmt: skip
        quality = QualityRules(self, "quality", params.quality, pipeline=pipe, staging=house.staging)
        publisher = Publisher(
            self, "publisher", params.publisher, archive=archives["batch_publish"], staging=house.staging,
            table=house.table, bucket=house.lake.curated, pipeline=pipe, key=key, network=net, code=house.code,
            lookup=Lookup(added, self.imported(added.source)) if added else None,
        )  # fmt: skip
        failures = FailureQueue(self, "failures", pipeline=pipe, key=key, alarms=alarms)
        flow = BatchFlow(
            self, "flow", prepare=jobs.prepare, staging=house.staging, quality=quality, publisher=publisher,
            reject=jobs.reject, failures=failures, pipeline=pipe, key=key, alarms=alarms,
        )  # fmt: skip
        BatchStarter(
            self, "starter", params.starter, archive=archives["batch_starter"], landing=landing, machine=flow.machine,
            pipeline=pipe, key=key, network=net, alarms=alarms,
        )  # fmt: skip
        formation = LakeFormation(
            self, "formation", table=house.table, bucket=house.lake.curated, withheld=params.withheld_fields,
            open_classification=opened, pipeline=pipe,
        )  # fmt: skip
        formation.committed_by(publisher.process)
        readers = LakeReaders(
            self, "readers", params.queries, consumers=params.consumers, table=house.table, formation=formation,
            lakehouse=house, failed=[failures.store, landing.queue.dead_letters.store], pipeline=pipe,
        )  # fmt: skip
        self.output("landing_bucket", house.lake.raw.name, "Where producers put batches, under batches/<name>/")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("state_machine_arn", flow.machine.arn, "The state machine that works on batches")
        for persona, workgroup in readers.workgroups.items():
            self.output(
                f"workgroup_{persona}", workgroup.workgroup.name, f"The workgroup in which the {persona} queries"
            )
