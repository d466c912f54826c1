"""
The worker: it takes a few messages, brings each to its end, and takes the next, until it is told to stop.

A message is deleted when its result is kept. One that fails goes back alone, later each time, and the queue gives up on it
by itself. Told to stop, a worker finishes the message it has begun and gives the others back at once. Values of messages are
never logged.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from .document import RefusedError
from .holding import Holding
from .results import Results
from .settings import Settings

logger = logging.getLogger(__name__)

BATCH = 10  # the most that SQS hands out at a time
WAIT_SECONDS = 20  # the longest that SQS waits for a message
PAUSE_SECONDS = 30  # before a failed message is seen again, times how often it was received


class Worker:
    """Applies *task* to the body of each message."""

    def __init__(
        self, sqs: Any, settings: Settings, results: Results, task: Callable[[str], bytes], stop: threading.Event
    ) -> None:
        self._sqs = sqs
        self._settings = settings
        self._results = results
        self._task = task
        self._stop = stop

    def run(self) -> None:
        """Work until the stop."""
        while not self._stop.is_set():
            self.take(WAIT_SECONDS)

    def take(self, wait_seconds: int) -> int:
        """Take some messages, after at most *wait_seconds*, and bring each to its end; how many were done."""
        answer = self._sqs.receive_message(
            QueueUrl=self._settings.queue_url,
            MaxNumberOfMessages=BATCH,
            WaitTimeSeconds=wait_seconds,
            VisibilityTimeout=self._settings.visibility_seconds,
            MessageSystemAttributeNames=["SentTimestamp", "ApproximateReceiveCount"],
        )
        messages = answer.get("Messages", [])
        if not messages:
            return 0
        with Holding(self._sqs, self._settings.queue_url, self._settings.visibility_seconds, messages) as holding:
            return sum(self._settle(message, holding) for message in messages)

    def _settle(self, message: dict[str, Any], holding: Holding) -> bool:
        if self._stop.is_set():
            self._give_back(message, holding, 0)
            return False
        try:
            first = self._results.write(message, self._task(message["Body"]))
        except RefusedError as error:
            logger.warning("message %s refused: it %s", message["MessageId"], error)
        except Exception:
            logger.exception("message %s failed", message["MessageId"])
        else:
            holding.let_go(message)
            self._sqs.delete_message(QueueUrl=self._settings.queue_url, ReceiptHandle=message["ReceiptHandle"])
            logger.info("message %s %s", message["MessageId"], "done" if first else "was done before")
            return True
        pause = PAUSE_SECONDS * int(message["Attributes"]["ApproximateReceiveCount"])
        self._give_back(message, holding, min(pause, self._settings.visibility_seconds))
        return False

    def _give_back(self, message: dict[str, Any], holding: Holding, seconds: int) -> None:
        """Let others see *message* in so many *seconds*."""
        holding.let_go(message)
        self._sqs.change_message_visibility(
            QueueUrl=self._settings.queue_url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=seconds
        )
