"""
What every bucket has, those for data and those for logs: no public access, no access control lists, TLS, versions, an end.
"""

from __future__ import annotations

from typing import Any

from bindings import Construct
from bindings.aws import (
    S3Bucket,
    S3BucketLifecycleConfiguration,
    S3BucketOwnershipControls,
    S3BucketPublicAccessBlock,
    S3BucketServerSideEncryptionConfiguration,
    S3BucketVersioning,
)

NONCURRENT_DAYS = 30  # how long a deleted or overwritten object can still be brought back
ABANDONED_UPLOAD_DAYS = 7


def protect(scope: Construct, bucket: S3Bucket) -> S3BucketVersioning:
    """Block public access, switch access control lists off, and keep versions."""
    S3BucketPublicAccessBlock(
        scope,
        "public_access_block",
        bucket=bucket.bucket,
        block_public_acls=True,
        block_public_policy=True,
        ignore_public_acls=True,
        restrict_public_buckets=True,
    )
    S3BucketOwnershipControls(
        scope, "ownership", bucket=bucket.bucket, rule={"object_ownership": "BucketOwnerEnforced"}
    )
    return S3BucketVersioning(scope, "versioning", bucket=bucket.bucket, versioning_configuration={"status": "Enabled"})


def encrypt(scope: Construct, bucket: S3Bucket, key_arn: str) -> None:
    """Objects are encrypted by the key of *key_arn*, with a key of the bucket's so that KMS is called less often."""
    S3BucketServerSideEncryptionConfiguration(
        scope,
        "encryption",
        bucket=bucket.bucket,
        rule=[
            {
                "apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms", "kms_master_key_id": key_arn},
                "bucket_key_enabled": True,
            }
        ],
    )


def expire(scope: Construct, bucket: S3Bucket, days: int, *, after: S3BucketVersioning) -> None:
    """Objects expire after *days*, and what was deleted or overwritten a while later."""
    S3BucketLifecycleConfiguration(
        scope,
        "lifecycle",
        bucket=bucket.bucket,
        rule=[
            {
                "id": "retention",
                "status": "Enabled",
                "filter": {"prefix": ""},
                "expiration": {"days": days},
                "noncurrent_version_expiration": {"noncurrent_days": NONCURRENT_DAYS},
                "abort_incomplete_multipart_upload": {"days_after_initiation": ABANDONED_UPLOAD_DAYS},
            }
        ],
        depends_on=[after],
    )


def tls_statements(bucket_arn: str) -> list[dict[str, Any]]:
    """Statements of a bucket policy that refuse every call without TLS, or with a version before 1.2."""
    refused = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": [bucket_arn, f"{bucket_arn}/*"]}
    return [
        {"Sid": "TlsOnly", **refused, "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
        {"Sid": "Tls12OrNewer", **refused, "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}},
    ]
