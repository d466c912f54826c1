"""
A deployment of `event_store`, composed in memory like the other sample.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from modules.archive import Archive
from tests.modules.sample import ENVIRONMENT, ROLE, Built, merged

ARCHIVES = {
    name: Archive(f"assets/{name}.zip", "ab" * 32, f"{name}.handler.handler")
    for name in ("event_writer", "change_feed")
}
DEPLOYMENT: dict[str, Any] = {
    "name": "payments-dev",
    "blueprint": "event_store",
    "environment": "dev",
    "owner": "payments@example.com",
    "classification": "confidential",
    "workload": {"records_per_second": 50, "average_record_bytes": 700, "peak_factor": 4},
    "parameters": {"producers": [f"{ROLE}checkout"], "consumers": ["owner"]},
}


@functools.cache
def _built(changes: str) -> Built:
    return Built(merged(DEPLOYMENT, json.loads(changes)), ENVIRONMENT, archives=ARCHIVES)


def build(**deployment: Any) -> Built:
    """The sample with changes to the keys of its deployment."""
    return _built(json.dumps(deployment, sort_keys=True))


def parameters(**changes: Any) -> Built:
    """The sample with changes to the parameters of its deployment."""
    return build(parameters=changes)
