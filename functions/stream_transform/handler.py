"""
The function's entry point: one batch of a Kinesis stream an invocation, with a partial batch response.

A good record becomes a row of the delivery stream, a bad one a line in quarantine; a record is done when it is in one
of the two. Records that reached neither are reported, and the event source sends them again. A bug is not a bad
record: it ends the invocation with its traceback. Values of records are never logged.

Tracing is left to the Lambda service (its active tracing records every invocation), so that the archive need not
carry the X-Ray SDK.
"""

from __future__ import annotations

import functools
import os
from collections import Counter
from dataclasses import dataclass
from typing import Any

import boto3
from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.kinesis_stream_event import KinesisStreamRecord
from aws_lambda_powertools.utilities.typing import LambdaContext
from botocore.config import Config

from .delivery import Delivery
from .quarantine import Quarantine
from .rows import Transformer
from .settings import Settings
from .tokens import Tokenizer

NAMESPACE = "Millrace"

logger = Logger()
metrics = Metrics(namespace=NAMESPACE)


class NotDeliveredError(Exception):
    """The record is neither in the delivery stream nor in quarantine."""


@dataclass(frozen=True)
class Pipeline:
    """What one cold start prepares for all invocations after it."""

    transformer: Transformer
    delivery: Delivery
    quarantine: Quarantine

    def settle(self, records: list[KinesisStreamRecord]) -> set[str]:
        """Bring every record to its place; the sequence numbers of those that did not get there."""
        metrics.add_metric("RecordsReceived", MetricUnit.Count, len(records))
        rows, refusals = self.transformer.split(records)
        left = self.delivery.write(rows) | self.quarantine.write(refusals)
        reasons = Counter(refusal.error.reason for refusal in refusals)
        if reasons:
            logger.warning("records refused", extra={"reasons": dict(reasons)})
        metrics.add_metric("RecordsRefused", MetricUnit.Count, len(refusals))
        metrics.add_metric("RecordsNotDelivered", MetricUnit.Count, len(left))
        return left


@functools.cache
def pipeline() -> Pipeline:
    """The pipeline that the environment describes; made by the first invocation, kept while the process lives."""
    settings = Settings.load(os.environ)
    config = Config(retries={"mode": "standard", "max_attempts": 3}, connect_timeout=2, read_timeout=10)
    tokenizer = None
    if settings.sensitive:
        kms = boto3.client("kms", config=config)
        tokenizer = Tokenizer.derive(kms, settings.token_key_id, settings.token_label)
    return Pipeline(
        Transformer(settings, tokenizer),
        Delivery(boto3.client("firehose", config=config), settings.delivery_stream),
        Quarantine(boto3.client("s3", config=config), settings.quarantine_bucket, settings.quarantine_prefix),
    )


@logger.inject_lambda_context
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Settle the batch in *event* and name the records to send again."""
    left = pipeline().settle([KinesisStreamRecord(record) for record in event["Records"]])

    def report(record: KinesisStreamRecord) -> None:
        if record.kinesis.sequence_number in left:
            raise NotDeliveredError

    processor = BatchProcessor(EventType.KinesisDataStreams, raise_on_entire_batch_failure=False)
    return process_partial_response(event=event, record_handler=report, processor=processor, context=context)
