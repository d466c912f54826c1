"""
Buckets whose objects nobody can delete yet; on the embedded AWS they go with its process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workflow.symbols import references


def locked_addresses(resources: Sequence[Mapping[str, Any]], configuration: Mapping[str, Any]) -> list[str]:
    """The buckets with object lock among *resources* (of a state), and what belongs to each: encryption, policy and so on."""
    locked = {
        resource["address"]
        for resource in resources
        if resource["type"] == "aws_s3_bucket" and resource["values"].get("object_lock_enabled")
    }
    return sorted(
        resource["address"]
        for resource in resources
        if resource["address"] in locked or belongs_to(configuration, resource["type"], resource["name"]) & locked
    )


def belongs_to(configuration: Mapping[str, Any], resource_type: str, name: str) -> set[str]:
    """The bucket that a resource of S3 is about."""
    if not resource_type.startswith("aws_s3_bucket_"):
        return set()
    bucket = configuration["resource"].get(resource_type, {}).get(name, {}).get("bucket", "")
    return {text.rpartition(".")[0] for text in references(bucket)}
