"""
A store of another deployment, as that deployment's own files say it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from modules.dataflow import Load, Store
from modules.errors import SettingError
from modules.lineage import TABLE, arn_of
from modules.pipeline import Pipeline


@dataclass(frozen=True)
class Imported:
    """A store that is read and not made here; *load* is what comes into it."""

    store: Store
    """Called as this deployment calls it; what a reader needs, with every name resolved and keys by their aliases."""
    load: Load | None

    @property
    def files(self) -> str:
        """Where its files are: `s3://bucket/prefix/`."""
        named = [each for statement in self.store.read_statements for each in statement.resources if ":s3:::" in each]
        return "s3://" + next(each for each in named if each.endswith("*")).partition(":::")[2].removesuffix("*")

    @property
    def table(self) -> tuple[str, str] | None:
        """Database and table in the Glue catalog; none of what is no table."""
        arn = arn_of(self.store) or ""
        database, _, table = arn.partition(TABLE)[2].partition("/")
        return (database, table) if table else None


def bring_in(pipeline: Pipeline, name: str, imported: Imported) -> Imported:
    """
    Put *imported* into the graph as the store *name*, filled by the deployment it is of; processes can read it from then on.

    Raises `SettingError` when it holds data of a stricter class than this deployment says it has.
    """
    store = replace(imported.store, name=name)
    if store.classification > pipeline.classification:
        raise SettingError(
            ("imports", name),
            f"{store.origin} holds {store.classification} data, and this deployment is {pipeline.classification}; "
            f"raise its classification to {store.classification}, so that keys, logs and retention fit",
        )
    pipeline.graph.add_store(store)
    source = pipeline.graph.add_process(
        str(store.origin), "deployment", store.owner, classification=store.classification, load=imported.load
    )
    source.writes(store)
    return replace(imported, store=store)
