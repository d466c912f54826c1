"""
Buckets of AWS from which machines get their packages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modules.pipeline import Pipeline


def cluster_packages(pipeline: Pipeline) -> tuple[str, ...]:
    """
    Where nodes of EMR 7 get Amazon Linux 2023 and EMR itself from ("Sample policies for private subnets that access Amazon
    S3"); what EMR keeps for its console lies in other buckets, to which nothing is let out.
    """
    region = pipeline.environment.region
    return f"al2023-repos-{region}-de612dc2", f"repo.{region}.emr.amazonaws.com"


def reading(pipeline: Pipeline, buckets: Sequence[str]) -> dict[str, Any]:
    """What a policy of the S3 endpoint says of *buckets*: anybody reads, since package managers ask without signing."""
    resources = [pipeline.bucket_arn(bucket, "*") for bucket in sorted(set(buckets))]
    return {"Sid": "Packages", "Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": resources}
