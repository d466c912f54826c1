"""
Zones of a lake as stores of the graph.
"""

from __future__ import annotations

from modules.dataflow import Classification, Store
from modules.pipeline import Pipeline
from modules.protection import PROFILES
from modules.storage.bucket import Bucket


def zone_store(pipeline: Pipeline, zone: str, bucket: Bucket, classification: Classification, days: int) -> Store:
    """The zone that *bucket* is, whose objects are kept for *days*."""
    return pipeline.graph.add_store(
        Store(
            name=zone,
            kind="bucket",
            classification=classification,
            owner=pipeline.owner,
            retention_days=days,
            read_statements=bucket.read_statements(),
            write_statements=bucket.write_statements(),
            persona_readers=PROFILES[classification].persona_readers,
            zone=zone,
        )
    )
