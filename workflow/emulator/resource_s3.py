"""
The permissions of S3 calls: the IAM actions are not named like the operations, and some calls need several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, unquote

from workflow.emulator.need import Need
from workflow.emulator.request import Call
from workflow.emulator.resource_policies import bucket_policy

# operation -> action, from "Actions, resources, and condition keys for Amazon S3"; the others are called alike
ACTIONS: Mapping[str, str] = {
    "HeadBucket": "ListBucket",
    "ListObjects": "ListBucket",
    "ListObjectsV2": "ListBucket",
    "ListObjectVersions": "ListBucketVersions",
    "ListMultipartUploads": "ListBucketMultipartUploads",
    "ListBuckets": "ListAllMyBuckets",
    "HeadObject": "GetObject",
    "CreateMultipartUpload": "PutObject",
    "UploadPart": "PutObject",
    "CompleteMultipartUpload": "PutObject",
    "CopyObject": "PutObject",
    "UploadPartCopy": "PutObject",
    "ListParts": "ListMultipartUploadParts",
    "DeleteObjects": "DeleteObject",
    "SelectObjectContent": "GetObject",
    "GetBucketEncryption": "GetEncryptionConfiguration",
    "PutBucketEncryption": "PutEncryptionConfiguration",
    "DeleteBucketEncryption": "PutEncryptionConfiguration",
    "GetBucketLifecycle": "GetLifecycleConfiguration",
    "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
    "PutBucketLifecycle": "PutLifecycleConfiguration",
    "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
    "DeleteBucketLifecycle": "PutLifecycleConfiguration",
    "GetBucketReplication": "GetReplicationConfiguration",
    "PutBucketReplication": "PutReplicationConfiguration",
    "DeleteBucketReplication": "PutReplicationConfiguration",
    "GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
    "PutObjectLockConfiguration": "PutBucketObjectLockConfiguration",
    "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
    "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
    "DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
    "GetBucketNotificationConfiguration": "GetBucketNotification",
    "PutBucketNotificationConfiguration": "PutBucketNotification",
    "GetBucketAccelerateConfiguration": "GetAccelerateConfiguration",
    "PutBucketAccelerateConfiguration": "PutAccelerateConfiguration",
    "GetBucketCors": "GetBucketCORS",
    "PutBucketCors": "PutBucketCORS",
    "DeleteBucketCors": "PutBucketCORS",
    "DeleteBucketTagging": "PutBucketTagging",
    "DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
    "GetBucketInventoryConfiguration": "GetInventoryConfiguration",
    "ListBucketInventoryConfigurations": "GetInventoryConfiguration",
    "PutBucketInventoryConfiguration": "PutInventoryConfiguration",
    "DeleteBucketInventoryConfiguration": "PutInventoryConfiguration",
    "GetBucketMetricsConfiguration": "GetMetricsConfiguration",
    "ListBucketMetricsConfigurations": "GetMetricsConfiguration",
    "PutBucketMetricsConfiguration": "PutMetricsConfiguration",
    "DeleteBucketMetricsConfiguration": "PutMetricsConfiguration",
    "GetBucketAnalyticsConfiguration": "GetAnalyticsConfiguration",
    "PutBucketAnalyticsConfiguration": "PutAnalyticsConfiguration",
    "DeleteBucketAnalyticsConfiguration": "PutAnalyticsConfiguration",
    "GetBucketIntelligentTieringConfiguration": "GetIntelligentTieringConfiguration",
    "PutBucketIntelligentTieringConfiguration": "PutIntelligentTieringConfiguration",
    "DeleteBucketIntelligentTieringConfiguration": "PutIntelligentTieringConfiguration",
}
VERSIONED = frozenset(
    {"GetObject", "DeleteObject", "GetObjectAcl", "PutObjectAcl", "GetObjectTagging", "PutObjectTagging"}
)
# header -> the action it needs besides that of the call
HEADER_ACTIONS = {
    "x-amz-acl": "PutObjectAcl",
    "x-amz-tagging": "PutObjectTagging",
    "x-amz-object-lock-mode": "PutObjectRetention",
    "x-amz-object-lock-legal-hold": "PutObjectLegalHold",
    "x-amz-bypass-governance-retention": "BypassGovernanceRetention",
}


def s3_needs(call: Call) -> Iterator[Need]:
    action = ACTIONS.get(call.operation, call.operation)
    bucket = call.parameters.get("Bucket")
    if bucket is None:
        yield Need(action=f"s3:{action}", resource="*")
    elif call.operation == "DeleteObjects":
        for item in call.parameters["Delete"]["Objects"]:
            yield _object_need(call, "DeleteObject", bucket, item["Key"], item.get("VersionId"))
    elif "Key" in call.parameters:
        yield from _object_needs(call, action, bucket, call.parameters["Key"])
    else:
        yield _need(call, action, bucket, bucket)


def copy_source(call: Call) -> tuple[str, str, str | None] | None:
    """Bucket, key and version a copy reads."""
    header = call.headers.get("x-amz-copy-source")
    if header is None:
        return None
    path, _, query = header.partition("?")
    bucket, _, key = unquote(path).lstrip("/").partition("/")
    return bucket, key, parse_qs(query).get("versionId", [None])[0]


def _object_needs(call: Call, action: str, bucket: str, key: str) -> Iterator[Need]:
    yield _object_need(call, action, bucket, key, call.parameters.get("versionId"))
    for header, needed in HEADER_ACTIONS.items():
        if header in call.headers:
            yield _object_need(call, needed, bucket, key, None)
    source = copy_source(call)
    if source:
        yield _object_need(call, "GetObject", *source)


def _object_need(call: Call, action: str, bucket: str, key: str, version: Any) -> Need:
    name = f"{action}Version" if version and action in VERSIONED else action
    return _need(
        call,
        name.replace("AclVersion", "VersionAcl").replace("TaggingVersion", "VersionTagging"),
        bucket,
        f"{bucket}/{key}",
    )


def _need(call: Call, action: str, bucket: str, resource: str) -> Need:
    return Need(
        action=f"s3:{action}",
        resource=call.arn(resource, service="s3", region="", account_id=""),
        policy=bucket_policy(call, bucket),
    )
