"""
What a deployment of `batch_lakehouse` says.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.foundation.persona import Consumer
from modules.foundation.token_key import FIRST_LABEL, TokenLabel
from modules.ingestion.landing import LandingParams
from modules.params import DISTINCT, Fault, FieldName, Params, RoleArn, RuleError, Some
from modules.processing.enrichment import Enrichment
from modules.processing.event_schema import EventSchema
from modules.processing.glue_job import GlueJobParams
from modules.processing.quality_rules import QualityRulesParams
from modules.processing.queue_function import QueueFunctionParams
from modules.processing.spark_application import SparkApplicationParams
from modules.storage.data_lake import DataLakeParams
from modules.storage.iceberg_table import IcebergTableParams


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

    producers: Some[RoleArn]
    """Roles of the environment's account that may take on the producer's role and put batches down; at least one."""

    consumers: Some[Consumer]
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
