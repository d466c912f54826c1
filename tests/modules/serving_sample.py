"""
A deployment of `ml_serving`, composed in memory like the other samples; what training has released is imported.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from modules.dataflow import Classification, Statement, Store
from modules.imported import Imported
from tests.modules.sample import ACCOUNT, ENVIRONMENT, REGION, ROLE, Built, merged

DIGEST = "7d" * 32
WAY = "vpce-0123456789abcdef0"
DEPLOYMENT: dict[str, Any] = {
    "name": "scoring-dev",
    "blueprint": "ml_serving",
    "environment": "dev",
    "owner": "growth@example.com",
    "classification": "confidential",
    "workload": {"records_per_second": 5, "average_record_bytes": 300, "peak_factor": 4},
    "imports": {"released": "churn-dev/released"},
    "parameters": {
        "model": {
            "package": f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:model-package/churn-dev-models/3",
            "artefact_sha256": DIGEST,
            "manifest_sha256": "1c" * 32,
        },
        "image_digest": f"sha256:{DIGEST}",
        "callers": [f"{ROLE}web-shop"],
        "caller_endpoints": [WAY],
        "publishers": [f"{ROLE}image-build"],
        "monitor": {"label": "left", "sensitive_attribute": "age"},
        "retraining": {"batch": "2026-11-25"},
    },
}


def released(classification: Classification = Classification.INTERNAL) -> Imported:
    """What `churn-dev` has released, as it is known here."""
    bucket = f"arn:aws:s3:::int-churn-dev-released-{ACCOUNT}-{REGION}"
    store = Store(
        name="released",
        kind="bucket",
        classification=classification,
        owner="growth@example.com",
        retention_days=1_825,
        read_statements=(
            Statement(("s3:GetObject",), (f"{bucket}/released/churn/*",)),
            Statement(("s3:ListBucket",), (bucket,), {"StringLike": {"s3:prefix": ["released/churn/*"]}}),
        ),
        write_statements=(),
        persona_readers=frozenset(),
        origin="churn-dev/released",
    )
    return Imported(store, None)


@functools.cache
def _built(changes: str) -> Built:
    deployment, environment = json.loads(changes)
    return Built(merged(DEPLOYMENT, deployment), merged(ENVIRONMENT, environment), imports={"released": released()})


def build(environment: dict[str, Any] | None = None, **deployment: Any) -> Built:
    """The sample with changes to its environment and to the keys of its deployment."""
    return _built(json.dumps([deployment, environment or {}], sort_keys=True))
