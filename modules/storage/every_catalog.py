"""
What every table of a catalog has: a database, columns from the schema, and what it says of class, owner and lineage.
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


class Database(Construct):
    """The database of a deployment, for the tables of *dataset*."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        dataset: str,
        pipeline: Pipeline,
        classification: Classification,
        **arguments: Any,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self.dataset = dataset
        complete: GlueCatalogDatabaseArguments = {
            "name": pipeline.name.replace("-", "_"),
            "description": f"{pipeline.name}: {dataset}",
            "parameters": self.facts(classification),
            "tags": {"classification": classification},
            **arguments,
        }
        self.database = GlueCatalogDatabase(self, "database", **complete)
        self.name = self.database.name
        self.arns = (pipeline.arn("glue", "catalog"), pipeline.arn("glue", f"database/{self.name}"))

    def facts(self, classification: Classification, store: Store | None = None) -> dict[str, str]:
        """What stands with a table or a database: class and owner, and how data comes into *store*."""
        pipeline = self._pipeline
        lineage = {"lineage": Deferred(lambda: origins(pipeline.graph, store))} if store else {}
        return {"data_classification": classification.value, "owner": escape(pipeline.owner), **lineage}


def columns(schema: EventSchema, *, dated: bool) -> list[Any]:
    """The columns of a table by *schema*, with the day of the event when it is no partition of the files."""
    named = [(name, kind, comment) for name, (kind, comment) in schema.columns().items()]
    day = [("event_date", "date", "day of the event (UTC)")] if dated else []
    return [{"name": name, "type": kind, "comment": escape(comment)} for name, kind, comment in [*named, *day]]
