"""
Containers that work on the messages of queues: one process for each service, group of machines or daemon set.

However many of them are to run, one does, since one is enough to show what they do; none runs where none is to. It is
started as AWS would start it: the image is asked for as the role that fetches it, though nothing is in the repository, and
the code acts as the role of the task, the machine or the pod, so a missing grant shows. One that ends is started again, as
its service would do it; what it said last is a problem until then.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from workflow.emulator.clients import Clients
from workflow.emulator.container import Container
from workflow.emulator.container_forms import Reader, workloads
from workflow.emulator.container_process import ContainerProcess
from workflow.emulator.problems import REFUSALS, BlockedError
from workflow.emulator.queue_waits import QueueWaits

START_SECONDS = 60.0  # until a worker asks for its first message; a busy laptop needs some
PAUSE = 0.02  # seconds between two looks at workers that are busy


class Workload:
    """What runs one container, by what it is called; *read* gives the container as it is defined now."""

    def __init__(self, name: str, read: Reader, stage: Containers) -> None:
        self.read = read
        self.process: ContainerProcess | None = None
        self.role_arn = ""
        self._name = name
        self._stage = stage
        self._asked = 0

    def __str__(self) -> str:
        return f"{self._name} does not run"

    @property
    def queue(self) -> str:
        """The name of the queue that the container is told of."""
        return self.process.container.variables.get("QUEUE_URL", "").rpartition("/")[2] if self.process else ""

    @property
    def starting(self) -> bool:
        """Whether the process has not asked for messages yet."""
        return self._stage.waits.asked(self.queue) == self._asked

    def step(self) -> bool:
        """Bring the process to what is defined; True when it was started."""
        container = self.read()
        self.role_arn = container.role_arn
        if self.process and self.process.container != container:
            self.leave()
        if self.process is None:
            self._start(container)
            return True
        self.tell()
        if not self.process.alive():
            raise BlockedError(f"it ended with {self._end()}")
        if self.starting and time.monotonic() > self.process.started + START_SECONDS:
            raise BlockedError(
                f"it asked for no message of a queue in {START_SECONDS:g} seconds; ended with {self._end()}"
            )
        return False

    def tell(self) -> None:
        """Pass on what the process said."""
        if self.process:
            self.process.pass_on()

    def leave(self) -> None:
        """Let the process finish what it has begun."""
        if self.process:
            self.process.leave()
            self._stage.leaving.append((self.queue, self.process))
        self.process = None

    def _start(self, container: Container) -> None:
        self._stage.fetch(container)
        self.process = self._stage.process(self._name, container)
        self._asked = self._stage.waits.asked(self.queue)

    def _end(self) -> str:
        process, self.process = self.process, None
        return process.end() if process else ""


class Containers:
    """All that run containers in one account and region; *root* is where their code is unpacked."""

    def __init__(self, account_id: str, region: str, root: Path, clients: Clients) -> None:
        self._account_id, self._region = account_id, region
        self._root, self._clients = root, clients
        self._workloads: dict[str, Workload] = {}
        self._watching = False
        self.waits = QueueWaits(account_id, region)
        self.leaving: list[tuple[str, ContainerProcess]] = []

    def discover(self) -> dict[str, Workload]:
        """Follow what was defined, changed and removed since the last look; by name."""
        readers = workloads(self._account_id, self._region)
        if readers and not self._watching:
            self.waits.install()
            self._watching = True
        for gone in self._workloads.keys() - readers.keys():
            self._workloads.pop(gone).leave()
        for name, read in readers.items():
            self._workloads.setdefault(name, Workload(name, read, self)).read = read
        for left in [left for left in self.leaving if not left[1].alive()]:
            left[1].end()
            self.leaving.remove(left)
        return dict(self._workloads)

    def fetch(self, container: Container) -> None:
        """Ask for the image as the role that fetches it. Whether it is there does not matter here, whether it may be had does."""
        repository, digest = container.repository(self._account_id, self._region)
        try:
            ecr = self._clients.get("ecr", container.puller_arn)
            ecr.get_authorization_token()
            ecr.batch_get_image(repositoryName=repository, imageIds=[{"imageDigest": digest}])
        except REFUSALS:
            self._clients.forget(container.puller_arn)
            raise

    def process(self, name: str, container: Container) -> ContainerProcess:
        return ContainerProcess(name, container, self._root, self._clients)

    def work(self) -> bool:
        """
        Let workers go on for a moment; True while one of them has something to do, or its queue holds a message.

        What they gave back for a while is seen again as soon as all workers of the queue wait.
        """
        running = [workload for workload in self._workloads.values() if workload.process]
        queues = {workload.queue for workload in running}
        workers = Counter([*(workload.queue for workload in running), *(queue for queue, _ in self.leaving)])
        full = {queue for queue in queues if self.waits.messages(queue)}
        for queue in full:
            self.waits.show_given_back(queue, workers[queue])
        busy = any(self.waits.waiting(queue) < workers[queue] for queue in queues)
        if full or busy or any(workload.starting for workload in running):
            time.sleep(PAUSE)
            return True
        for workload in running:
            workload.tell()
        return False

    def stop(self) -> None:
        """End all processes; what they have in work is lost, as the server is."""
        processes = [process for _, process in self.leaving]
        processes += [workload.process for workload in self._workloads.values() if workload.process]
        for process in processes:
            process.end()
        self._workloads.clear()
        self.leaving.clear()
        if self._watching:
            self.waits.uninstall()
            self._watching = False
