"""
Lake Formation over the curated table: who gets which columns follows from the graph, and files have no other way in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bindings import Construct
from bindings.aws import (
    LakeformationDataCellsFilter,
    LakeformationLfTag,
    LakeformationPermissions,
    LakeformationResource,
    LakeformationResourceLfTags,
)
from modules.dataflow import Classification, Deidentification, Process, Store
from modules.foundation.role import Role, service_trust
from modules.grants import Duty, Trustee
from modules.pipeline import Pipeline
from modules.protection import PROFILES
from modules.storage.bucket import Bucket
from modules.storage.iceberg_table import IcebergTable

COMMITTING = ("ALTER", "DELETE", "DESCRIBE", "INSERT", "SELECT")
TAGS = ("classification", "owner")


class LakeFormation(Construct):
    """
    The place of *table* in *bucket*, registered; its tags; and, where columns are *withheld*, a filter without them.

    Tags have the deployment in their key, since keys are the whole catalog's. *opened* is what a persona reads who is not
    cleared for the table as a whole.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        table: IcebergTable,
        bucket: Bucket,
        withheld: Sequence[str],
        open_classification: Classification,
        pipeline: Pipeline,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline, self._table, self._bucket = pipeline, table, bucket
        self._registered = self._register()
        self._tag(withheld, open_classification)
        self._filter: LakeformationDataCellsFilter | None = None
        self.opened = self._open(withheld, open_classification) if withheld else table.store
        self.committed_by(table.maintenance)

    def read_by(self, persona: Process, store: Store) -> None:
        """Grant *persona* what it reads of *store*: the table, or what the filter leaves of it."""
        self._describe(persona)
        database, name = self._table.table.database_name, self._table.table.name
        if store is self._table.store:
            self._grant(persona, ["DESCRIBE", "SELECT"], table={"database_name": database, "name": name})
        else:
            cells = {
                "table_catalog_id": self._pipeline.environment.account_id,
                "database_name": database,
                "table_name": name,
                "name": self._filter_name(store.classification),
            }
            self._grant(persona, ["SELECT"], data_cells_filter=cells)
            areas = (self._table.table_arn,)
            self._pipeline.graph.grants.trustees.append(Trustee(persona.name, "look", areas))

    def committed_by(self, process: Process) -> None:
        """Grant *process* what it needs to change the table, since no permission of IAM's is enough for that."""
        self._describe(process)
        table = {"database_name": self._table.table.database_name, "name": self._table.table.name}
        self._grant(process, list(COMMITTING), table=table)

    def _register(self) -> Process:
        """Lake Formation reads and writes the table's files for those it has let in, under a role that is nobody else's."""
        pipeline, prefix = self._pipeline, f"{self._table.dataset}/"
        process = pipeline.process("lake-formation", "lake_formation")
        process.reads(self._table.store)
        process.requires(*self._bucket.read_statements(prefix), *self._bucket.write_statements(prefix))
        files = (self._bucket.arn(f"{prefix}*"), self._bucket.arn())
        pipeline.graph.grants.trustees.append(Trustee(process.name, "maintain", files))
        role = Role(
            self,
            "role",
            pipeline=pipeline,
            process=process,
            trust=[service_trust("lakeformation.amazonaws.com", pipeline)],
        )
        LakeformationResource(
            self,
            "location",
            arn=self._bucket.arn(self._table.dataset),
            role_arn=role.arn,
            hybrid_access_enabled=False,
            depends_on=[role.policy, self._table.table],
        )
        return process

    def _tag(self, withheld: Sequence[str], open_classification: Classification) -> None:
        """The table says its class and owner; where columns are withheld, the others say that they are weaker."""
        classes = sorted({open_classification.value, self._table.classification.value})
        values = {"classification": classes, "owner": [self._pipeline.owner]}
        keys = {
            name: LakeformationLfTag(self, name, key=self._pipeline.resource_name(name), values=values[name])
            for name in TAGS
        }
        table = {"database_name": self._table.table.database_name, "name": self._table.table.name}
        tagged = LakeformationResourceLfTags(
            self,
            "table_tags",
            table=table,  # type: ignore[arg-type]
            lf_tag=[
                {"key": keys["classification"].key, "value": self._table.classification.value},
                {"key": keys["owner"].key, "value": self._pipeline.owner},
            ],
        )
        if withheld:
            LakeformationResourceLfTags(
                self,
                "column_tags",
                table_with_columns={
                    **table,  # type: ignore[typeddict-item]
                    "column_names": [name for name in self._table.columns if name not in withheld],
                },
                lf_tag=[{"key": keys["classification"].key, "value": open_classification.value}],
                depends_on=[tagged],
            )

    def _open(self, withheld: Sequence[str], classification: Classification) -> Store:
        """The table without what is withheld, as a store of its own."""
        pipeline, name = self._pipeline, self._filter_name(classification)
        self._filter = LakeformationDataCellsFilter(
            self,
            "filter",
            table_data=[
                {
                    "table_catalog_id": pipeline.environment.account_id,
                    "database_name": self._table.table.database_name,
                    "table_name": self._table.table.name,
                    "name": name,
                    "column_names": [column for column in self._table.columns if column not in withheld],
                    "row_filter": [{"all_rows_wildcard": [{}]}],
                }
            ],
        )
        store = pipeline.graph.add_store(
            Store(
                name=name,
                kind="glue_table",
                classification=classification,
                owner=pipeline.owner,
                retention_days=self._table.store.retention_days,
                read_statements=self._table.reader_statements(),
                write_statements=(),
                persona_readers=PROFILES[classification].persona_readers,
                places=(f"{self._table.table_arn}/{name}",),
            )
        )
        self._registered.deidentifies_to = Deidentification("drop", tuple(withheld), classification)
        self._registered.writes(store)
        return store

    def _filter_name(self, classification: Classification) -> str:
        return f"{self._table.dataset}-{classification}"

    def _describe(self, process: Process) -> None:
        self._grant(process, ["DESCRIBE"], database={"name": self._table.database.name})

    def _grant(self, process: Process, permissions: list[str], **on: dict[str, Any]) -> None:
        """A grant, and the same in the graph, so that the gate knows it."""
        [(kind, place)] = on.items()
        LakeformationPermissions(
            self,
            f"{process.name.replace('-', '_')}_{kind}",
            principal=str(process.principal),
            permissions=permissions,
            depends_on=[self._filter] if kind == "data_cells_filter" and self._filter else None,
            **{kind: place},  # type: ignore[arg-type]
        )
        database = place.get("database_name") or place["name"]
        name = place.get("table_name") or (place["name"] if kind == "table" else "*")
        end = f"/{place['name']}" if kind == "data_cells_filter" else ""
        duty: Duty = "maintain" if "INSERT" in permissions else "look"
        self._pipeline.graph.grants.allow(
            duty,
            {
                "Effect": "Allow",
                "Principal": {"AWS": process.principal},
                "Action": [f"permission/{permission}" for permission in permissions],
                "Resource": self._pipeline.arn("glue", f"table/{database}/{name}{end}"),
            },
        )
