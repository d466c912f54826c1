"""
Deployments of `container_workers`, one in each form, composed in memory like the other samples.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from tests.modules.sample import ENVIRONMENT, ROLE, Built, merged

DIGEST = f"sha256:{'0123456789abcdef' * 4}"
DEPLOYMENT: dict[str, Any] = {
    "name": "documents-dev",
    "blueprint": "container_workers",
    "environment": "dev",
    "owner": "documents@example.com",
    "classification": "confidential",
    "workload": {"records_per_second": 4, "average_record_bytes": 2_000, "peak_factor": 5},
    "parameters": {
        "producers": [f"{ROLE}intake"],
        "publishers": [f"{ROLE}builder"],
        "consumers": ["owner"],
        "workers": {"image_digest": DIGEST, "floor": 2, "ceiling": 30},
    },
}
FORMS: dict[str, dict[str, Any]] = {
    "ecs": {},
    "eks": {"form": "eks", "cluster": {"operators": [f"{ROLE}operator"]}},
    "ec2": {"form": "ec2", "machines": {"machine_image": "ami-0123456789abcdef0"}},
}


@functools.cache
def _built(changes: str) -> Built:
    return Built(merged(DEPLOYMENT, {"parameters": {"workers": json.loads(changes)}}), ENVIRONMENT, archives={})


def build(form: str = "ecs", **workers: Any) -> Built:
    """The sample in *form*, with changes to the parameters of its workers."""
    return _built(json.dumps(merged(FORMS[form], workers), sort_keys=True))


SERVICE = "workers/service"
CLUSTER = "workers/cluster"
MACHINES = "workers/machines"
ROLES = {"ecs": f"{SERVICE}/role", "eks": f"{CLUSTER}/role", "ec2": f"{MACHINES}/role"}
"""Where the role of the workers is, by form."""
