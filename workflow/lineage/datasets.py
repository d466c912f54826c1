"""
The stores of a deployment as OpenLineage's datasets: the name under which other tools know them, and their facets.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from workflow.composition import Composition
from workflow.lineage.facets import CLASSIFICATION, OWNERSHIP, SCHEMA, facet

KEY_PATTERN = "*"


class Dataset(NamedTuple):
    """How OpenLineage's naming conventions call a store."""

    namespace: str
    name: str


class Datasets:
    """The datasets of one deployment, by the names of their stores."""

    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._stores = {store["name"]: store for store in composition.dataflow["stores"]}
        self.named = {name: self._dataset(store) for name, store in self._stores.items()}
        self.columns = {name: self._columns(name) for name in self._stores}
        """Of a table in the Glue catalog, its columns and those it is partitioned by; of other stores nothing is known."""

    def json(self, store: str, facets: dict[str, Any] | None = None) -> dict[str, Any]:
        """A dataset as it stands in an event; *facets* are those that belong to this event alone."""
        facts, columns = self._stores[store], self.columns[store]
        known = {
            "ownership": facet(OWNERSHIP, owners=[{"name": facts["owner"], "type": "OWNER"}]),
            "millrace_classification": facet(
                CLASSIFICATION,
                classification=facts["classification"],
                kind=facts["kind"],
                retentionDays=facts["retention_days"],
            ),
        }
        if columns:
            known["schema"] = facet(SCHEMA, fields=columns)
        return {**self.named[store]._asdict(), "facets": known | (facets or {})}

    def _dataset(self, store: dict[str, Any]) -> Dataset:
        """As the store says, S3 as `s3://bucket` and path, as OpenLineage has it; all else by ARN, as it has AWS Glue."""
        if store.get("known_as"):
            return Dataset(*(str(self._composition.resolved(part)) for part in store["known_as"]))
        arn = self._composition.resolved(store["arn"]) if store["arn"] else None
        if arn is None:
            return Dataset(f"millrace://{self._composition.environment.name}", self._own_name(store["name"]))
        head, partition, service, region, account, resource = arn.split(":", 5)
        if service == "s3":
            bucket, _, key = resource.partition("/")
            return Dataset(f"s3://{bucket}", key.removesuffix(KEY_PATTERN).strip("/") or "/")
        return Dataset(f"{head}:{partition}:{service}:{region}:{account}", resource)

    def _own_name(self, store: str) -> str:
        return f"{self._composition.deployment.name}/{store}"

    def _columns(self, store: str) -> list[dict[str, str]]:
        resolved = self._composition.resolved
        for table in self._composition.resources("aws_glue_catalog_table"):
            name = f"table/{resolved(table['database_name'])}/{resolved(table['name'])}"
            if name == self.named[store].name:
                columns = [*table["storage_descriptor"].get("columns", []), *table.get("partition_keys", [])]
                return [_field(column) for column in columns]
        return []


def _field(column: dict[str, Any]) -> dict[str, str]:
    comment = {"description": column["comment"]} if column.get("comment") else {}
    return {"name": column["name"], "type": column["type"], **comment}
