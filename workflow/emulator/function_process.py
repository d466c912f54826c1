"""
Invokes functions: one worker process each, made from the very archive and settings the function was created with.
"""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from workflow.emulator import worker
from workflow.emulator.clients import Clients
from workflow.emulator.log_stream import LogStream

INITIALIZATION = 60.0  # seconds; AWS gives 10, a busy laptop needs more

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """How an invocation ended. *error* holds Lambda's errorType and errorMessage, or is None."""

    request_id: str
    result: Any = None
    error: dict[str, str] | None = None


class FunctionProcesses:
    """The workers of all functions, below *root*."""

    def __init__(self, root: Path, endpoint: str, clients: Clients) -> None:
        self._root, self._endpoint, self._clients = root, endpoint, clients
        self._processes: dict[str, FunctionProcess] = {}

    def invoke(self, function: Any, event: dict[str, Any]) -> Outcome:
        """Run *function*, moto's model of it, with *event*; its worker is made when it is new, changed or dead."""
        print_ = _fingerprint(function)
        process = self._processes.get(function.function_arn)
        if process is None or process.fingerprint != print_ or not process.alive():
            if process is not None:
                process.stop()
            self._clients.forget(function.role)
            self._root.mkdir(parents=True, exist_ok=True)
            process = FunctionProcess(function, print_, self._root, self._endpoint, self._clients)
            self._processes[function.function_arn] = process
        return process.invoke(event)

    def keep(self, arns: Collection[str]) -> None:
        """Stop the workers of functions that are not among *arns*."""
        for arn in [arn for arn in self._processes if arn not in arns]:
            self._processes.pop(arn).stop()

    def stop(self) -> None:
        """Stop all workers."""
        self.keep(())


class FunctionProcess:
    """One function's worker and the folder of its code."""

    def __init__(self, function: Any, fingerprint: str, root: Path, endpoint: str, clients: Clients) -> None:
        self.fingerprint = fingerprint
        self._function = function
        self._logs = _log_stream(function, clients)
        self._folder = Path(tempfile.mkdtemp(prefix=f"{function.function_name}-", dir=root))
        code = self._folder / "code"
        with zipfile.ZipFile(io.BytesIO(function.code_bytes)) as archive:
            archive.extractall(code)
        self._log = (self._folder / "log").open("w+b")
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(Path(worker.__file__)), function.handler],
            cwd=code,
            env=_environment(function, endpoint, clients, self._logs, code),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )
        self._ready = False

    def alive(self) -> bool:
        """Whether the worker can take another event."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End the worker and remove its code."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            _pipe(pipe).close()
        self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def invoke(self, event: dict[str, Any]) -> Outcome:
        """Run the handler once and pass on what it logged."""
        request_id = str(uuid.uuid4())
        outcome = self._start(request_id) or self._run(event, request_id)
        if outcome.error:
            log.warning("%s failed: %s", self._function.function_name, outcome.error)
        self._log.seek(self._logs.read)
        self._logs.write(self._log.read())
        return outcome

    def _start(self, request_id: str) -> Outcome | None:
        """Wait for the import of the handler; an outcome when it failed."""
        if self._ready:
            return None
        answer = self._answer(INITIALIZATION)
        self._ready = "ready" in answer
        if self._ready:
            return None
        self._process.kill()  # so that the next event gets a new one
        self._process.wait()
        return Outcome(request_id, error=answer["error"])

    def _run(self, event: dict[str, Any], request_id: str) -> Outcome:
        timeout = float(self._function.timeout)
        context = {
            "function_name": self._function.function_name,
            "function_version": "$LATEST",
            "invoked_function_arn": self._function.function_arn,
            "memory_limit_in_mb": str(self._function.memory_size),
            "aws_request_id": request_id,
            "log_group_name": self._logs.group,
            "log_stream_name": self._logs.stream,
            "deadline": time.time() + timeout,
        }
        try:
            _pipe(self._process.stdin).write(json.dumps({"event": event, "context": context}).encode() + b"\n")
            _pipe(self._process.stdin).flush()
        except BrokenPipeError:
            return Outcome(request_id, error=_exited())
        answer = self._answer(timeout)
        return Outcome(request_id, answer.get("result"), answer.get("error"))

    def _answer(self, timeout: float) -> dict[str, Any]:
        """The worker's next line; a worker that gives none in *timeout* seconds is killed, as Lambda does."""
        readable, _, _ = select.select([_pipe(self._process.stdout)], [], [], timeout)
        if not readable:
            self._process.kill()
            self._process.wait()
            return {
                "error": {
                    "errorType": "Sandbox.Timedout",
                    "errorMessage": f"Task timed out after {timeout:.2f} seconds",
                }
            }
        line = _pipe(self._process.stdout).readline()
        if not line:
            self._process.wait()
            return {"error": _exited()}
        answer: dict[str, Any] = json.loads(line)
        return answer


def _exited() -> dict[str, str]:
    return {"errorType": "Runtime.ExitError", "errorMessage": "the process of the function ended by itself"}


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise TypeError("the worker was started without a pipe")
    return pipe


def _fingerprint(function: Any) -> str:
    """What a worker is made from; another one means another worker."""
    facts = (function.handler, function.role, function.timeout, function.memory_size, function.environment_vars)
    return hashlib.sha256(function.code_bytes + repr(facts).encode()).hexdigest()


def _log_stream(function: Any, clients: Clients) -> LogStream:
    """The stream of one worker, named as Lambda names it; the function's role writes it."""
    stream = f"{time.strftime('%Y/%m/%d', time.gmtime())}/[$LATEST]{uuid.uuid4().hex}"
    return LogStream(str(function.function_name), function.role, str(function.logs_group_name), stream, clients)


def _environment(function: Any, endpoint: str, clients: Clients, logs: LogStream, code: Path) -> dict[str, str]:
    """The function's variables, its role's credentials and what Lambda adds; nothing of this process but PATH."""
    credentials = clients.credentials(function.role)
    return {
        **{name: str(value) for name, value in function.environment_vars.items()},
        **{name.upper(): value for name, value in credentials.items()},
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "en_US.UTF-8",
        "TZ": ":UTC",
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_REGION": clients.region,
        "AWS_DEFAULT_REGION": clients.region,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_LAMBDA_FUNCTION_NAME": function.function_name,
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory_size),
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        "AWS_LAMBDA_LOG_GROUP_NAME": logs.group,
        "AWS_LAMBDA_LOG_STREAM_NAME": logs.stream,
        "LAMBDA_TASK_ROOT": str(code),
        "_HANDLER": function.handler,
    }
