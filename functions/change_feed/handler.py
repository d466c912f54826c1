"""
The function's entry point: one batch of a table's stream an invocation, with a partial batch response.

Changes go to the delivery stream in their order. The first that it does not take is reported, and the event source sends it
and what follows it again: so a change can land twice, and readers remove duplicates by `sequence_number`.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from typing import Any

import boto3
from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.typing import LambdaContext
from botocore.config import Config

from .changes import Change, change

NAMESPACE = "Millrace"
MAXIMUM_ENTRIES = 500  # a call, by the PutRecordBatch quota
MAXIMUM_BYTES = 4 * 1024 * 1024  # a call

logger = Logger()
metrics = Metrics(namespace=NAMESPACE)


@functools.cache
def firehose() -> Any:
    """The client; made by the first invocation, kept while the process lives."""
    return boto3.client("firehose", config=Config(retries={"mode": "standard", "max_attempts": 5}, read_timeout=10))


@logger.inject_lambda_context
@metrics.log_metrics
def handler(event: dict[str, Any], _context: LambdaContext) -> dict[str, list[dict[str, str]]]:
    """Pass the batch in *event* on, and name the first change that the delivery stream did not take."""
    metrics.add_metric("ChangesReceived", MetricUnit.Count, len(event["Records"]))
    stream = os.environ["DELIVERY_STREAM"]
    for call in calls([change(record) for record in event["Records"]]):
        answer = firehose().put_record_batch(DeliveryStreamName=stream, Records=[{"Data": each.line} for each in call])
        for each, entry in zip(call, answer["RequestResponses"], strict=True):
            if "ErrorCode" in entry:
                logger.warning("changes not delivered", extra={"error": entry["ErrorCode"]})
                return {"batchItemFailures": [{"itemIdentifier": each.sequence_number}]}
        metrics.add_metric("ChangesDelivered", MetricUnit.Count, len(call))
    return {"batchItemFailures": []}


def calls(changes: list[Change]) -> Iterator[list[Change]]:
    """*changes* in order, cut into calls that respect both quotas."""
    start, size = 0, 0
    for number, each in enumerate(changes):
        if number > start and (number - start == MAXIMUM_ENTRIES or size + len(each.line) > MAXIMUM_BYTES):
            yield changes[start:number]
            start, size = number, 0
        size += len(each.line)
    if changes:
        yield changes[start:]
