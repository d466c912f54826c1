"""
A deployment of region_baseline, composed in memory: the region under the pipelines of the sample.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from tests.modules.sample import ENVIRONMENT, Built, merged

DEPLOYMENT: dict[str, Any] = {
    "name": "region-dev",
    "blueprint": "region_baseline",
    "environment": "dev",
    "owner": "platform@example.com",
    "classification": "confidential",
    "parameters": {},
}
SHARED = {"network": {"own": None, "shared": {"cidr_block": "10.20.0.0/20"}}}


@functools.cache
def _region(changes: str) -> Built:
    parameters, environment = json.loads(changes)
    return Built(merged(DEPLOYMENT, {"parameters": parameters}), merged(ENVIRONMENT, environment))


def region(environment: dict[str, Any] | None = None, **parameters: Any) -> Built:
    """The baseline with changes to its environment and to its parameters."""
    return _region(json.dumps([parameters, environment or {}], sort_keys=True))
