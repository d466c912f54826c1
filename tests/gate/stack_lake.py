"""
The buckets of the test stack, each with its companions.
"""

from __future__ import annotations

import json
from typing import Any

from tests.gate.stack_parts import ACCOUNT, KEY, REGION, Resources, merge, role_arn, tags

CLASSES = {
    "raw": "confidential",
    "curated": "internal",
    "quarantine": "confidential",
    "results": "internal",
    "logs": "internal",
}

WRITERS = {"raw": "archive", "quarantine": "transform"}


def lake() -> Resources:
    """
    Raw, curated, quarantine, results and log buckets.
    """
    return merge(*(_bucket(zone, classification) for zone, classification in CLASSES.items()))


def _bucket(zone: str, classification: str) -> Resources:
    name = f"${{aws_s3_bucket.{zone}.bucket}}"
    rule = {"apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms", "kms_master_key_id": KEY}}
    if zone == "logs":
        rule = {"apply_server_side_encryption_by_default": {"sse_algorithm": "AES256"}}
    block = dict.fromkeys(
        ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"), True
    )
    locked = zone == "raw"
    bucket = {
        "bucket": f"{classification[:3]}-orders-dev-{zone}-{ACCOUNT}-{REGION}",
        "object_lock_enabled": locked,
        "lifecycle": {"prevent_destroy": True},
        **tags(zone=zone, classification=classification),
    }
    companions: Resources = {
        "aws_s3_bucket": {zone: bucket},
        "aws_s3_bucket_versioning": {
            zone: {"bucket": name, "versioning_configuration": {"status": "Enabled"}},
        },
        "aws_s3_bucket_server_side_encryption_configuration": {
            zone: {"bucket": name, "rule": {**rule, "bucket_key_enabled": zone != "logs"}},
        },
        "aws_s3_bucket_public_access_block": {zone: {"bucket": name, **block}},
        "aws_s3_bucket_ownership_controls": {
            zone: {"bucket": name, "rule": {"object_ownership": "BucketOwnerEnforced"}},
        },
        "aws_s3_bucket_lifecycle_configuration": {zone: {"bucket": name, "rule": [_expiry(), _abort()]}},
        "aws_s3_bucket_policy": {zone: {"bucket": name, "policy": json.dumps(_policy(zone, name))}},
    }
    if zone != "logs":
        companions["aws_s3_bucket_logging"] = {
            zone: {"bucket": name, "target_bucket": "${aws_s3_bucket.logs.bucket}", "target_prefix": f"{zone}/"},
        }
    if locked:
        retention = {"default_retention": {"mode": "GOVERNANCE", "days": 30}}
        companions["aws_s3_bucket_object_lock_configuration"] = {zone: {"bucket": name, "rule": retention}}
    return companions


def _expiry() -> dict[str, Any]:
    return {
        "id": "expiry",
        "status": "Enabled",
        "filter": {"prefix": ""},
        "expiration": {"days": 365},
        "noncurrent_version_expiration": {"noncurrent_days": 30},
    }


def _abort() -> dict[str, Any]:
    abort = {"abort_incomplete_multipart_upload": {"days_after_initiation": 7}}
    return {"id": "abort", "status": "Enabled", "filter": {"prefix": ""}, **abort}


def _policy(zone: str, name: str) -> dict[str, Any]:
    deny = {
        "Sid": "TlsOnly",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    old = {**deny, "Sid": "Tls12OrNewer", "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}
    logging = {
        "Effect": "Allow",
        "Principal": {"Service": "logging.s3.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": f"arn:aws:s3:::{name}/*",
        "Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}},
    }
    return {"Version": "2012-10-17", "Statement": [deny, old, *([logging] if zone == "logs" else _uploads(zone, name))]}


def _uploads(zone: str, name: str) -> list[dict[str, Any]]:
    given = "s3:x-amz-server-side-encryption"
    upload = {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::{name}/*"}
    other_key = {"StringNotEquals": {f"{given}-aws-kms-key-id": KEY}, "Null": {given: "false"}}
    callers_key = {"Null": {f"{given}-customer-algorithm": "false"}}
    statements = [{**upload, "Condition": other_key}, {**upload, "Condition": callers_key}]
    if zone in WRITERS:
        paths = {
            "StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"},
            "ArnNotEquals": {"aws:PrincipalArn": role_arn(WRITERS[zone])},
            "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"},
        }
        data = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
        statements.append({**upload, "Action": data, "Condition": paths})
    return statements
