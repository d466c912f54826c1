"""
What a function's code prints: into the emulator's log, and into its log group as the function's role.
"""

from __future__ import annotations

import logging
import time
import uuid
from typing import Any

from workflow.emulator.clients import Clients
from workflow.emulator.problems import REFUSALS, words

EVENTS = 10_000  # a call of PutLogEvents takes so many

log = logging.getLogger(__name__)


class FunctionLogs:
    """
    One log stream of one function. *read* counts the bytes of the worker's log that were passed on.

    As on AWS, a role that may not write logs does not fail its function; here a warning tells so.
    """

    def __init__(self, function: Any, clients: Clients) -> None:
        self.group = str(function.logs_group_name)
        self.stream = f"{time.strftime('%Y/%m/%d', time.gmtime())}/[$LATEST]{uuid.uuid4().hex}"
        self.read = 0
        self._function = function
        self._clients = clients
        self._made = False

    def write(self, text: bytes) -> None:
        """Pass on *text*, a line an event."""
        self.read += len(text)
        lines = [line for line in text.decode("utf-8", "replace").splitlines() if line.strip()]
        for line in lines:
            log.info("%s: %s", self._function.function_name, line)
        try:
            self._put(lines)
        except REFUSALS as error:
            self._clients.forget(self._function.role)
            log.warning("%s cannot write its log: %s", self._function.function_name, words(error))

    def _put(self, lines: list[str]) -> None:
        client = self._clients.get("logs", self._function.role)
        if lines and not self._made:
            client.create_log_stream(logGroupName=self.group, logStreamName=self.stream)
            self._made = True
        now = int(time.time() * 1000)
        for start in range(0, len(lines), EVENTS):
            events = [{"timestamp": now, "message": line} for line in lines[start : start + EVENTS]]
            client.put_log_events(logGroupName=self.group, logStreamName=self.stream, logEvents=events)
