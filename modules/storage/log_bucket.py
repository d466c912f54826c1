"""
The bucket that receives server access logs of the others.
"""

from __future__ import annotations

import json

from bindings import Construct
from bindings.aws import S3Bucket, S3BucketPolicy, S3BucketServerSideEncryptionConfiguration
from modules.dataflow import Classification, Statement, Store
from modules.pipeline import Pipeline
from modules.storage.every_bucket import expire, protect, tls_statements

LOG_CLASSIFICATION = Classification.INTERNAL  # names of objects and who asked for them, and no data


class LogBucket(Construct):
    """
    A bucket only S3's logging service writes to.

    AWS delivers access logs only to a bucket with S3-managed encryption and without a default object lock ("Enabling
    Amazon S3 server access logging"), hence no key of ours here.
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        self.bucket = S3Bucket(
            self,
            "bucket",
            bucket=pipeline.bucket_name("logs", LOG_CLASSIFICATION),
            tags={"classification": LOG_CLASSIFICATION, "zone": "logs"},
        )
        self.name = self.bucket.bucket
        self.arn = pipeline.bucket_arn(str(self.name))
        versioning = protect(self, self.bucket)
        S3BucketServerSideEncryptionConfiguration(
            self,
            "encryption",
            bucket=self.name,
            rule=[{"apply_server_side_encryption_by_default": {"sse_algorithm": "AES256"}}],
        )
        expire(self, self.bucket, pipeline.log_retention_days(pipeline.classification), after=versioning)
        delivery = {
            "Sid": "AccessLogs",
            "Effect": "Allow",
            "Principal": {"Service": "logging.s3.amazonaws.com"},
            "Action": "s3:PutObject",
            "Resource": f"{self.arn}/*",
            "Condition": {
                "StringEquals": {"aws:SourceAccount": pipeline.environment.account_id},
                "ArnLike": {"aws:SourceArn": pipeline.own_buckets()},
            },
        }
        pipeline.graph.grants.allow("deliver", delivery)
        pipeline.graph.grants.refuse(lambda: tls_statements(self.arn))
        self.policy = S3BucketPolicy(
            self,
            "policy",
            bucket=self.name,
            policy=json.dumps({"Version": "2012-10-17", "Statement": [*tls_statements(self.arn), delivery]}),
        )

        self.store = pipeline.graph.add_store(
            Store(
                name="access-logs",
                kind="bucket",
                classification=LOG_CLASSIFICATION,
                owner=pipeline.owner,
                retention_days=pipeline.log_retention_days(pipeline.classification),
                read_statements=(
                    Statement(("s3:GetObject",), (f"{self.arn}/*",)),
                    Statement(("s3:ListBucket",), (self.arn,)),
                ),
                write_statements=(),
                persona_readers=frozenset({"auditor"}),
            )
        )
        pipeline.process("access-logging", "aws_service", classification=LOG_CLASSIFICATION).writes(self.store)
