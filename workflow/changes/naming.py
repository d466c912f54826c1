"""
What people call a resource: a bucket's zone, or its name without the deployment's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_ARGUMENTS = (
    *("name", "function_name", "bucket", "cluster_identifier", "namespace_name", "alarm_name"),
    *("queue_url", "arn", "backup_vault_name", "stream_arn"),
)
_LEAVING = (["delete"], ["forget"], ["delete", "create"], ["create", "delete"])


def short_name(deployment: str, values: Mapping[str, Any]) -> str:
    """The zone of a bucket; of anything else its name without the deployment's. Empty when it has neither."""
    zone = (values.get("tags") or {}).get("zone")
    name = next((str(values[key]) for key in _ARGUMENTS if values.get(key)), "")
    return str(zone or name.removeprefix("alias/").removeprefix(f"{deployment}-"))


class Names:
    """Names of the resources of one plan."""

    def __init__(self, changes: Sequence[Mapping[str, Any]], deployment: str) -> None:
        self._deployment = deployment
        self._buckets: dict[str, str] = {}
        self._gone: set[str] = set()
        self._keys: dict[str, str] = {}
        for each in changes:
            values = _values(each)
            for key in ("bucket", "id", "arn", "url", "name"):
                owner = values.get(key)
                if not owner:
                    continue
                if each["type"] == "aws_s3_bucket":
                    self._buckets[str(owner)] = short_name(deployment, values)
                if each["change"]["actions"] in _LEAVING:
                    self._gone.add(f"{each['type']} {owner}")
            if each["type"] == "aws_kms_alias" and values.get("target_key_id"):
                self._keys[str(values["target_key_id"])] = short_name(deployment, values)

    def of(self, change: Mapping[str, Any]) -> str:
        """What people call the resource that changes; its address when it has no name."""
        values = _values(change)
        if change["type"] == "aws_kms_key":
            alias = self._keys.get(str(values.get("key_id"))) or self._keys.get(str(values.get("arn")))
            return f"the key {alias}" if alias else f"the key {change['address']}"
        owner = self._buckets.get(str(values.get("bucket")))
        return owner or short_name(self._deployment, values) or str(change["address"])

    def owner_gone(self, change: Mapping[str, Any]) -> bool:
        """Whether what the resource protects goes too, so that nothing is left to protect."""
        values = _values(change)
        owners = {
            "aws_s3_bucket": values.get("bucket"),
            "aws_sqs_queue": values.get("queue_url"),
            "aws_sns_topic": values.get("arn"),
            "aws_backup_vault": values.get("backup_vault_name"),
            "aws_dynamodb_table": values.get("resource_arn"),
            "aws_kinesis_stream": values.get("resource_arn"),
        }
        kind = str(change["type"])
        return any(
            kind.startswith(owner) and f"{owner} {value}" in self._gone for owner, value in owners.items() if value
        )


def _values(change: Mapping[str, Any]) -> Mapping[str, Any]:
    about = change["change"]
    values: Mapping[str, Any] = about.get("before") or about.get("after") or {}
    return values
