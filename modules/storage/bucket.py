"""
A bucket of the lake: private, encrypted with a customer managed key, versioned, logged, and kept as long as it must be.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import Field

from bindings import Construct, Deferred
from bindings.aws import (
    S3Bucket,
    S3BucketLogging,
    S3BucketObjectLockConfiguration,
    S3BucketPolicy,
    S3BucketVersioning,
)
from modules.dataflow import Classification, Statement
from modules.errors import InputError
from modules.foundation.exports import bucket_statements, readers_of
from modules.foundation.key import Key
from modules.foundation.network import S3Path
from modules.foundation.watchers import backup_roles, let_macie_search
from modules.params import Params
from modules.pipeline import Pipeline
from modules.protection import PROFILES
from modules.storage.every_bucket import encrypt, expire, protect, tls_statements
from modules.storage.log_bucket import LogBucket

DATA_ACTIONS = ("s3:DeleteObject", "s3:GetObject", "s3:PutObject")


ZoneName = Literal[
    "raw", "staged", "curated", "quarantine", "results", "open", "queries", "code", "job-logs",
    "approved", "models", "reports", "released",
    "captured", "truth", "monitored", "requests", "predictions",
]  # fmt: skip


class BucketParams(Params):
    zone: ZoneName
    """
    Which part of the lake the bucket is; `open` holds results that are weaker than the table they come from, `queries` what an
    auditor asked of the audit logs, `code` what jobs run, `job-logs` what they said. Of training, `approved` holds the data,
    `models` what came out, `reports` how good it is, `released` what may be deployed. Of serving, `captured` holds what was asked
    and answered, `truth` what turned out to be true, `monitored` what the monitors found, `requests` and `predictions` the files
    of an asynchronous endpoint.
    """

    retention_days: Annotated[int, Field(ge=1, le=36_500)]
    """Days after which objects expire, 1 to 36500; not before an object lock ends."""


class Bucket(Construct):
    """
    An S3 bucket with everything that belongs to it.

    A caller who writes has to use the bucket's own key; a caller without TLS is refused; where the class demands it,
    data moves only through the network's endpoint, by AWS services, or by principals that the graph names. Without a
    network there is no endpoint, and the principals have to be of the graph.
    """

    def __init__(  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: BucketParams,
        *,
        pipeline: Pipeline,
        classification: Classification,
        key: Key,
        network: S3Path | None,
        logs: LogBucket,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._network = network
        self._endpoint_only = PROFILES[classification].endpoint_only
        self._backup_roles = backup_roles(pipeline, classification)
        self.key = key
        locked = params.zone == "raw" and PROFILES[classification].object_lock
        self.bucket = S3Bucket(
            self,
            "bucket",
            bucket=pipeline.bucket_name(params.zone, classification),
            object_lock_enabled=locked,
            tags={"classification": classification, "zone": params.zone},
        )
        self.name = self.bucket.bucket
        versioning = protect(self, self.bucket)
        encrypt(self, self.bucket, key.arn)
        expire(self, self.bucket, params.retention_days, after=versioning)
        S3BucketLogging(
            self, "logging", bucket=self.name, target_bucket=logs.name, target_prefix=f"{params.zone}/",
            depends_on=[logs.policy],
        )  # fmt: skip
        let_macie_search(pipeline, self.arn(), classification, key)
        pipeline.graph.grants.refuse(self._refusals)
        self.policy = S3BucketPolicy(
            self, "policy", bucket=self.name, policy=Deferred(lambda: json.dumps(self._policy()))
        )
        if locked:
            self._lock(params, classification, versioning)

    def read_statements(self, prefix: str = "") -> tuple[Statement, ...]:
        """What a reader of the objects under *prefix* needs."""
        listing = {"StringLike": {"s3:prefix": [f"{prefix}*"]}} if prefix else {}
        return (
            Statement(("s3:GetObject",), (self.arn(f"{prefix}*"),)),
            Statement(("s3:ListBucket",), (self.arn(),), listing),
            self.key.decrypt("s3"),
        )

    def version_statements(self) -> tuple[Statement, ...]:
        """What a reader needs who asks for a version of an object by its id."""
        return (Statement(("s3:GetObjectVersion",), (self.arn("*"),)),)

    def write_statements(self, prefix: str = "") -> tuple[Statement, ...]:
        """What a writer of objects under *prefix* needs; a multipart upload has to decrypt its own parts."""
        return (
            Statement(("s3:AbortMultipartUpload", "s3:PutObject"), (self.arn(f"{prefix}*"),)),
            self.key.encrypt("s3"),
        )

    def arn(self, key: str = "") -> str:
        return self._pipeline.bucket_arn(str(self.name), key)

    def _lock(self, params: BucketParams, classification: Classification, versioning: S3BucketVersioning) -> None:
        immutability = self._pipeline.environment.immutability
        if params.retention_days < immutability.days:
            raise InputError(
                f"parameters.lake.raw_retention_days: raw data is locked for {immutability.days} days by the environment, "
                f"so it cannot expire after {params.retention_days}; allowed are {immutability.days} or more"
            )
        compliance = immutability.mode == "compliance" and PROFILES[classification].compliance_lock
        S3BucketObjectLockConfiguration(
            self,
            "object_lock",
            bucket=self.name,
            rule={
                "default_retention": {"mode": "COMPLIANCE" if compliance else "GOVERNANCE", "days": immutability.days}
            },
            depends_on=[versioning],
        )

    def _policy(self) -> dict[str, Any]:
        return {
            "Version": "2012-10-17",
            "Statement": [*self._refusals(), *bucket_statements(self._pipeline, self.arn())],
        }

    def _refusals(self) -> list[dict[str, Any]]:
        statements = [*tls_statements(self.arn()), *self._own_key_only()]
        if self._endpoint_only:
            statements.append(self._known_paths_only())
        return statements

    def _own_key_only(self) -> list[dict[str, Any]]:
        """
        A writer may leave the encryption to the bucket, or ask for the bucket's key by its ARN.

        Asking for `AES256`, or for `aws:kms` without a key, gets a key of AWS, so what counts is that encryption is asked
        for at all; keys of the caller's own (SSE-C) come with another header.
        """
        header = "s3:x-amz-server-side-encryption"
        refused = {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": self.arn("*")}
        foreign = {"StringNotEquals": {f"{header}-aws-kms-key-id": self.key.arn}, "Null": {header: "false"}}
        return [
            {"Sid": "OwnKeyOnly", **refused, "Condition": foreign},
            {"Sid": "NoKeysOfCallers", **refused, "Condition": {"Null": {f"{header}-customer-algorithm": "false"}}},
        ]

    def _known_paths_only(self) -> dict[str, Any]:
        """
        Data actions only, never the management of the bucket, or Terraform would lock itself out.

        Without a network there is no path but the services of AWS and the principals of the graph.
        """
        graph = self._pipeline.graph
        named = {
            process.principal
            for process in graph.processes
            if process.principal and any(self._names(statement) for statement in process.statements())
        }
        principals = sorted({*named, *self._backup_roles})
        condition: dict[str, Any] = {}
        if self._network:
            condition["StringNotEquals"] = {"aws:SourceVpce": self._network.s3_endpoint_id}
        if principals:
            condition["ArnNotEquals"] = {"aws:PrincipalArn": principals}
        if readers := readers_of(self._pipeline, self.arn()):
            condition["ArnNotLike"] = {"aws:PrincipalArn": readers}
        condition["BoolIfExists"] = {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}
        return {
            "Sid": "KnownPathsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": list(DATA_ACTIONS),
            "Resource": self.arn("*"),
            "Condition": condition,
        }

    def _names(self, statement: Statement) -> bool:
        return any(resource.startswith(self.arn()) for resource in statement.resources)
