"""
The rows of the matrix: stores and assets that the graph declares, and what the plan or its policies name beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workflow.access.actions import actions
from workflow.access.conditions import values_of
from workflow.access.patterns import covers, overlaps
from workflow.access.policies import Resources, kind
from workflow.access.statements import Permission

TYPES = {
    "aws_dynamodb_table": "table",
    "aws_kinesis_firehose_delivery_stream": "delivery_stream",
    "aws_kinesis_stream": "kinesis_stream",
    "aws_kms_key": "key",
    "aws_redshift_cluster": "warehouse",
    "aws_redshiftserverless_workgroup": "warehouse",
    "aws_s3_bucket": "bucket",
    "aws_sagemaker_feature_group": "feature_group",
    "aws_sagemaker_endpoint": "endpoint",
    "aws_sns_topic": "topic",
    "aws_sqs_queue": "queue",
}
"""Types of the plan whose policies make the matrix, and what they are called in it."""


@dataclass(frozen=True)
class Place:
    """Something that access is granted on."""

    name: str
    kind: str
    classification: str
    areas: tuple[str, ...]
    """Patterns of the ARNs of what it holds, and of the buckets, streams, tables it lies in."""
    key: str = ""
    """The ARN of the key that protects it."""
    outside: bool = False
    """Whether it is nothing of this plan's."""


class Places:
    """All rows, and which of them a permission is about."""

    def __init__(self, resources: Resources, stores: list[dict[str, Any]], assets: list[dict[str, Any]]) -> None:
        self._own = _own(resources)
        keys = _keys(resources)
        self._declared = [
            *(_store(store, keys) for store in stores),
            *(Place(asset["name"], asset["kind"], asset["classification"], (asset["arn"],)) for asset in assets),
        ]
        covered = {area for place in self._declared for area in place.areas}
        self._rest = []
        for arn, (name, what, classification) in self._own.items():
            whole = _whole(arn)
            if what == "bucket" and arn in covered and whole[1] not in covered:
                self._rest.append(Place(f"the rest of {name}", what, classification, (whole[1],), keys.get(arn, "")))
            elif arn not in covered:
                self._rest.append(Place(name, what, classification, whole, keys.get(arn, "")))
        self._touched: dict[tuple[str, frozenset[str]], list[Place]] = {}

    def touched(self, permission: Permission) -> list[Place]:
        """The rows that a permission is about; none when its action touches no store."""
        if not actions().of(permission.action):
            return []
        prefixes = values_of(permission.condition, "s3:prefix")
        return self.at(permission.resource, prefixes)

    def at(self, resource: str, prefixes: frozenset[str] = frozenset()) -> list[Place]:
        """The rows that a pattern of resources means, in buckets only under *prefixes* when there are any."""
        if (resource, prefixes) not in self._touched:
            self._touched[resource, prefixes] = self._find(resource, prefixes)
        return self._touched[resource, prefixes]

    def _find(self, resource: str, prefixes: frozenset[str]) -> list[Place]:
        patterns = [f"{resource}/{prefix}" for prefix in prefixes] or [resource]
        found = [
            place for place in self._declared if any(overlaps(each, area) for each in patterns for area in place.areas)
        ]
        areas = [area for place in self._declared for area in place.areas]
        for each in patterns:
            if not any(covers(area, each) for area in areas):
                found += [place for place in self._rest if any(overlaps(each, area) for area in place.areas)]
        own = [whole for arn in self._own for whole in _whole(arn)]
        if not found or not any(covers(area, resource) for area in [*own, *areas]):
            found.append(Place(resource, "elsewhere", "unknown", (resource,), outside=True))
        return found


def _own(resources: Resources) -> dict[str, tuple[str, str, str]]:
    """Name, kind and class of every resource of the plan that may hold data, by ARN."""
    return {
        str(values["arn"]): (
            str(values.get("bucket") or values.get("name") or address),
            TYPES[kind(address)],
            str((values.get("tags_all") or values.get("tags") or {}).get("classification", "unknown")),
        )
        for address, values in resources.items()
        if kind(address) in TYPES
    }


def _whole(arn: str) -> tuple[str, ...]:
    return (arn, f"{arn}/*") if ":s3:" in arn else (arn,)


def _store(store: Mapping[str, Any], keys: Mapping[str, str]) -> Place:
    """
    A store from what its readers and writers are granted: neither keys nor the catalog and databases that many share.
    """
    named = [
        area for area in store["resources"] if ":kms:" not in area and not (":glue:" in area and ":table/" not in area)
    ]
    buckets = {area.split("/", maxsplit=1)[0] for area in named if ":s3:" in area}
    areas = tuple(sorted({*named, *buckets}))
    key = next((keys[area] for area in areas if area in keys), "")
    return Place(store["name"], store["kind"], store["classification"], areas, key)


def _keys(resources: Resources) -> dict[str, str]:
    """The ARN of the key that protects each resource, by the ARN of the resource."""
    arns = {
        str(values.get(name)): str(values["arn"])
        for at, values in resources.items()
        if kind(at) == "aws_kms_key"
        for name in ("arn", "id", "key_id")
    }
    buckets = {values["bucket"]: values["arn"] for at, values in resources.items() if kind(at) == "aws_s3_bucket"}
    found = {}
    for address, values in resources.items():
        target, key = values.get("arn"), values.get("kms_key_id") or values.get("kms_master_key_id")
        if kind(address) == "aws_s3_bucket_server_side_encryption_configuration":
            target = buckets.get(values.get("bucket"))
        for block in [*(values.get("server_side_encryption") or []), *_defaults(values)]:
            key = key or block.get("key_arn") or block.get("kms_key_arn") or block.get("kms_master_key_id")
        if target and key:
            found[str(target)] = arns.get(str(key), str(key))
    return found


def _defaults(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rules = values.get("rule") or []
    return [
        block
        for rule in rules
        if isinstance(rule, Mapping)
        for block in rule.get("apply_server_side_encryption_by_default") or []
    ]
