"""
A deployment of `ml_training`, composed in memory like the other samples.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from modules.archive import Archive
from tests.modules.sample import ARCHIVES, ENVIRONMENT, ROLE, Built, merged

DIGEST = "sha256:" + "7d" * 32
PACKED = {
    **ARCHIVES,
    **{
        name: Archive(f"../../packages/{name}.zip", "1" * 64, f"{name}.handler.handler")
        for name in ("batch_starter", "data_promotion", "feature_ingest", "model_integrity")
    },
}
LEARNING: dict[str, Any] = {"personas": {"ml_engineer": [f"{ROLE}ml-engineer"]}}
DEPLOYMENT: dict[str, Any] = {
    "name": "churn-dev",
    "blueprint": "ml_training",
    "environment": "dev",
    "owner": "growth@example.com",
    "classification": "confidential",
    "workload": {"records_per_second": 2, "average_record_bytes": 300, "peak_factor": 4},
    "parameters": {
        "dataset": "churn",
        "gate": {
            "fields": [
                {"name": "customer_id", "type": "string"},
                {"name": "email", "type": "string"},
                {"name": "age", "type": "integer"},
                {"name": "left", "type": "integer"},
            ],
            "label": "left",
            "tokenized_fields": ["customer_id"],
            "dropped_fields": ["email"],
            "generalized_fields": ["age"],
        },
        "image_digest": DIGEST,
        "producers": [f"{ROLE}exports"],
        "publishers": [f"{ROLE}image-build"],
    },
}


@functools.cache
def _built(changes: str) -> Built:
    deployment, environment = json.loads(changes)
    place = merged(merged(ENVIRONMENT, LEARNING), environment)
    return Built(merged(DEPLOYMENT, deployment), place, archives=PACKED)


def build(environment: dict[str, Any] | None = None, **deployment: Any) -> Built:
    """The sample with changes to its environment and to the keys of its deployment."""
    return _built(json.dumps([deployment, environment or {}], sort_keys=True))
