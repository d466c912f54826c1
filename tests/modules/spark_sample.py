"""
A deployment of `spark_cluster`, composed in memory like the other sample.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from tests.modules.sample import ACCOUNT, ENVIRONMENT, ROLE, Built, merged

CERTIFICATES = {"node_certificates": {"bundle": "arn:aws:s3:::certificates/spark/nodes.zip"}}
KEY = f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
DEPLOYMENT: dict[str, Any] = {
    "name": "features-dev",
    "blueprint": "spark_cluster",
    "environment": "dev",
    "owner": "features@example.com",
    "classification": "confidential",
    "workload": {"records_per_second": 400, "average_record_bytes": 1200, "peak_factor": 3},
    "parameters": {
        "dataset": "features",
        "row_schema": {
            "event_id": "feature_id",
            "event_time": "computed_at",
            "fields": [{"name": "feature_id", "type": "string"}, {"name": "computed_at", "type": "timestamp"}],
        },
        "producers": [f"{ROLE}exports"],
        "submitters": [f"{ROLE}scheduler"],
        "consumers": ["owner"],
    },
}


@functools.cache
def _built(changes: str) -> Built:
    deployment, environment, facts = json.loads(changes)
    return Built(merged(DEPLOYMENT, deployment), merged({**ENVIRONMENT, **CERTIFICATES}, environment), facts)


def build(environment: dict[str, Any] | None = None, facts: dict[str, Any] | None = None, **deployment: Any) -> Built:
    """The sample with changes to its environment and to the keys of its deployment."""
    return _built(json.dumps([deployment, environment or {}, facts or {}], sort_keys=True))


def cluster(**changes: Any) -> Built:
    """The sample with changes to the parameters of its cluster."""
    return build(parameters={"cluster": changes})
