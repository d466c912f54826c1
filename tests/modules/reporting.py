"""
Deployments of warehouse_reporting, composed in memory: one in each form.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from tests.modules.sample import ENVIRONMENT, ROLE, Built, merged

DEPLOYMENT: dict[str, Any] = {
    "name": "reporting-dev",
    "blueprint": "warehouse_reporting",
    "environment": "dev",
    "owner": "reporting@example.com",
    "classification": "confidential",
    "workload": {"records_per_second": 200, "average_record_bytes": 900, "peak_factor": 5},
    "parameters": {
        "dataset": "orders",
        "event_schema": {
            "event_id": "order_id",
            "event_time": "ordered_at",
            "sensitive_fields": ["email"],
            "fields": [
                {"name": "order_id", "type": "string"},
                {"name": "ordered_at", "type": "timestamp"},
                {"name": "email", "type": "string"},
                {"name": "country", "type": "string"},
                {"name": "amount", "type": "decimal(12,2)"},
            ],
        },
        "producers": [f"{ROLE}shop-export"],
        "consumers": ["owner", "engineer"],
        "viewers": ["owner", "analyst"],
    },
}
CLUSTER = {"form": "cluster", "cluster": {"copy_region": "eu-west-1"}}


@functools.cache
def _reporting(changes: str) -> Built:
    classification, parameters = json.loads(changes)
    deployment = merged(DEPLOYMENT, {"classification": classification, "parameters": parameters})
    return Built(deployment, ENVIRONMENT)


def reporting(classification: str = "confidential", **parameters: Any) -> Built:
    """The sample with changes to its class and to its parameters."""
    return _reporting(json.dumps([classification, parameters], sort_keys=True))


def cluster(**settings: Any) -> Built:
    """The sample as a cluster, filled by a stream."""
    return reporting(arrival="stream", warehouse=merged(CLUSTER, {"cluster": settings}))
