"""
Pairs of roles that deploy, composed in memory, and what they may do by all their policies together.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from tests.modules.account import BASELINE, PAIR, compose
from tests.modules.sample import Built


def deploying(*blueprints_and_deployments: str, **changes: Any) -> Built:
    """
    An account with one pair for one blueprint and some deployments: `deploying("event_store", "payments-dev")`.
    """
    return _deploying(blueprints_and_deployments, json.dumps(changes, sort_keys=True))


@functools.cache
def _deploying(named: tuple[str, ...], changes: str) -> Built:
    blueprint, *deployments = named
    pair = {**PAIR, "blueprints": [blueprint], "deployments": deployments, **json.loads(changes)}
    return compose(BASELINE, deploy={"roles": [pair]})


def policies(built: Built, role: str = "deploy/apply") -> list[dict[str, Any]]:
    """The inline policy of a role, and those that are attached to it."""
    more = [path for path in built.of_type("aws_iam_policy") if path.startswith(f"{role}/more_")]
    return [json.loads(built[path]["policy"]) for path in (f"{role}/role/policy", *more)]


def rights(built: Built, role: str = "deploy/apply") -> list[dict[str, Any]]:
    """Every statement by which a role may do something."""
    return [item for policy in policies(built, role) for item in policy["Statement"] if item["Effect"] == "Allow"]


def boundary(built: Built, role: str = "deploy/apply") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(built[f"{role}/boundary/policy"]["policy"])
    return found
