"""
Small graphs for tests.
"""

from __future__ import annotations

from typing import Any

from modules.dataflow import Classification, Graph, Process, Statement, Store

PUBLIC, INTERNAL, CONFIDENTIAL, RESTRICTED = Classification


def store(graph: Graph, name: str, classification: Classification = INTERNAL, **details: Any) -> Store:
    """A store on which reading needs `read:<name>` and writing `write:<name>`."""
    statements = (Statement((f"read:{name}",), (name,)),), (Statement((f"write:{name}",), (name,)),)
    return graph.add_store(Store(name, "bucket", classification, "team", 30, *statements, **details))


def process(graph: Graph, name: str, reads: Any = (), writes: Any = (), **details: Any) -> Process:
    added = graph.add_process(name, "function", "team", **details)
    added.reads(*reads)
    added.writes(*writes)
    return added
