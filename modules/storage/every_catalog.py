"""
What every catalog has: a database, columns from the schema, and what both say of class, owner and lineage.
"""

from __future__ import annotations

from typing import Any, Final

from bindings import Construct, Deferred, escape
from bindings.aws import GlueCatalogDatabase
from bindings.aws.glue_catalog_database import GlueCatalogDatabaseArguments
from modules.dataflow import Classification, Store
from modules.lineage import origins
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema

PARQUET_FILES: Final[dict[str, Any]] = {
    "input_format": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    "output_format": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
    "ser_de_info": {
        "serialization_library": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
        "parameters": {"serialization.format": "1"},
    },
}


def facts(pipeline: Pipeline, classification: Classification) -> dict[str, str]:
    """What stands with a database or a table."""
    return {"data_classification": classification.value, "owner": escape(pipeline.owner)}


def lineage(pipeline: Pipeline, store: Store) -> dict[str, str]:
    """How data comes into *store*, as it stands with its table."""
    return {"lineage": Deferred(lambda: origins(pipeline.graph, store))}


def database(scope: Construct, *, dataset: str, pipeline: Pipeline, **arguments: Any) -> GlueCatalogDatabase:
    """The database of a deployment, for the tables of *dataset*."""
    complete: GlueCatalogDatabaseArguments = {
        "name": pipeline.name.replace("-", "_"),
        "description": f"{pipeline.name}: {dataset}",
    }
    complete.update(arguments)  # type: ignore[typeddict-item]  # checked when it is made
    return GlueCatalogDatabase(scope, "database", **complete)


def columns(schema: EventSchema) -> list[Any]:
    """The columns of a table by *schema*, but for the day of the event."""
    return [
        {"name": name, "type": kind, "comment": escape(comment)} for name, (kind, comment) in schema.columns().items()
    ]


DAY: Final[dict[str, str]] = {"name": "event_date", "type": "date", "comment": "day of the event (UTC)"}
"""The column with the day of the event."""


class Database(Construct):
    """
    The database of a deployment whose tables Lake Formation guards: a new table is nobody's but the deploy roles', where
    the catalog would else open it to whoever IAM lets call Glue.
    """

    def __init__(
        self, scope: Construct, id: str, *, dataset: str, pipeline: Pipeline, classification: Classification
    ) -> None:
        super().__init__(scope, id)
        self.dataset = dataset
        made = database(
            self,
            dataset=dataset,
            pipeline=pipeline,
            parameters=facts(pipeline, classification),
            create_table_default_permission=[
                {"permissions": ["ALL"], "principal": {"data_lake_principal_identifier": role}}
                for role in sorted(pipeline.environment.deploy_roles)
            ],
            tags={"classification": classification},
        )
        self.name = made.name
        self.arns = (pipeline.arn("glue", "catalog"), pipeline.arn("glue", f"database/{self.name}"))
