"""
A deployment of `batch_lakehouse`, composed in memory like the other samples.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from modules.archive import Archive
from tests.modules.sample import ENVIRONMENT, ROLE, Built, merged

ARCHIVES = {
    name: Archive(f"assets/{name}.zip", "ab" * 32, f"{name}.handler.handler")
    for name in ("batch_prepare", "batch_publish", "batch_starter", "stream_transform")
}
DEPLOYMENT: dict[str, Any] = {
    "name": "sales-dev",
    "blueprint": "batch_lakehouse",
    "environment": "dev",
    "owner": "sales@example.com",
    "classification": "confidential",
    "workload": {"records_per_second": 100, "average_record_bytes": 500, "peak_factor": 3},
    "parameters": {
        "dataset": "sales",
        "event_schema": {
            "event_id": "sale_id",
            "event_time": "sold_at",
            "sensitive_fields": ["customer"],
            "fields": [
                {"name": "sale_id", "type": "string"},
                {"name": "sold_at", "type": "timestamp"},
                {"name": "customer", "type": "string"},
                {"name": "margin", "type": "decimal(12,2)"},
                {"name": "amount", "type": "decimal(12,2)", "description": "What was paid, in ${euro}"},
            ],
        },
        "withheld_fields": ["margin"],
        "producers": [f"{ROLE}shops"],
        "consumers": ["owner", "engineer", "analyst"],
        "quality": {"rules": ['ColumnValues "amount" >= 0']},
    },
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
