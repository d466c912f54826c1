"""
Turn batches of files into an Iceberg table that people query, once each batch has passed its rules.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.batch_lakehouse import BatchLakehouseParams
from modules.analytics.lake_readers import LakeReaders
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.producer import Producer
from modules.foundation.token_key import TokenKey
from modules.ingestion.landing import Landing
from modules.processing.batch_flow import BatchFlow
from modules.processing.batch_jobs import BatchJobs
from modules.processing.publisher import Lookup, Publisher
from modules.processing.quality_rules import QualityRules
from modules.storage.lakehouse import Lakehouse


class BatchLakehouse(Blueprint):
    """
    Producers put files and a manifest into a bucket. A state machine has each batch checked and tokenized by Glue, judged by
    its rules, and merged into an Apache Iceberg table by EMR Serverless; one that breaks a rule goes into quarantine. Lake
    Formation shows each persona the columns it is cleared for, in Athena.
    """

    params_type = BatchLakehouseParams

    def __init__(self, scope: Stack, id: str, params: BatchLakehouseParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe, schema, archives, added = self.pipeline, params.event_schema, context.archives, params.enrichment
        source = pipe.classification
        opened = source.weaker() if schema.sensitive_fields or params.withheld_fields else source
        curated = source if params.withheld_fields else opened
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        house = Lakehouse(
            self, "lakehouse", params.lake, params.table, dataset=params.dataset, schema=schema, enrichment=added,
            withheld=params.withheld_fields, curated=curated, open_classification=opened, pipeline=pipe, keys=keys,
            network=net,
        )  # fmt: skip
        token_key = TokenKey(self, "token_key", pipeline=pipe, label=params.token_label)
        jobs = BatchJobs(
            self, "jobs", params.jobs, schema=schema, archives=archives, token_key=token_key, lake=house.lake,
            staging=house.staging, code=house.code, deidentifies_to=schema.tokenized(curated), pipeline=pipe, key=key,
            alarms=alarms,
        )  # fmt: skip
        quality = QualityRules(self, "quality", params.quality, staging=house.staging, pipeline=pipe)
        publisher = Publisher(
            self, "publisher", params.publisher, archive=archives["batch_publish"], staging=house.staging,
            lookup=Lookup(added, self.imported(added.source)) if added else None, table=house.table,
            bucket=house.lake.curated, code=house.code, pipeline=pipe, key=key, network=net,
        )  # fmt: skip
        house.formation.committed_by(publisher.process)
        flow = BatchFlow(
            self, "flow", prepare=jobs.prepare, staging=house.staging, quality=quality, publisher=publisher,
            reject=jobs.reject, pipeline=pipe, key=key, alarms=alarms,
        )  # fmt: skip
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        landing = Landing(
            self, "landing", params.landing, params.starter, bucket=house.lake.raw, store=house.lake.raw_store,
            producer=producer.process, archive=archives["batch_starter"], machine=flow.machine, pipeline=pipe, key=key,
            network=net, alarms=alarms,
        )  # fmt: skip
        readers = LakeReaders(
            self, "readers", params.queries, consumers=params.consumers, lakehouse=house,
            failed=[flow.failures.store, landing.queue.dead_letters.store], pipeline=pipe,
        )  # fmt: skip
        self.output("landing_bucket", house.lake.raw.name, "Where producers put batches, under batches/<name>/")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("state_machine_arn", flow.machine.arn, "The state machine that works on batches")
        for persona, group in readers.workgroups.items():
            self.output(f"workgroup_{persona}", group.workgroup.name, f"The workgroup in which the {persona} queries")
