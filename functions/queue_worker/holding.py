"""
Holding on to messages while they are worked on, however long that takes.
"""

from __future__ import annotations

import logging
import threading
from types import TracebackType
from typing import Any, Self

from botocore.exceptions import BotoCoreError, ClientError

logger = logging.getLogger(__name__)

BEATS = 3  # times that the hold is renewed before it would end, so that one failed call does no harm


class Holding:
    """A thread that keeps *messages* hidden from other workers until each is let go of."""

    def __init__(self, sqs: Any, queue_url: str, visibility_seconds: int, messages: list[dict[str, Any]]) -> None:
        self._sqs = sqs
        self._queue_url = queue_url
        self._seconds = visibility_seconds
        self._held = {message["MessageId"]: message["ReceiptHandle"] for message in messages}
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._renew, name="holding", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def let_go(self, message: dict[str, Any]) -> None:
        """Renew *message* no more; after this it is safe to give it back."""
        with self._lock:
            self._held.pop(message["MessageId"], None)

    def _renew(self) -> None:
        while not self._over.wait(self._seconds / BEATS):
            with self._lock:
                entries = [
                    {"Id": str(number), "ReceiptHandle": handle, "VisibilityTimeout": self._seconds}
                    for number, handle in enumerate(self._held.values())
                ]
                if not entries:
                    continue
                try:
                    self._sqs.change_message_visibility_batch(QueueUrl=self._queue_url, Entries=entries)
                except (BotoCoreError, ClientError):
                    logger.warning("%d messages not held on to; trying again", len(entries), exc_info=True)
