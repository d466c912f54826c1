"""
Features of approved rows: the newest ones to ask a model with, and all of them to learn from.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import Field

from bindings import Construct
from bindings.aws import SagemakerFeatureGroup
from modules.archive import Archive
from modules.dataflow import Process, Statement, Store
from modules.errors import SettingError
from modules.foundation.role import Role, service_trust
from modules.grants import Trustee
from modules.params import FieldName, Params
from modules.processing.event_schema import EventField
from modules.processing.every_function import Code, FunctionParams, function
from modules.protection import PROFILES
from modules.training.data_gate import DataGateParams
from modules.training.isolated_jobs import SAGEMAKER
from modules.training.ml_zones import MlZones
from modules.training.workplace import Workplace

APPROVED_AT = "approved_at"
CONCURRENCY = 2  # batches that are put into the group at a time

FeatureType = Literal["Fractional", "Integral", "String"]


class FeatureGroupParams(Params):
    identifier: FieldName | None = None
    """The tokenized column that tells records apart; the first one of `gate.tokenized_fields` when left out."""

    event_time: FieldName | None = None
    """
    The timestamp column that says which of two records is newer; when left out, the time at which a batch was approved, which
    is kept as the feature `approved_at`.
    """

    ttl_days: Annotated[int, Field(ge=1, le=365)] = 30
    """Days after its event time that a record is there to be asked for, 1 to 365; the history is kept as approved data is."""

    function: FunctionParams = FunctionParams(memory_mib=1_024, timeout_seconds=900)
    """The function that puts approved rows into the group."""


class FeatureGroup(Construct):
    """
    A feature group under keys, with the records of the last days online and all of them in a bucket. `ingest` writes only rows
    whose digests are those of their approval; SageMaker adds the history as a role that can do nothing else.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: FeatureGroupParams,
        *,
        dataset: str,
        gate: DataGateParams,
        archive: Archive,
        zones: MlZones,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        self._params, self._gate, self._zones, self._place = params, gate, zones, place
        pipeline = place.pipeline
        self.identifier, self.event_time = self._keys()
        self.features = self._features()
        self.name = pipeline.resource_name("features")
        self._arn = pipeline.arn("sagemaker", f"feature-group/{self.name}")
        self.store = self._store()
        self.history = zones.history
        historian = self._historian()
        self.group = SagemakerFeatureGroup(
            self,
            "group",
            feature_group_name=self.name,
            description=f"What is known of {dataset}, by {self.identifier}",
            record_identifier_feature_name=self.identifier,
            event_time_feature_name=self.event_time,
            feature_definition=[{"feature_name": name, "feature_type": kind} for name, kind in self.features.items()],
            role_arn=historian.arn,
            online_store_config={
                "enable_online_store": True,
                "security_config": {"kms_key_id": zones.approved.key.arn},
                "storage_type": "Standard",
                "ttl_duration": {"unit": "Days", "value": params.ttl_days},
            },
            offline_store_config={
                "disable_glue_table_creation": True,
                "table_format": "Glue",
                "s3_storage_config": {
                    "s3_uri": f"s3://{zones.approved.name}/features/{dataset}",
                    "kms_key_id": zones.approved.key.arn,
                },
            },
            throughput_config={"throughput_mode": "OnDemand"},
            tags={"classification": self.store.classification},
            depends_on=[historian.policy],
        )
        self._ingest(archive, dataset)

    def _keys(self) -> tuple[str, str]:
        """What identifies a record and what dates it; raises SettingError where the schema has no such column."""
        gate, params = self._gate, self._params
        types = {field.name: field for field in gate.fields}
        identifier = params.identifier or gate.tokenized_fields[0]
        if identifier not in gate.tokenized_fields:
            raise SettingError(
                ("parameters", "features", "identifier"),
                f"is {identifier}, which is none of gate.tokenized_fields ({', '.join(gate.tokenized_fields)}); "
                "records are told apart by a token, so that none names anybody",
            )
        time = params.event_time
        field = types.get(time) if time else None
        if time and (field is None or field.type != "timestamp" or not field.required or time in gate.dropped_fields):
            raise SettingError(
                ("parameters", "features", "event_time"),
                f"is {time}, which is no required timestamp that is left in approved rows; name one, or leave it out",
            )
        return identifier, time or APPROVED_AT

    def _features(self) -> dict[str, FeatureType]:
        """Every column that is left, but for the label, which nobody knows when a model is asked."""
        gate = self._gate
        named: dict[str, FeatureType] = {
            field.name: "String" if field.name in (*gate.tokenized_fields, *gate.generalized_fields) else _type(field)
            for field in gate.fields
            if field.name not in (gate.label, *gate.dropped_fields)
        }
        return named | {self.event_time: "String"}

    def _store(self) -> Store:
        key, classification = self._zones.approved.key, self._zones.data.classification
        return self._place.pipeline.graph.add_store(
            Store(
                name="features",
                kind="feature_group",
                classification=classification,
                owner=self._place.pipeline.owner,
                retention_days=self._params.ttl_days,
                read_statements=(
                    Statement(("sagemaker:BatchGetRecord", "sagemaker:GetRecord"), (self._arn,)),
                    key.decrypt("sagemaker"),
                ),
                write_statements=(
                    Statement(("sagemaker:PutRecord",), (self._arn,)),
                    key.encrypt("sagemaker"),
                ),
                persona_readers=PROFILES[classification].persona_readers,
            )
        )

    def _historian(self) -> Role:
        """What SageMaker acts as when it adds records to the history; it asks for the access list of the bucket first."""
        pipeline = self._place.pipeline
        process: Process = pipeline.process("historian", "aws_service")
        process.reads(self.store)
        process.writes(self.history)
        bucket = self._zones.approved.arn()
        process.requires(Statement(("s3:GetBucketAcl",), (bucket,)))
        pipeline.graph.grants.trustees.append(Trustee(process.name, "look", (bucket,)))
        return Role(self, "historian", pipeline=pipeline, process=process, trust=[service_trust(SAGEMAKER, pipeline)])

    def _ingest(self, archive: Archive, dataset: str) -> None:
        place, zones = self._place, self._zones
        process = place.phase("ingest", "function", reads=[zones.data, zones.approvals], writes=[self.store])
        self.function = function(
            self,
            self._params.function,
            code=Code(
                archive,
                {
                    "DATASET": dataset,
                    "APPROVED_BUCKET": zones.approved.name,
                    "FEATURE_GROUP": self.name,
                    "FEATURES": json.dumps(self.features, separators=(",", ":")),
                    "IDENTIFIER": self.identifier,
                    "EVENT_TIME": self.event_time,
                    "POWERTOOLS_SERVICE_NAME": place.pipeline.name,
                },
                endpoints=["sagemaker-features"],
                watched_as="ingest",
            ),
            process=process,
            pipeline=place.pipeline,
            key=place.key,
            network=place.network,
            concurrency=min(CONCURRENCY, self._params.function.maximum_concurrency),
            alarms=place.alarms,
        )
        self.function_arn = place.pipeline.arn("lambda", f"function:{self.function.function_name}")


def _type(field: EventField) -> FeatureType:
    if field.type in ("integer", "bigint"):
        return "Integral"
    return "Fractional" if field.type == "double" or field.type.startswith("decimal") else "String"
