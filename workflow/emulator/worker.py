"""
The process that a function's code runs in: the emulator's Lambda runtime.

Started as a program, with the handler's name (`module.function`) as its only argument and the unpacked archive as its
working folder. It answers one line of JSON on standard output when the handler is imported, then one for each line of
JSON on standard input; what the code itself prints goes to standard error, which is the function's log. It imports
nothing of ours, and nothing but the standard library before the function's own code.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Context:
    """What a handler gets beside its event. *deadline* is in seconds since the epoch."""

    function_name: str
    function_version: str
    invoked_function_arn: str
    memory_limit_in_mb: str
    aws_request_id: str
    log_group_name: str
    log_stream_name: str
    deadline: float
    identity: None = None
    client_context: None = None

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the function is stopped."""
        return max(0, int((self.deadline - time.time()) * 1000))


def main(handler: str) -> None:
    """Import *handler* and answer events until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # from here on, prints of the function's code are its log

    def answer(document: dict[str, Any]) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        answers.write(json.dumps(document) + "\n")
        answers.flush()

    sys.path.insert(0, os.getcwd())  # noqa: PTH109  # the archive's root, as Lambda has it
    module, _, name = handler.rpartition(".")
    try:
        function = getattr(importlib.import_module(module.replace("/", ".")), name)
    except BaseException:  # noqa: BLE001  # whatever the function's code does is the function's failure
        answer(_failure())
        return
    answer({"ready": True})
    for line in sys.stdin:
        answer(_answer(function, json.loads(line)))


def _answer(function: Callable[[Any, Context], Any], request: dict[str, Any]) -> dict[str, Any]:
    try:
        result = function(request["event"], Context(**request["context"]))
        json.dumps(result)
    except BaseException:  # noqa: BLE001  # as above; an exit ends an invocation, too
        return _failure()
    return {"result": result}


def _failure() -> dict[str, Any]:
    kind, error, _ = sys.exc_info()
    traceback.print_exc()
    return {"error": {"errorType": kind.__name__ if kind else "", "errorMessage": str(error)}}


if __name__ == "__main__":
    main(sys.argv[1])
