"""
Who waits at a queue for messages.

A worker that waits has none in work. So what is hidden then was given back for a while, and can be shown again at once
where nobody waits for visibility timeouts.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import Any

from moto.sqs import sqs_backends
from moto.sqs.models import SQSBackend

SLICE = 0.2  # seconds until a wait looks up although nothing was sent, since what is shown again rings no bell


class QueueWaits:
    """Long polls of one account and region, from `install` on until `uninstall`; others ask moto as before."""

    def __init__(self, account_id: str, region: str) -> None:
        self._account_id, self._region = account_id, region
        self._receive = SQSBackend.receive_message
        self._waiting: Counter[str] = Counter()
        self._asked: Counter[str] = Counter()
        self._lock = threading.Lock()
        """Held from a look into a queue until it is known who has what was found."""

    def install(self) -> None:
        """Watch the long polls; they last as long as before."""
        waits, receive = self, self._receive

        def receive_message(
            backend: SQSBackend, queue_name: str, count: int, wait_seconds: int, *settings: Any, **named: Any
        ) -> Any:
            if not wait_seconds or (backend.account_id, backend.region_name) != (waits._account_id, waits._region):
                return receive(backend, queue_name, count, wait_seconds, *settings, **named)
            return waits._wait(backend, queue_name, wait_seconds, (count, 0, *settings), named)

        SQSBackend.receive_message = receive_message

    def uninstall(self) -> None:
        """Leave long polls to moto again."""
        SQSBackend.receive_message = self._receive

    def asked(self, queue_name: str) -> int:
        """How many long polls of the queue have begun."""
        return self._asked[queue_name]

    def waiting(self, queue_name: str) -> int:
        """How many long polls of the queue are under way."""
        return self._waiting[queue_name]

    def messages(self, queue_name: str) -> int:
        """Messages that the queue holds: those to be seen, those in work, and those that come later."""
        queue = self._backend.queues.get(queue_name)
        if queue is None:
            return 0
        with self._lock:  # so that none is taken, and what is shown again meanwhile counts twice and not never
            later = queue.approximate_number_of_messages_not_visible + queue.approximate_number_of_messages_delayed
            return int(later + queue.approximate_number_of_messages)

    def show_given_back(self, queue_name: str, workers: int) -> None:
        """Let what is hidden be seen when so many *workers* wait at the queue, all that it has."""
        queue = self._backend.queues.get(queue_name)
        with self._lock:
            if queue is None or self._waiting[queue_name] < workers:
                return
            for message in [message for message in list(queue.pending_messages) if not message.visible]:
                self._backend.change_message_visibility(queue_name, message.receipt_handle, 0)

    @property
    def _backend(self) -> SQSBackend:
        return sqs_backends[self._account_id][self._region]

    def _wait(self, backend: SQSBackend, queue_name: str, seconds: int, settings: tuple[Any, ...], named: Any) -> Any:
        """Look into the queue, and again whenever something comes, for so many *seconds*."""
        end = time.monotonic() + seconds
        with self._lock:
            self._waiting[queue_name] += 1
            self._asked[queue_name] += 1
        ended = False
        try:
            while True:
                with self._lock:
                    found = self._receive(backend, queue_name, *settings, **named)
                    if found or time.monotonic() >= end:
                        self._waiting[queue_name] -= 1
                        ended = True
                        return found
                backend.get_queue(queue_name).wait_for_messages(SLICE)
        finally:
            if not ended:  # the queue is gone
                with self._lock:
                    self._waiting[queue_name] -= 1
