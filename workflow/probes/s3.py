"""
Buckets and what belongs to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jmespath

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned
from workflow.probes.policies import same_policy, same_tls

RULE = {
    "days": "Expiration.Days",
    "noncurrent_days": "NoncurrentVersionExpiration.NoncurrentDays",
    "abandoned_upload_days": "AbortIncompleteMultipartUpload.DaysAfterInitiation",
    "prefix": "Filter.Prefix || Prefix",
    "status": "Status",
}
PLANNED_RULE = {
    "days": "expiration[0].days",
    "noncurrent_days": "noncurrent_version_expiration[0].noncurrent_days",
    "abandoned_upload_days": "abort_incomplete_multipart_upload[0].days_after_initiation",
    "prefix": "filter[0].prefix || prefix",
    "status": "status",
}


def bucket(live: Live, planned: Planned) -> Iterator[Fact]:
    s3 = live.client("s3")
    name = planned["bucket"]
    s3.head_bucket(Bucket=name)
    region = s3.get_bucket_location(Bucket=name)["LocationConstraint"] or "us-east-1"
    yield Fact("region", planned["region"], region)
    access = s3.get_bucket_acl(Bucket=name)
    owner = access["Owner"]["ID"]
    yield Fact(
        "grants to others", [], [each["Grantee"] for each in access["Grants"] if each["Grantee"].get("ID") != owner]
    )


def versioning(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_bucket_versioning(Bucket=planned["bucket"])
    yield from same(planned, found, {"versioning_configuration[0].status": "Status"})


def encryption(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_bucket_encryption(Bucket=planned["bucket"])["ServerSideEncryptionConfiguration"]
    default = "apply_server_side_encryption_by_default[0]"
    yield from same(
        planned["rule"][0],
        found["Rules"][0],
        {
            f"{default}.sse_algorithm": "ApplyServerSideEncryptionByDefault.SSEAlgorithm",
            f"{default}.kms_master_key_id": "ApplyServerSideEncryptionByDefault.KMSMasterKeyID",
            "bucket_key_enabled": "BucketKeyEnabled",
        },
    )


def public_access_block(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_public_access_block(Bucket=planned["bucket"])
    yield from same(
        planned,
        found["PublicAccessBlockConfiguration"],
        {
            "block_public_acls": "BlockPublicAcls",
            "block_public_policy": "BlockPublicPolicy",
            "ignore_public_acls": "IgnorePublicAcls",
            "restrict_public_buckets": "RestrictPublicBuckets",
        },
    )


def ownership(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_bucket_ownership_controls(Bucket=planned["bucket"])["OwnershipControls"]
    yield from same(planned, found, {"rule[0].object_ownership": "Rules[0].ObjectOwnership"})


def lifecycle(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_bucket_lifecycle_configuration(Bucket=planned["bucket"])["Rules"]
    expected = {rule["id"]: _picked(PLANNED_RULE, rule) for rule in planned["rule"]}
    there = {rule["ID"]: _picked(RULE, rule) for rule in found}
    yield Fact("rules", sorted(expected), sorted(there))
    for name in sorted({*expected} & {*there}):
        for setting in RULE:
            yield Fact(f"{name}.{setting}", expected[name][setting], there[name][setting])


def _picked(expressions: dict[str, str], rule: Any) -> dict[str, Any]:
    return {name: jmespath.search(expression, rule) for name, expression in expressions.items()}


def logging(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_bucket_logging(Bucket=planned["bucket"]).get("LoggingEnabled")
    if found is None:
        raise MissingError
    yield from same(planned, found, {"target_bucket": "TargetBucket", "target_prefix": "TargetPrefix"})


def policy(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_bucket_policy(Bucket=planned["bucket"])["Policy"]
    yield from same_tls(planned["policy"], found)
    yield from same_policy("policy", planned["policy"], found)


def object_lock(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("s3").get_object_lock_configuration(Bucket=planned["bucket"])["ObjectLockConfiguration"]
    yield Fact("object_lock_enabled", "Enabled", found.get("ObjectLockEnabled"))
    retention = "rule[0].default_retention[0]"
    yield from same(
        planned,
        found,
        {f"{retention}.mode": "Rule.DefaultRetention.Mode", f"{retention}.days": "Rule.DefaultRetention.Days"},
    )


PROBES = {
    "aws_s3_bucket": bucket,
    "aws_s3_bucket_lifecycle_configuration": lifecycle,
    "aws_s3_bucket_logging": logging,
    "aws_s3_bucket_object_lock_configuration": object_lock,
    "aws_s3_bucket_ownership_controls": ownership,
    "aws_s3_bucket_policy": policy,
    "aws_s3_bucket_public_access_block": public_access_block,
    "aws_s3_bucket_server_side_encryption_configuration": encryption,
    "aws_s3_bucket_versioning": versioning,
}
