"""
What the boundaries of pipelines that train models and of those that serve them have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from modules.environment import Environment


def own_resources(sid: str, place: Environment, actions: Mapping[str, str]) -> dict[str, Any]:
    """*actions*, by service, on resources of the account; another statement of a boundary says in which region."""
    return {
        "Sid": sid,
        "Effect": "Allow",
        "Action": [f"{service}:{name}" for service, names in actions.items() for name in names.split()],
        "Resource": [f"arn:{place.partition}:{service}:*:{place.account_id}:*" for service in actions],
    }


def own_objects(place: Environment, actions: Iterable[str]) -> dict[str, Any]:
    """*actions* of S3 on buckets of the account."""
    return {
        "Sid": "ObjectsOfThisAccount",
        "Effect": "Allow",
        "Action": [f"s3:{name}" for name in actions],
        "Resource": [f"arn:{place.partition}:s3:::*"],
        "Condition": {"StringEquals": {"aws:ResourceAccount": place.account_id}},
    }


def own_disks(sid: str, place: Environment) -> dict[str, Any]:
    """Let SageMaker encrypt the disks of its machines with keys of the account."""
    return {
        "Sid": sid,
        "Effect": "Allow",
        "Action": ["kms:CreateGrant"],
        "Resource": [f"arn:{place.partition}:kms:*:{place.account_id}:*"],
        "Condition": {
            "Bool": {"kms:GrantIsForAWSResource": "true"},
            "StringLike": {"kms:ViaService": "sagemaker.*"},
        },
    }


def metrics(sid: str, namespaces: Iterable[str]) -> dict[str, Any]:
    """Count in some *namespaces* of CloudWatch, which knows no resources."""
    return {
        "Sid": sid,
        "Effect": "Allow",
        "Action": ["cloudwatch:PutMetricData"],
        "Resource": "*",
        "Condition": {"StringEquals": {"cloudwatch:namespace": list(namespaces)}},
    }


def anywhere_in_region(sid: str, place: Environment, actions: Iterable[str]) -> dict[str, Any]:
    """*actions* that AWS scopes to no resource, in the environment's region."""
    return {
        "Sid": sid,
        "Effect": "Allow",
        "Action": list(actions),
        "Resource": "*",
        "Condition": {"StringEquals": {"aws:RequestedRegion": place.region}},
    }
