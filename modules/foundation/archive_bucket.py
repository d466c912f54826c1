"""
A bucket for records about the account itself: AWS services deliver to it, auditors read it, and nobody deletes from it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from bindings import Construct, Deferred
from bindings.aws import (
    S3Bucket,
    S3BucketLogging,
    S3BucketObjectLockConfiguration,
    S3BucketPolicy,
)
from modules.dataflow import Statement, Store
from modules.foundation.key import Key
from modules.pipeline import Pipeline
from modules.storage.every_bucket import encrypt, expire, protect, tls_statements
from modules.storage.log_bucket import LogBucket

DELETION = (
    "s3:BypassGovernanceRetention",
    "s3:DeleteObject",
    "s3:DeleteObjectVersion",
    "s3:PutObjectLegalHold",
    "s3:PutObjectRetention",
    "s3:ReplicateDelete",
)
MANAGEMENT = (
    "s3:DeleteBucket",
    "s3:DeleteBucketPolicy",
    "s3:PutBucketAcl",
    "s3:PutBucketLogging",
    "s3:PutBucketNotification",
    "s3:PutBucketObjectLockConfiguration",
    "s3:PutBucketOwnershipControls",
    "s3:PutBucketPolicy",
    "s3:PutBucketPublicAccessBlock",
    "s3:PutBucketVersioning",
    "s3:PutEncryptionConfiguration",
    "s3:PutLifecycleConfiguration",
    "s3:PutReplicationConfiguration",
)
READING = (
    "s3:GetObject",
    "s3:GetObjectAttributes",
    "s3:GetObjectTorrent",
    "s3:GetObjectVersion",
    "s3:GetObjectVersionAttributes",
    "s3:GetObjectVersionForReplication",
    "s3:GetObjectVersionTorrent",
)
"""Every way to the content of an object, or to a digest of it."""
LISTING = ("s3:ListBucket", "s3:ListBucketVersions")


@dataclass(frozen=True)
class Delivery:
    """An AWS service that delivers objects under *prefix*; *source* is more of what `StringEquals` asks of its calls."""

    service: str
    prefix: str
    source: dict[str, str] = field(default_factory=dict)
    looks: tuple[str, ...] = ("s3:GetBucketAcl",)
    """What the service asks about the bucket before it delivers."""


class ArchiveBucket(Construct):
    """
    What is in it stays until it expires: no identity deletes an object or a version, lifts a lock or a hold, or writes, and
    only the roles that run Terraform change how the bucket is kept. It is what MFA delete is for, which Terraform cannot
    set. The root user can still replace the policy, so that nobody is locked out for good; the lock holds all the same.

    Whom the graph lets read is all who can; Terraform's roles list too, since to look whether a bucket is there counts as
    listing. Uploads are not held to the bucket's key, since CloudTrail encrypts its digest
    files with keys of S3 ("Encrypting CloudTrail log files"), and only services upload.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        *,
        zone: Literal["audit", "config"],
        pipeline: Pipeline,
        key: Key,
        logs: LogBucket,
        deliveries: Sequence[Delivery],
        retention_days: int,
        locks_by_default: bool,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._deliveries = deliveries
        self.key = key
        self.bucket = S3Bucket(
            self,
            "bucket",
            bucket=pipeline.bucket_name(zone, pipeline.classification),
            object_lock_enabled=True,
            tags={"classification": pipeline.classification, "zone": zone},
        )
        self.name = self.bucket.bucket
        versioning = protect(self, self.bucket)
        encrypt(self, self.bucket, key.arn)
        expire(self, self.bucket, retention_days, after=versioning)
        S3BucketLogging(
            self,
            "logging",
            bucket=self.name,
            target_bucket=logs.name,
            target_prefix=f"{zone}/",
            depends_on=[logs.policy],
        )
        self.policy = S3BucketPolicy(
            self, "policy", bucket=self.name, policy=Deferred(lambda: json.dumps(self._policy()))
        )
        if locks_by_default:
            immutability = pipeline.environment.immutability
            S3BucketObjectLockConfiguration(
                self,
                "object_lock",
                bucket=self.name,
                rule={"default_retention": {"mode": immutability.mode.upper(), "days": immutability.days}},
                depends_on=[versioning],
            )
        self.store = pipeline.graph.add_store(
            Store(
                name=zone,
                kind="bucket",
                classification=pipeline.classification,
                owner=pipeline.owner,
                retention_days=retention_days,
                read_statements=(
                    Statement(("s3:GetObject",), (self.arn("*"),)),
                    Statement(("s3:GetBucketLocation", "s3:ListBucket"), (self.arn(),)),
                    key.decrypt("s3"),
                ),
                write_statements=(),
                persona_readers=frozenset({"auditor"}),
            )
        )

        for statement in self._admissions():
            pipeline.graph.grants.allow("deliver", statement)
        pipeline.graph.grants.refuse(self._refusals)

    def arn(self, key: str = "") -> str:
        return self._pipeline.bucket_arn(str(self.name), key)

    def _policy(self) -> dict[str, Any]:
        return {"Version": "2012-10-17", "Statement": [*self._admissions(), *self._refusals()]}

    def _admissions(self) -> list[dict[str, Any]]:
        return [statement for delivery in self._deliveries for statement in self._admitting(delivery)]

    def _refusals(self) -> list[dict[str, Any]]:
        graph, place = self._pipeline.graph, self._pipeline.environment
        readers = [process for process in graph.processes if self.store in process.stores("reads")]
        principals = sorted(process.principal for process in readers if process.principal)
        everybody = {"Effect": "Deny", "Principal": "*"}
        no_service = {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}
        return [
            *tls_statements(self.arn()),
            {"Sid": "NobodyDeletes", **everybody, "Action": list(DELETION), "Resource": self.arn("*")},
            {
                "Sid": "OnlyServicesWrite",
                **everybody,
                "Action": "s3:PutObject",
                "Resource": self.arn("*"),
                "Condition": no_service,
            },
            {
                "Sid": "OnlyAuditorsRead",
                **everybody,
                "Action": list(READING),
                "Resource": self.arn("*"),
                "Condition": {"ArnNotEquals": {"aws:PrincipalArn": principals}, **no_service},
            },
            {
                "Sid": "OnlyAuditorsList",
                **everybody,
                "Action": list(LISTING),
                "Resource": self.arn(),
                "Condition": {
                    "ArnNotEquals": {"aws:PrincipalArn": sorted({*principals, *place.deploy_roles})},
                    **no_service,
                },
            },
            {
                "Sid": "OnlyTerraformManages",
                **everybody,
                "Action": list(MANAGEMENT),
                "Resource": self.arn(),
                "Condition": {"ArnNotEquals": {"aws:PrincipalArn": sorted(place.deploy_roles)}},
            },
        ]

    def _admitting(self, delivery: Delivery) -> list[dict[str, Any]]:
        source = {"aws:SourceAccount": self._pipeline.environment.account_id, **delivery.source}
        allowed = {"Effect": "Allow", "Principal": {"Service": delivery.service}}
        owned = {**source, "s3:x-amz-acl": "bucket-owner-full-control"}
        return [
            {
                **allowed,
                "Action": list(delivery.looks),
                "Resource": self.arn(),
                "Condition": {"StringEquals": source},
            },
            {
                **allowed,
                "Action": "s3:PutObject",
                "Resource": self.arn(f"{delivery.prefix}*"),
                "Condition": {"StringEquals": owned},
            },
        ]
