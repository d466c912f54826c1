"""
What an environment demands of every plan in it, and no policy can know: the boundary of its roles and its locks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from modules.environment import Environment
from modules.foundation.learning_boundary import learning_arn
from modules.foundation.serving_boundary import serving_arn
from modules.protection import PROFILES
from workflow.canonical import Canonical

STRICTER = ("GOVERNANCE", "COMPLIANCE")
DAYS_OF_A_YEAR = 365
MAIL = ("email", "email-json")


def unmet(canonical: Canonical, environment: Environment) -> Iterator[dict[str, str]]:
    """What a plan does not do that its environment demands, as contradictions: `address`, `attribute` and `cause`."""
    own = {
        values.get("arn") for address, values in canonical.resources.items() if address.startswith("aws_iam_policy.")
    }
    softer, receivers = _softer(canonical), _receivers(canonical)
    for address, values in canonical.resources.items():
        kind = address.partition(".")[0]
        if kind == "aws_iam_role" and environment.permission_boundary:
            carried = values.get("permissions_boundary")
            bounds = {environment.permission_boundary, learning_arn(environment), serving_arn(environment)}
            if carried not in {*bounds, *own}:
                cause = f"is {carried or 'none'}; {_demand(environment)} {environment.permission_boundary}"
                yield {"address": address, "attribute": "permissions_boundary", "cause": cause}
        if kind == "aws_sns_topic":
            yield from _deaf(address, values, receivers, environment)
        mailed = kind == "aws_sns_topic_subscription" and values.get("protocol") in MAIL
        if mailed and values.get("endpoint") not in environment.alarm_receivers:
            cause = (
                f"is {values.get('endpoint')}; environments/{environment.name}.yaml has it not among alarm_receivers"
            )
            yield {"address": address, "attribute": "endpoint", "cause": cause}
        if kind == "aws_s3_bucket_object_lock_configuration":
            retention = _first(_first(values.get("rule")).get("default_retention"))
            yield from _lock(address, retention, environment, softer=values.get("bucket") in softer)


def _receivers(canonical: Canonical) -> dict[str, set[str]]:
    """By ARN of a topic, the mail addresses that it tells."""
    found: dict[str, set[str]] = {}
    for address, values in canonical.resources.items():
        if address.startswith("aws_sns_topic_subscription.") and values.get("protocol") in MAIL:
            found.setdefault(str(values.get("topic_arn")), set()).add(str(values.get("endpoint")))
    return found


def _deaf(
    address: str, topic: Mapping[str, Any], receivers: Mapping[str, set[str]], environment: Environment
) -> Iterator[dict[str, str]]:
    """Whom a topic that tells people does not tell."""
    told = receivers.get(str(topic.get("arn")))
    for receiver in sorted({*environment.alarm_receivers} - told) if told else ():
        cause = f"are without {receiver}; {_demand(environment)} it among alarm_receivers"
        yield {"address": address, "attribute": "receivers", "cause": cause}


def _softer(canonical: Canonical) -> set[str]:
    """Raw zones of classes that no compliance lock is for, whatever the environment confirms (`modules/protection.py`)."""
    buckets = [values for address, values in canonical.resources.items() if address.startswith("aws_s3_bucket.")]
    tagged = [(values["bucket"], values.get("tags_all") or values.get("tags") or {}) for values in buckets]
    soft = {name.value for name, profile in PROFILES.items() if not profile.compliance_lock}
    return {name for name, tags in tagged if tags.get("zone") == "raw" and tags.get("classification") in soft}


def _lock(
    address: str, retention: Mapping[str, Any], environment: Environment, *, softer: bool
) -> Iterator[dict[str, str]]:
    mode, demanded = str(retention.get("mode")), STRICTER[0] if softer else environment.immutability.mode.upper()
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
