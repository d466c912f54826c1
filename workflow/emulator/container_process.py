"""
Runs a container without Docker: the code of `functions/queue_worker` in a process of this project's own interpreter.

Whatever image a definition names, this code is what runs, copied as its Dockerfile copies it and started by its entry point.
It sees the container's variables, the endpoint and the role's credentials, and nothing else of this machine's. What a
container is confined to is not emulated: the user, the root that is read-only, capabilities, memory, processors.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

from workflow.emulator.clients import Clients
from workflow.emulator.container import Container
from workflow.emulator.log_stream import LogStream, tell

CODE = Path(__file__).parents[2] / "functions" / "queue_worker"
ENTRY_POINT = re.compile(r"^ENTRYPOINT (?P<words>\[.*\])$", re.MULTILINE)
ENVIRONMENT = re.compile(r"^ENV (?P<variables>.*)$", re.MULTILINE)
STOP_SECONDS = 120.0  # between SIGTERM and SIGKILL, as long as the containers' definitions say
TAIL = 4_096  # bytes of the output in which the last line is looked for


class ContainerProcess:
    """The process of one container, called *name*, in a folder of its own below *root*."""

    def __init__(self, name: str, container: Container, root: Path, clients: Clients) -> None:
        self.container = container
        self.started = time.monotonic()
        self._name = name
        self._kill_at = float("inf")
        self._logs = _log_stream(name, container, clients)
        self._read = 0
        root.mkdir(parents=True, exist_ok=True)
        self._folder = Path(tempfile.mkdtemp(prefix="container-", dir=root))
        application = self._folder / "app"
        shutil.copytree(
            CODE, application / CODE.name, ignore=lambda _, names: [n for n in names if not n.endswith(".py")]
        )
        dockerfile = (CODE / "Dockerfile").read_text()
        self._output = (self._folder / "log").open("w+b")
        self._process = subprocess.Popen(
            [sys.executable, *_arguments(dockerfile), *container.command],
            cwd=application,
            env=_environment(dockerfile, container, clients),
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    def alive(self) -> bool:
        """Whether it runs; one that was told to leave and does not is killed when its time is over."""
        if time.monotonic() > self._kill_at:
            self._process.kill()
            self._process.wait()
        return self._process.poll() is None

    def leave(self) -> None:
        """Tell it to stop: it finishes what it has begun."""
        self._process.send_signal(signal.SIGTERM)
        self._kill_at = time.monotonic() + STOP_SECONDS

    def end(self) -> str:
        """End it now and remove its folder; what it said last, and how it ended."""
        self._process.kill()
        code = self._process.wait()
        self.pass_on()
        size = self._output.seek(0, os.SEEK_END)
        self._output.seek(max(0, size - TAIL))
        lines = self._output.read().decode("utf-8", "replace").split("\n")
        self._output.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        return f"exit code {code}: {next((line for line in reversed(lines) if line.strip()), 'it said nothing')}"

    def pass_on(self) -> None:
        """Pass on what it said since the last time."""
        self._output.seek(self._read)
        text = self._output.read()
        self._read += len(text)
        if text and self._logs:
            self._logs.write(text)
        elif text:
            tell(self._name, text)


def _log_stream(name: str, container: Container, clients: Clients) -> LogStream | None:
    logs = container.logs
    return LogStream(name, logs.role_arn, logs.group, logs.stream_of(uuid.uuid4().hex), clients) if logs else None


def _arguments(dockerfile: str) -> list[str]:
    """What follows Python in the entry point of *dockerfile*."""
    found = ENTRY_POINT.search(dockerfile)
    words: list[str] = json.loads(found["words"]) if found else []
    if words[:1] != ["python"]:
        raise ValueError(f"the entry point in {CODE / 'Dockerfile'} does not start Python: {words}")
    return words[1:]


def _environment(dockerfile: str, container: Container, clients: Clients) -> dict[str, str]:
    """The variables of the image and of the container, who it is and where AWS is; nothing of this process but PATH."""
    found = ENVIRONMENT.search(dockerfile)
    image = dict(pair.split("=", 1) for pair in found["variables"].split()) if found else {}
    credentials = clients.credentials(container.role_arn)
    return {
        **image,
        **container.variables,
        **{name.upper(): value for name, value in credentials.items()},
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "AWS_ENDPOINT_URL": clients.endpoint,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }
