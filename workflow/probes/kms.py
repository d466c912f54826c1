"""
Keys and their aliases.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned
from workflow.probes.policies import same_policy


def key(live: Live, planned: Planned) -> Iterator[Fact]:
    kms, key_id = live.client("kms"), planned["key_id"]
    found = kms.describe_key(KeyId=key_id)["KeyMetadata"]
    yield from same(
        planned,
        found,
        {
            "customer_master_key_spec": "KeySpec",
            "key_usage": "KeyUsage",
            "multi_region": "MultiRegion",
            "is_enabled": "Enabled",
        },
    )
    yield Fact("key_manager", "CUSTOMER", found["KeyManager"])
    if planned["customer_master_key_spec"] == "SYMMETRIC_DEFAULT":  # no other key can rotate
        rotation = kms.get_key_rotation_status(KeyId=key_id)
        yield from same(
            planned,
            rotation,
            {"enable_key_rotation": "KeyRotationEnabled", "rotation_period_in_days": "RotationPeriodInDays"},
        )
    yield from same_policy(
        "policy", planned["policy"], kms.get_key_policy(KeyId=key_id, PolicyName="default")["Policy"]
    )


def alias(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.only(live.pages("kms", "list_aliases", "Aliases"), AliasName=planned["name"])
    yield from same(planned, found, {"target_key_id": "TargetKeyId"})


PROBES = {"aws_kms_alias": alias, "aws_kms_key": key}
