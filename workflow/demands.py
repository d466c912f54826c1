"""
What an environment demands of every plan in it, and no policy can know: the boundary of its roles and its locks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from modules.environment import Environment
from workflow.canonical import Canonical

STRICTER = ("GOVERNANCE", "COMPLIANCE")
DAYS_OF_A_YEAR = 365


def unmet(canonical: Canonical, environment: Environment) -> Iterator[dict[str, str]]:
    """What a plan does not do that its environment demands, as contradictions: `address`, `attribute` and `cause`."""
    own = {
        values.get("arn") for address, values in canonical.resources.items() if address.startswith("aws_iam_policy.")
    }
    for address, values in canonical.resources.items():
        kind = address.partition(".")[0]
        if kind == "aws_iam_role" and environment.permission_boundary:
            carried = values.get("permissions_boundary")
            if carried not in {environment.permission_boundary, *own}:
                cause = f"is {carried or 'none'}; {_demand(environment)} {environment.permission_boundary}"
                yield {"address": address, "attribute": "permissions_boundary", "cause": cause}
        if kind == "aws_s3_bucket_object_lock_configuration":
            yield from _lock(address, _first(_first(values.get("rule")).get("default_retention")), environment)


def _lock(address: str, retention: Mapping[str, Any], environment: Environment) -> Iterator[dict[str, str]]:
    mode, demanded = str(retention.get("mode")), environment.immutability.mode.upper()
    days = int(retention.get("days") or 0) + DAYS_OF_A_YEAR * int(retention.get("years") or 0)
    if mode not in STRICTER[STRICTER.index(demanded) :]:
        yield {"address": address, "attribute": "mode", "cause": f"is {mode}; {_demand(environment)} {demanded}"}
    if days < environment.immutability.days:
        cause = f"is {days}; {_demand(environment)} at least {environment.immutability.days}"
        yield {"address": address, "attribute": "days", "cause": cause}


def _demand(environment: Environment) -> str:
    return f"environments/{environment.name}.yaml demands"


def _first(value: Any) -> dict[str, Any]:
    items = value if isinstance(value, list) else [value]
    return dict(items[0]) if items and items[0] else {}
