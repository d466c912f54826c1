"""
Where a batch waits to be judged: prepared rows that nobody but the pipeline's own processes sees.
"""

from __future__ import annotations

from typing import Any

from bindings import Construct
from bindings.aws import GlueCatalogTable
from modules.dataflow import Classification, Process, Statement, Store
from modules.foundation.key import Keys
from modules.foundation.network import Network
from modules.grants import Trustee
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema
from modules.storage.bucket import Bucket, BucketParams
from modules.storage.every_catalog import DAY, PARQUET_FILES, Database, columns, facts, lineage
from modules.storage.log_bucket import LogBucket

STAGED_DAYS = 30  # long enough to publish a batch again; what is published or in quarantine is kept there


class Staging(Construct):
    """A bucket and the table `<dataset>_staged` over it, a partition for each batch."""

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        *,
        schema: EventSchema,
        pipeline: Pipeline,
        classification: Classification,
        keys: Keys,
        network: Network,
        logs: LogBucket,
        database: Database,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self.bucket = Bucket(
            self,
            "bucket",
            BucketParams(zone="staged", retention_days=STAGED_DAYS),
            pipeline=pipeline,
            classification=classification,
            key=keys.of("staged", classification),
            network=network,
            logs=logs,
        )
        self.url = f"s3://{self.bucket.name}/{database.dataset}"
        name = f"{database.dataset}_staged"
        self.table_arn = pipeline.arn("glue", f"table/{database.name}/{name}")
        self.catalog_arns = (*database.arns, self.table_arn)
        self._files = self.bucket.arn(f"{database.dataset}/*")
        reading = ("glue:GetDatabase", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable")
        self.store = pipeline.graph.add_store(
            Store(
                name="staged",
                kind="bucket",
                classification=classification,
                owner=pipeline.owner,
                retention_days=STAGED_DAYS,
                read_statements=(
                    *self.bucket.read_statements(f"{database.dataset}/"),
                    Statement(reading, self.catalog_arns),
                ),
                write_statements=self.bucket.write_statements(f"{database.dataset}/"),
                persona_readers=frozenset(),
                places=(self._files, self.table_arn),
            )
        )
        self._shape: dict[str, Any] = {**PARQUET_FILES, "columns": [*columns(schema), dict(DAY)]}
        self.table = GlueCatalogTable(
            self,
            "table",
            database_name=database.name,
            name=name,
            description=f"Batches of {database.dataset} that wait to be judged",
            table_type="EXTERNAL_TABLE",
            parameters={
                **facts(pipeline, classification),
                **lineage(pipeline, self.store),
                "EXTERNAL": "TRUE",
                "classification": "parquet",
            },
            partition_keys=[{"name": "batch", "type": "string", "comment": "the execution that prepared it"}],
            storage_descriptor={"location": f"{self.url}/", **self._shape},  # type: ignore[typeddict-item]  # what every table has
        )

    def partition(self, name: str) -> dict[str, Any]:
        """What Step Functions asks for to register the batch called *name*, an intrinsic."""
        serde = self._shape["ser_de_info"]
        return {
            "DatabaseName": self.table.database_name,
            "TableName": self.table.name,
            "PartitionInput": {
                "Values.$": f"States.Array({name})",
                "StorageDescriptor": {
                    "Location.$": f"States.Format('{self.url}/batch={{}}/', {name})",
                    "InputFormat": self._shape["input_format"],
                    "OutputFormat": self._shape["output_format"],
                    "SerdeInfo": {
                        "SerializationLibrary": serde["serialization_library"],
                        "Parameters": serde["parameters"],
                    },
                    "Columns": [{"Name": column["name"], "Type": column["type"]} for column in self._shape["columns"]],
                },
            },
        }

    def filled_by(self, process: Process) -> None:
        """Let *process* write batches; Spark looks at what it writes, and removes what an earlier try has left."""
        process.writes(self.store)
        process.requires(
            Statement(("s3:DeleteObject", "s3:GetObject"), (self._files,)), *self.bucket.read_statements("")[1:2]
        )
        self._pipeline.graph.grants.trustees.append(Trustee(process.name, "maintain", (self._files, self.bucket.arn())))

    def registered_by(self, process: Process) -> None:
        """Let *process* tell the catalog of a batch."""
        process.requires(Statement(("glue:CreatePartition",), self.catalog_arns))
        self._pipeline.graph.grants.trustees.append(Trustee(process.name, "administer", (self.table_arn,)))
