"""
The Glue catalog of a deployment: its table, and a view that shows each event once.
"""

from __future__ import annotations

import base64
import json

from bindings import Construct, Deferred, escape
from bindings.aws import GlueCatalogTable
from modules.dataflow import Classification, Statement, Store
from modules.lineage import origins
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema
from modules.protection import PROFILES
from modules.storage.bucket import Bucket
from modules.storage.every_catalog import DAY, PARQUET_FILES, columns, database, facts

PRESTO_TYPES = {"string": "varchar", "int": "integer"}
FIRST_DATE = "2020-01-01"  # no partition is looked for before this day
READ_ACTIONS = ("glue:GetDatabase", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables")


class DataCatalog(Construct):
    """
    A database with the table *dataset* over curated Parquet files, and the view `<dataset>_current`.

    Firehose delivers at least once, so the table may hold a row twice; the view keeps the first of each `event_id`.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        dataset: str,
        schema: EventSchema,
        pipeline: Pipeline,
        classification: Classification,
        bucket: Bucket,
        retention_days: int,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self.dataset = dataset
        self.prefix = f"{dataset}/"
        said = {
            **facts(pipeline, classification),
            "lineage": Deferred(lambda: origins(pipeline.graph, self.store)),
        }
        self.database = database(
            self, dataset=dataset, pipeline=pipeline, parameters=said, tags={"classification": classification}
        )
        self.table = GlueCatalogTable(
            self,
            "table",
            database_name=self.database.name,
            name=dataset,
            description=f"Curated {dataset}; a row may be there twice, the view {dataset}_current shows each once",
            owner=escape(pipeline.owner),
            table_type="EXTERNAL_TABLE",
            parameters={
                **said,
                "EXTERNAL": "TRUE",
                "classification": "parquet",
                "projection.enabled": "true",
                "projection.event_date.type": "date",
                "projection.event_date.format": "yyyy-MM-dd",
                "projection.event_date.range": f"{FIRST_DATE},NOW+1DAYS",
                "storage.location.template": f"s3://{bucket.name}/{self.prefix}event_date=$${{event_date}}/",
            },
            partition_keys=[dict(DAY)],  # type: ignore[list-item]
            storage_descriptor={
                "location": f"s3://{bucket.name}/{self.prefix}",
                **PARQUET_FILES,  # type: ignore[typeddict-item]  # what every table has
                "columns": columns(schema),
            },
        )
        self._view(schema.columns(), said)
        self.store = pipeline.graph.add_store(
            Store(
                name=dataset,
                kind="glue_table",
                classification=classification,
                owner=pipeline.owner,
                retention_days=retention_days,
                read_statements=(*bucket.read_statements(self.prefix), self._catalog_statement(*READ_ACTIONS)),
                write_statements=bucket.write_statements(self.prefix),
                persona_readers=PROFILES[classification].persona_readers,
                zone="curated",
            )
        )

    def schema_statement(self) -> Statement:
        """What Firehose needs to read the table's columns."""
        return self._catalog_statement("glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions")

    def _catalog_statement(self, *actions: str) -> Statement:
        database = self.database.name
        resources = (
            "catalog",
            f"database/{database}",
            f"table/{database}/{self.dataset}",
            f"table/{database}/{self.dataset}_current",
        )
        return Statement(actions, tuple(self._pipeline.arn("glue", resource) for resource in resources))

    def _view(self, kinds: dict[str, tuple[str, str]], said: dict[str, str]) -> None:
        names = [*kinds, "event_date"]
        types = {name: kind for name, (kind, _) in kinds.items()} | {"event_date": "date"}
        selected = ", ".join(f'"{name}"' for name in names)
        database = self._pipeline.name.replace("-", "_")
        definition = {
            "originalSql": (
                f"SELECT {selected} FROM (SELECT {selected}, row_number() OVER "  # noqa: S608  # names are checked by their model
                f'(PARTITION BY "event_id" ORDER BY "ingested_at") AS occurrence FROM "{self.dataset}") WHERE occurrence = 1'
            ),
            "catalog": "awsdatacatalog",
            "schema": database,
            "columns": [{"name": name, "type": PRESTO_TYPES.get(types[name], types[name])} for name in names],
        }
        encoded = base64.b64encode(json.dumps(definition).encode()).decode()
        GlueCatalogTable(
            self,
            "view",
            database_name=self.database.name,
            name=f"{self.dataset}_current",
            description=f"{self.dataset}, each event once",
            owner=escape(self._pipeline.owner),
            table_type="VIRTUAL_VIEW",
            view_original_text=f"/* Presto View: {encoded} */",
            view_expanded_text="/* Presto View */",
            parameters={**said, "presto_view": "true", "comment": "Presto View"},
            storage_descriptor={"columns": [{"name": name, "type": types[name]} for name in names]},
            depends_on=[self.table],
        )
