"""
Zones of a lake, and parts of them, as stores of the graph.
"""

from __future__ import annotations

from typing import Final

from modules.dataflow import Classification, Store
from modules.pipeline import Pipeline
from modules.protection import PROFILES
from modules.storage.bucket import Bucket

NOBODY: Final[frozenset[str]] = frozenset()
"""The personas who read what no person reads."""


def zone_store(  # noqa: PLR0913  # a store has as many parts
    pipeline: Pipeline,
    name: str,
    bucket: Bucket,
    classification: Classification,
    days: int,
    *,
    prefix: str = "",
    readers: frozenset[str] | None = None,
    zone: str | None = None,
    offered: bool = False,
) -> Store:
    """
    What lies under *prefix* of *bucket* for *days*. People read it as its class says, when *readers* does not say otherwise;
    other deployments know it by its *zone*, and may be granted it alone when it is *offered*.
    """
    return pipeline.graph.add_store(
        Store(
            name=name,
            kind="bucket",
            classification=classification,
            owner=pipeline.owner,
            retention_days=days,
            read_statements=bucket.read_statements(prefix),
            write_statements=bucket.write_statements(prefix),
            persona_readers=PROFILES[classification].persona_readers if readers is None else readers,
            zone=zone,
            offered=offered,
        )
    )
