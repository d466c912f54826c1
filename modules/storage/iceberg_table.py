"""
A table of Apache Iceberg: what people query, changed only by whole commits, and kept in shape by Glue.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from bindings import Construct
from bindings.aws import GlueCatalogTable, GlueCatalogTableOptimizer
from modules.dataflow import Classification, Process, Statement, Store
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.role import Role, service_trust
from modules.grants import Trustee
from modules.params import Params
from modules.pipeline import Pipeline
from modules.processing.event_schema import EventSchema
from modules.protection import PROFILES
from modules.storage.bucket import Bucket
from modules.storage.every_catalog import DAY, Database, columns, facts, lineage

FORMAT_VERSION = "2"  # of Iceberg: rows can be deleted and replaced
OPTIMIZERS = ("compaction", "retention", "orphan_file_deletion")
READ_ACTIONS = ("glue:GetDatabase", "glue:GetTable", "glue:GetTables")
COMMIT_ACTIONS = ("glue:GetTable", "glue:UpdateTable")


class IcebergTableParams(Params):
    snapshot_days: Annotated[int, Field(ge=1, le=365)] = 5
    """Days that the table can be queried as it was, 1 to 365; older snapshots and their files are removed."""

    snapshots_kept: Annotated[int, Field(ge=1, le=100)] = 5
    """Snapshots that are kept however old they are, 1 to 100."""

    orphan_days: Annotated[int, Field(ge=3, le=365)] = 3
    """Days after which a file that no snapshot names is removed, 3 to 365; a commit may take that long."""


class IcebergTable(Construct):
    """
    The table `dataset` of *database* in *bucket*, and the role under which Glue compacts it and removes what is old.

    The catalog makes its first metadata, acting for who deploys; after that the metadata moves with each commit, so that
    Terraform leaves it alone. *added* are columns beside those of the schema.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: IcebergTableParams,
        *,
        schema: EventSchema,
        added: Sequence[Any],
        pipeline: Pipeline,
        classification: Classification,
        key: Key,
        bucket: Bucket,
        database: Database,
        retention_days: int,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline, self._bucket = pipeline, bucket
        self.database, self.dataset = database, database.dataset
        self.classification = classification
        self._files = bucket.arn(f"{self.dataset}/*")
        self.table_arn = pipeline.arn("glue", f"table/{database.name}/{self.dataset}")
        self.catalog_arns = (*database.arns, self.table_arn)
        self.store = pipeline.graph.add_store(
            Store(
                name=self.dataset,
                kind="glue_table",
                classification=classification,
                owner=pipeline.owner,
                retention_days=retention_days,
                read_statements=self.reader_statements(),
                write_statements=(
                    *bucket.write_statements(f"{self.dataset}/"),
                    Statement(("glue:GetDatabase", "glue:GetTable"), self.catalog_arns),
                ),
                persona_readers=PROFILES[classification].persona_readers,
                places=(self.table_arn, self._files),
            )
        )
        shown = [*columns(schema), *added, dict(DAY)]
        self.columns = [str(column["name"]) for column in shown]
        self.table = GlueCatalogTable(
            self,
            "table",
            database_name=database.name,
            name=self.dataset,
            description=f"Curated {self.dataset}, each event once",
            table_type="EXTERNAL_TABLE",
            parameters={**facts(pipeline, classification), **lineage(pipeline, self.store)},
            storage_descriptor={
                "location": f"s3://{bucket.name}/{self.dataset}",
                "columns": shown,
            },
            open_table_format_input={"iceberg_input": {"metadata_operation": "CREATE", "version": FORMAT_VERSION}},
            lifecycle={"ignore_changes": ["parameters", "storage_descriptor"]},
        )
        self._let_terraform_begin()
        self.maintenance = self._maintained(params, key)

    def reader_statements(self) -> tuple[Statement, ...]:
        """What a reader needs of IAM; which columns it gets, Lake Formation decides, and it has no way to the files."""
        return (
            Statement(READ_ACTIONS, self.catalog_arns),
            Statement(
                ("lakeformation:GetDataAccess",),
                ("*",),
                {"StringEquals": {"aws:RequestedRegion": self._pipeline.environment.region}},
            ),
        )

    def merged_by(self, process: Process) -> None:
        """Let *process* commit to the table; it reads what is there, to add nothing twice."""
        process.writes(self.store)
        self._commits(process)

    def _commits(self, process: Process) -> None:
        process.requires(
            Statement(COMMIT_ACTIONS, self.catalog_arns),
            Statement(("s3:DeleteObject", "s3:GetObject"), (self._files,)),
            Statement(("s3:ListBucket",), (self._bucket.arn(),), {"StringLike": {"s3:prefix": [f"{self.dataset}/*"]}}),
        )
        areas = (self._files, self._bucket.arn(), self.table_arn)
        self._pipeline.graph.grants.trustees.append(Trustee(process.name, "maintain", areas))

    def _let_terraform_begin(self) -> None:
        self._bucket.key.admit(
            sorted(self._pipeline.environment.deploy_roles),
            "s3",
            ["kms:Decrypt", "kms:GenerateDataKey"],
            ArnEquals={"kms:EncryptionContext:aws:s3:arn": self._bucket.arn()},
        )

    def _maintained(self, params: IcebergTableParams, key: Key) -> Process:
        """Under a role of its own, Glue merges small files, ends old snapshots, and removes files of none."""
        pipeline = self._pipeline
        logs = LogGroup(
            self,
            "logs",
            name=f"/aws-glue/iceberg-maintenance/{pipeline.name}",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
        )
        process = pipeline.process("maintenance", "table_maintenance")
        process.requires(
            *self._bucket.write_statements(f"{self.dataset}/"),
            Statement(("lakeformation:GetDataAccess",), ("*",)),
            logs.write_statement(),
        )
        self._commits(process)
        role = Role(
            self, "role", pipeline=pipeline, process=process, trust=[service_trust("glue.amazonaws.com", pipeline)]
        )
        retention = {
            "snapshot_retention_period_in_days": params.snapshot_days,
            "number_of_snapshots_to_retain": params.snapshots_kept,
            "clean_expired_files": True,
        }
        orphans = {
            "orphan_file_retention_period_in_days": params.orphan_days,
            "location": f"s3://{self._bucket.name}/{self.dataset}",
        }
        settings = {
            "compaction": {},
            "retention": {"retention_configuration": [{"iceberg_configuration": [retention]}]},
            "orphan_file_deletion": {"orphan_file_deletion_configuration": [{"iceberg_configuration": [orphans]}]},
        }
        for kind in OPTIMIZERS:
            GlueCatalogTableOptimizer(
                self,
                kind,
                catalog_id=pipeline.environment.account_id,
                database_name=self.table.database_name,
                table_name=self.table.name,
                type=kind,
                configuration=[{"role_arn": role.arn, "enabled": True, **settings[kind]}],  # type: ignore[typeddict-item]
                depends_on=[role.policy],
            )
        return process
