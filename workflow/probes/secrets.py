"""
Secrets and their rotation; what is in a secret is never read.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned
from workflow.probes.policies import same_policy


def secret(live: Live, planned: Planned) -> Iterator[Fact]:
    manager = live.client("secretsmanager")
    found = manager.describe_secret(SecretId=planned["arn"])
    if found.get("DeletedDate"):
        raise MissingError
    yield from same(planned, found, {"kms_key_id": "KmsKeyId", "description": "Description"})
    if planned.get("policy"):
        there = manager.get_resource_policy(SecretId=planned["arn"]).get("ResourcePolicy")
        yield from same_policy("policy", planned["policy"], there)


def rotation(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("secretsmanager").describe_secret(SecretId=planned["secret_id"])
    yield Fact("enabled", planned=True, live=found.get("RotationEnabled", False))
    yield from same(
        planned,
        found,
        {
            "rotation_lambda_arn": "RotationLambdaARN",
            "rotation_rules[0].automatically_after_days": "RotationRules.AutomaticallyAfterDays",
        },
    )


PROBES = {"aws_secretsmanager_secret": secret, "aws_secretsmanager_secret_rotation": rotation}
