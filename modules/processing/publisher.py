"""
`functions/batch_publish` on EMR Serverless: merges judged batches into the Iceberg table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bindings import Construct
from modules.archive import Archive
from modules.dataflow import Statement
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.imported import Imported
from modules.pipeline import Pipeline
from modules.processing.enrichment import Enrichment
from modules.processing.spark_application import SparkApplication, SparkApplicationParams
from modules.storage.bucket import Bucket
from modules.storage.code_store import CodeStore
from modules.storage.iceberg_table import IcebergTable
from modules.storage.staging import Staging

CATALOG = "lake"  # what Spark calls the Glue catalog
ICEBERG = "org.apache.iceberg"


@dataclass(frozen=True)
class Lookup:
    """What *enrichment* asks of a store of another deployment."""

    enrichment: Enrichment
    imported: Imported


class Publisher(Construct):
    """An application of its own, whose process reads *staging* and what is looked up, and commits to *table*."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: SparkApplicationParams,
        *,
        archive: Archive,
        staging: Staging,
        table: IcebergTable,
        bucket: Bucket,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        code: CodeStore,
        lookup: Lookup | None,
    ) -> None:
        super().__init__(scope, id)
        self._staging, self._table, self._bucket, self._lookup = staging, table, bucket, lookup
        self.process = pipeline.process("publish", "spark_job")
        self.process.reads(staging.store)
        table.merged_by(self.process)
        if lookup:
            self.process.reads(lookup.imported.store)
        self._application = SparkApplication(
            self,
            "application",
            params,
            module="batch_publish.job",
            archives=[archive],
            process=self.process,
            pipeline=pipeline,
            key=key,
            network=network,
            code=code,
            endpoints=["glue"],
        )
        self.application_id = self._application.id

    def run(self, name: str) -> dict[str, Any]:
        """What Step Functions asks for to publish the batch called *name*, an intrinsic."""
        table = f"{CATALOG}.{self._table.database.name}.{self._table.dataset}"
        arguments: tuple[str, ...] = (
            "'--batch'",
            name,
            "'--staged'",
            f"'{self._staging.url}'",
            "'--table'",
            f"'{table}'",
        )
        if self._lookup:
            wanted, names = self._lookup.enrichment, ",".join(field.name for field in self._lookup.enrichment.fields)
            arguments += ("'--lookup'", f"'{self._lookup.imported.files}'", "'--on'", f"'{wanted.on}'")
            arguments += ("'--columns'", f"'{names}'")
        catalog = f"spark.sql.catalog.{CATALOG}"
        settings = {
            "spark.sql.extensions": f"{ICEBERG}.spark.extensions.IcebergSparkSessionExtensions",
            catalog: f"{ICEBERG}.spark.SparkCatalog",
            f"{catalog}.catalog-impl": f"{ICEBERG}.aws.glue.GlueCatalog",
            f"{catalog}.io-impl": f"{ICEBERG}.aws.s3.S3FileIO",
            f"{catalog}.warehouse": f"s3://{self._bucket.name}",
        }
        return self._application.run(name, arguments, settings)

    def start_statements(self) -> tuple[Statement, ...]:
        return self._application.start_statements()
