"""
Rows into the delivery stream, at least once.

PutRecordBatch can take some entries and refuse others; only the refused ones are sent again, a bounded number of
times. What is still refused is reported, and the event source delivers these records, and the rest of their batch
after the first of them, again: so a row can land twice, and readers remove duplicates by `event_id`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from typing import Any

from aws_lambda_powertools import Logger
from botocore.exceptions import BotoCoreError, ClientError

from .rows import Row

MAXIMUM_ENTRIES = 500  # a call, by the PutRecordBatch quota
MAXIMUM_BYTES = 4 * 1024 * 1024  # a call
ATTEMPTS = 5
FIRST_PAUSE = 0.1  # seconds at most before the second attempt; doubles with each further one

logger = Logger(child=True)


class Delivery:
    """Writes to one delivery stream. *sleep* takes seconds."""

    def __init__(self, firehose: Any, stream: str, sleep: Callable[[float], None] = time.sleep) -> None:
        self._firehose = firehose
        self._stream = stream
        self._sleep = sleep

    def write(self, rows: list[Row]) -> set[str]:
        """The sequence numbers of the *rows* that the stream did not take."""
        return {row.sequence_number for call in calls(rows) for row in self._write(call)}

    def _write(self, rows: list[Row]) -> list[Row]:
        for attempt in range(ATTEMPTS):
            if attempt:
                self._sleep(random.uniform(0, FIRST_PAUSE * 2 ** (attempt - 1)))  # noqa: S311  # jitter, no secret
            rows = self._refused(rows)
            if not rows:
                return []
        logger.error("rows not delivered", extra={"rows": len(rows), "attempts": ATTEMPTS})
        return rows

    def _refused(self, rows: list[Row]) -> list[Row]:
        """One call; the rows it did not take. A call that fails as a whole takes none."""
        entries = [{"Data": row.line} for row in rows]
        try:
            answer = self._firehose.put_record_batch(DeliveryStreamName=self._stream, Records=entries)
        except (BotoCoreError, ClientError) as error:
            logger.warning("put_record_batch failed", extra={"error": code(error)})
            return rows
        return [row for row, entry in zip(rows, answer["RequestResponses"], strict=True) if "ErrorCode" in entry]


def calls(rows: list[Row]) -> Iterator[list[Row]]:
    """*rows* in order, cut into calls that respect both quotas."""
    call: list[Row] = []
    size = 0
    for row in rows:
        if len(call) == MAXIMUM_ENTRIES or size + len(row.line) > MAXIMUM_BYTES:
            yield call
            call, size = [], 0
        call.append(row)
        size += len(row.line)
    if call:
        yield call


def code(error: BotoCoreError | ClientError) -> str:
    """What to log about *error*: its code, since a message can quote the request."""
    return str(error.response["Error"]["Code"]) if isinstance(error, ClientError) else type(error).__name__
