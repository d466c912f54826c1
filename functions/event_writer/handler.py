"""
The function's entry point: one batch of messages an invocation, with a partial batch response.

A good message is written, a copy or an older version changes nothing, and one that makes no sense goes to the dead-letter
queue with the reason; each of them is done. Any other failure is of the surroundings: the message is reported, and the
queue shows it again. Values of messages are never logged.

Copies are known by `event_id`, in the idempotency table; a copy with another content is refused. Should the memory of an
event be lost, the version of the entity still keeps a copy from changing anything.
"""

from __future__ import annotations

import functools
import os
from dataclasses import asdict, dataclass
from typing import Any

import boto3
from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.idempotency import (
    DynamoDBPersistenceLayer,
    IdempotencyConfig,
    idempotent_function,
)
from aws_lambda_powertools.utilities.idempotency.exceptions import IdempotencyValidationError
from aws_lambda_powertools.utilities.typing import LambdaContext
from botocore.config import Config

from .message import Message, RefusedError, parse
from .settings import Settings
from .table import Entities

NAMESPACE = "Millrace"

logger = Logger()
metrics = Metrics(namespace=NAMESPACE)


@dataclass(frozen=True)
class Writer:
    """What one cold start prepares for all invocations after it."""

    entities: Entities
    idempotency: IdempotencyConfig
    memory: DynamoDBPersistenceLayer
    sqs: Any
    dead_letter_url: str

    def settle(self, record: SQSRecord) -> None:
        """Bring one message to its end; what it raises is no fault of the message."""
        try:
            self._write(parse(record.body))
        except RefusedError as error:
            self._refuse(record, error)
        except Exception as error:
            cause = type(error.__cause__ or error).__name__  # the message itself can quote the request
            logger.warning("message not written", extra={"error": cause, "message_id": record.message_id})
            raise

    def _write(self, message: Message) -> None:
        @idempotent_function(data_keyword_argument="event", persistence_store=self.memory, config=self.idempotency)
        def once(*, event: dict[str, Any]) -> str:
            outcome = self.entities.write(Message(**event))
            metrics.add_metric("MessagesWritten" if outcome == "written" else "MessagesOlder", MetricUnit.Count, 1)
            return outcome

        try:
            once(event=asdict(message))
        except IdempotencyValidationError as error:
            raise RefusedError("conflicting_copy", "event_id is that of another message") from error

    def _refuse(self, record: SQSRecord, error: RefusedError) -> None:
        """Keep the message as it came, with the reason beside it."""
        logger.warning("message refused", extra={"reason": error.reason, "message_id": record.message_id})
        metrics.add_metric("MessagesRefused", MetricUnit.Count, 1)
        told = {"reason": error.reason, "detail": error.detail, "message_id": record.message_id}
        self.sqs.send_message(
            QueueUrl=self.dead_letter_url,
            MessageBody=record.body,
            MessageAttributes={name: {"DataType": "String", "StringValue": value} for name, value in told.items()},
        )


@functools.cache
def writer() -> Writer:
    """The writer that the environment describes; made by the first invocation, kept while the process lives."""
    settings = Settings.load(os.environ)
    config = Config(retries={"mode": "standard", "max_attempts": 3}, connect_timeout=2, read_timeout=10)
    return Writer(
        Entities(boto3.resource("dynamodb", config=config).Table(settings.table), settings.retention_days),
        IdempotencyConfig(
            event_key_jmespath="event_id",
            payload_validation_jmespath="[entity_id, version, data]",
            hash_function="sha256",
            expires_after_seconds=settings.remembered_seconds,
        ),
        DynamoDBPersistenceLayer(table_name=settings.idempotency_table, boto_config=config),
        boto3.client("sqs", config=config),
        settings.dead_letter_url,
    )


@logger.inject_lambda_context
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Settle the batch in *event* and name the messages to show again."""
    prepared = writer()
    metrics.add_metric("MessagesReceived", MetricUnit.Count, len(event["Records"]))
    prepared.idempotency.register_lambda_context(context)
    processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(event=event, record_handler=prepared.settle, processor=processor, context=context)
