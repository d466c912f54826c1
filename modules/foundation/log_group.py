"""
Logs about a pipeline's data: encrypted, and kept as long as the class of the data demands.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import CloudwatchLogGroup
from modules.dataflow import Classification, Statement
from modules.foundation.key import Key
from modules.pipeline import Pipeline


class LogGroup(Construct):
    """A CloudWatch log group under *key*."""

    def __init__(
        self, scope: Construct, id: str, *, name: str, pipeline: Pipeline, classification: Classification, key: Key
    ) -> None:
        super().__init__(scope, id)
        self.log_group = CloudwatchLogGroup(
            self,
            "log_group",
            name=name,
            kms_key_id=key.arn,
            retention_in_days=pipeline.log_retention_days(classification),
            tags={"classification": classification},
        )
        key.serve(
            pipeline.service("logs"),
            [
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
            ],
            {"ArnEquals": {"kms:EncryptionContext:aws:logs:arn": pipeline.arn("logs", f"log-group:{name}")}},
        )
        self.name = self.log_group.name
        self.arn = pipeline.arn("logs", f"log-group:{self.log_group.name}")

    def write_statement(self) -> Statement:
        """What somebody needs to write to any stream of this group."""
        return Statement(("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"), (f"{self.arn}:*",))
