"""
What code of ours prints: into the emulator's log, and into a log group as the role that writes it there on AWS.
"""

from __future__ import annotations

import logging
import time

from workflow.emulator.clients import Clients
from workflow.emulator.problems import REFUSALS, words

EVENTS = 10_000  # a call of PutLogEvents takes so many

log = logging.getLogger(__name__)


class LogStream:
    """
    One stream of one log group, written as *role_arn*. *read* counts the bytes that were passed on.

    As on AWS, a role that may not write logs does not stop what is called *name*; here a warning tells so.
    """

    def __init__(self, name: str, role_arn: str, group: str, stream: str, clients: Clients) -> None:
        self.group = group
        self.stream = stream
        self.read = 0
        self._name = name
        self._role_arn = role_arn
        self._clients = clients
        self._made = False

    def write(self, text: bytes) -> None:
        """Pass on *text*, a line an event."""
        self.read += len(text)
        lines = tell(self._name, text)
        try:
            self._put(lines)
        except REFUSALS as error:
            self._clients.forget(self._role_arn)
            log.warning("%s cannot write its log: %s", self._name, words(error))

    def _put(self, lines: list[str]) -> None:
        client = self._clients.get("logs", self._role_arn)
        if lines and not self._made:
            client.create_log_stream(logGroupName=self.group, logStreamName=self.stream)
            self._made = True
        now = int(time.time() * 1000)
        for start in range(0, len(lines), EVENTS):
            events = [{"timestamp": now, "message": line} for line in lines[start : start + EVENTS]]
            client.put_log_events(logGroupName=self.group, logStreamName=self.stream, logEvents=events)


def tell(name: str, text: bytes) -> list[str]:
    """The lines of *text*, which are in the emulator's log now."""
    lines = [line for line in text.decode("utf-8", "replace").splitlines() if line.strip()]
    for line in lines:
        log.info("%s: %s", name, line)
    return lines
