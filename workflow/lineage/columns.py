"""
Column lineage of de-identified fields: where they are treated, and every store they then come into.
"""

from __future__ import annotations

from typing import Any

from modules.dataflow import Classification
from workflow.composition import Composition
from workflow.lineage.datasets import Datasets
from workflow.lineage.facets import COLUMN_LINEAGE, facet

TREATED = {
    "tokenize": {"type": "DIRECT", "subtype": "TRANSFORMATION", "masking": True},
    "mask": {"type": "DIRECT", "subtype": "TRANSFORMATION", "masking": True},
    "aggregate": {"type": "DIRECT", "subtype": "AGGREGATION", "masking": True},
}
"""What OpenLineage calls a treatment; of a dropped field no column is left."""
KEPT = {"type": "DIRECT", "subtype": "IDENTITY", "masking": False}

Edge = tuple[str, str]
Sources = list[tuple[str, str]]


class Columns:
    """By process and store it writes, the facet that says where the store's treated columns come from."""

    def __init__(self, composition: Composition, datasets: Datasets) -> None:
        self._datasets = datasets
        self._dataflow = composition.dataflow
        self._class = {store["name"]: Classification(store["classification"]) for store in self._dataflow["stores"]}
        self._holding: dict[str, set[str]] = {}
        self.facets: dict[Edge, dict[str, Any]] = {}
        processes = [process for process in self._dataflow["processes"] if not process["persona"]]
        for process in processes:
            self._treat(process)
        for _ in processes:  # so often, a field has come through every one of them
            for process in processes:
                self._pass_on(process["name"])

    def _treat(self, process: dict[str, Any]) -> None:
        """The output of a treatment is what it writes that is weaker than what it carries; the rest is kept as it came."""
        treated = process["deidentifies"]
        if not treated or treated["method"] not in TREATED:
            return
        reads, writes = self._stores(process["name"])
        how = TREATED[treated["method"]] | {"description": treated["method"]}
        for store in (each for each in writes if self._class[each] < process["carries"]):
            sources = {name: [(read, name) for read in reads] for name in treated["fields"]}
            self._say(process["name"], store, sources, how)

    def _pass_on(self, process: str) -> None:
        reads, writes = self._stores(process)
        for store in (each for each in writes if (process, each) not in self.facets):
            columns = {column["name"] for column in self._datasets.columns[store]}
            sources: dict[str, Sources] = {}
            for read in reads:
                for name in sorted(self._holding.get(read, set())):
                    if not columns or name in columns:
                        sources.setdefault(name, []).append((read, name))
            if sources:
                self._say(process, store, sources, KEPT)

    def _say(self, process: str, store: str, sources: dict[str, Sources], how: dict[str, Any]) -> None:
        fields = {
            name: {
                "inputFields": [
                    {**self._datasets.named[read]._asdict(), "field": column, "transformations": [how]}
                    for read, column in found
                ]
            }
            for name, found in sources.items()
        }
        self.facets[process, store] = facet(COLUMN_LINEAGE, fields=fields)
        self._holding.setdefault(store, set()).update(fields)

    def _stores(self, process: str) -> tuple[list[str], list[str]]:
        flows = self._dataflow["flows"]
        reads = [flow["from"] for flow in flows if flow["to"] == process]
        return reads, [flow["to"] for flow in flows if flow["from"] == process]
