"""
What the plan of an unchanged configuration looks like after an apply: AWS has answered, and the provider shows it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from hashlib import sha256
from typing import Any

from workflow.canonical import Canonical

SYMBOL = re.compile(r"aws_[a-z0-9_]+\.[A-Za-z0-9_]+(\.[a-z_]+)?")
# What the provider reads back into a bucket: it stays in later plans when the configuration no longer asks for it.
READ_BACK = {
    "server_side_encryption_configuration": [
        {
            "rule": [
                {"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms", "kms_master_key_id": "x"}]}
            ]
        }
    ],
    "lifecycle_rule": [{"id": "expiry", "enabled": True}],
    "logging": [{"target_bucket": "logs", "target_prefix": "x/"}],
    "versioning": [{"enabled": True, "mfa_delete": False}],
    "policy": "{}",
}


def later_plan(first: Mapping[str, Any], canonical: Canonical, schema: Mapping[str, Any]) -> dict[str, Any]:
    """
    An update plan: every symbol has become an id of AWS, every computed attribute has a value, and what nobody set is empty.
    """
    plan = deepcopy(dict(first))
    answers = canonical.resources
    for resource in plan["planned_values"]["root_module"]["resources"]:
        shape = schema[resource["type"]]
        computed = {name: f"read-back-{name}" for name in shape.get("computed", ())}
        computed |= READ_BACK if resource["type"] == "aws_s3_bucket" else {}
        texts = set(shape.get("optional", ())) - set(shape.get("booleans", ()))
        unset = dict.fromkeys(texts, "")
        resource["values"] = {**unset, **computed, **_answered(answers[resource["address"]])}
    values = {item["address"]: item["values"] for item in plan["planned_values"]["root_module"]["resources"]}
    for change in plan["resource_changes"]:
        after = values[change["address"]]
        change["change"] = {"actions": ["no-op"], "before": after, "after": after, "after_unknown": {}}
    return plan


def _answered(value: Any) -> Any:
    if isinstance(value, str):
        return SYMBOL.sub(lambda match: sha256(match[0].encode()).hexdigest()[:17], value)
    if isinstance(value, Mapping):
        return {key: _answered(item) for key, item in value.items()}
    if isinstance(value, list):
        symbolic = any(isinstance(item, str) and SYMBOL.search(item) for item in value)
        return [_answered(item) for item in (reversed(value) if symbolic else value)]
    return value
