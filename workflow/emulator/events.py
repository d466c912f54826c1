"""
What AWS does by itself between two stores: event sources that feed functions, Firehose's delivery, containers that run.

The API, for the emulator's process (all of it runs inside the moto server's process):

    sources = EventSources(account_id, region, endpoint, root, credentials_for)
    sources.start()                # installs the delivery stage, starts the polling thread; returns at once
    sources.drain(60)              # works until nothing is in flight; raises DrainError with every problem in words
    sources.stop()                 # stops the thread and the functions' processes; undoes the installation

*endpoint* is the server's own address (`http://127.0.0.1:<port>`). *root* is a folder for the unpacked code and the
logs of functions and containers; it is made when absent. *credentials_for* takes a role's ARN and gives keyword arguments of `boto3.Session`
(`aws_access_key_id`, `aws_secret_access_key`, `aws_session_token`); it is called again after a refusal, so that a role
that was made anew gets new keys. `drain` may be called from a request's thread: nothing here holds a lock of moto.

Every call goes to *endpoint* as the role that would make it on AWS, so a missing grant shows:

- a function's role: DescribeStreamSummary, ListShards, GetShardIterator and GetRecords on the stream, SendMessage or
  Publish on the failure destination, CreateLogStream and PutLogEvents on the function's log group, and whatever the
  code does itself;
- for the stream of a table ListStreams, DescribeStream, GetShardIterator and GetRecords instead, and for a queue
  ReceiveMessage and DeleteMessage;
- the role of a delivery stream's Kinesis source: DescribeStream, ListShards, GetShardIterator, GetRecords;
- the roles of its destination and of its schema: see `delivery`;
- the role that fetches a container's image: GetAuthorizationToken and BatchGetImage, and where its log is collected
  CreateLogStream and PutLogEvents; the role of the task, the machine or the pod: whatever the code does.

Containers are those of services of ECS, of groups of EC2 Auto Scaling, and, once `apply_manifest` has taken the place of
`kubectl apply`, of daemon sets of EKS. They run `functions/queue_worker` without Docker, whatever image is named: see
`containers` and `container_process`. Draining waits for their queues to be empty.

What differs from AWS: a batch is made of what is there, up to the batch size (batching windows are not waited for); one
batch a shard is in flight whatever the parallelization factor; streams are looked at every half second, and five seconds
after a refusal; there is no back-off between retries, and a message that failed is seen again at once; filter criteria and tumbling windows are refused with an error. Containers that gave
a message back for a while get it again at once while draining, and otherwise when it is time; how many of them run does not
follow the backlog.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from moto.awslambda.models import LambdaBackend
from moto.awslambda.utils import get_backend
from moto.firehose.models import firehose_backends
from moto.sqs.models import Queue

from workflow.emulator.clients import Clients
from workflow.emulator.containers import Containers, Workload
from workflow.emulator.delivery import Delivery
from workflow.emulator.delivery_source import DeliverySource
from workflow.emulator.function_process import FunctionProcesses
from workflow.emulator.mapping import Mapping
from workflow.emulator.problems import REFUSALS, DrainError, Problems, words
from workflow.emulator.queue_mapping import QueueMapping

__all__ = ["DrainError", "EventSources"]

FEEDS_OF_MOTO = ("send_dynamodb_items", "send_kinesis_message")
NO_MAPPINGS = property(lambda _: {}, lambda *_: None)
"""What moto is told of a queue's mappings; otherwise it would take messages itself while one is sent."""
IDLE = 0.5  # seconds between two looks when nothing moved
BUSY = 0.01  # seconds between two looks while something moves
REFUSED = (
    5.0  # seconds until a source that was refused is tried again, since that takes new clients; draining waits for none
)

log = logging.getLogger(__name__)

Source = Mapping | QueueMapping | DeliverySource | Workload


class EventSources:
    """All event source mappings and delivery streams of one account and region."""

    def __init__(
        self,
        account_id: str,
        region: str,
        endpoint: str,
        root: Path,
        credentials_for: Callable[[str], dict[str, str]],
    ) -> None:
        self._account_id = account_id
        self._region = region
        self._problems = Problems()
        self._clients = Clients(region, endpoint, credentials_for)
        self._processes = FunctionProcesses(root, endpoint, self._clients)
        self._delivery = Delivery(account_id, region, self._clients, self._problems)
        self._containers = Containers(account_id, region, root, self._clients)
        self._mappings: dict[str, Mapping | QueueMapping] = {}
        self._sources: dict[str, DeliverySource] = {}
        self._workloads: dict[str, Workload] = {}
        self._not_before: dict[str, float] = {}
        self._feeds_of_moto = {name: getattr(LambdaBackend, name) for name in FEEDS_OF_MOTO}
        self._turn = threading.Lock()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="event-sources", daemon=True)

    def start(self) -> None:
        """Take over from moto, which would run functions in Docker while a record is put, and begin to poll."""
        for name in FEEDS_OF_MOTO:
            setattr(LambdaBackend, name, _no_feed)
        Queue.lambda_event_source_mappings = NO_MAPPINGS
        self._delivery.install()
        self._thread.start()

    def stop(self) -> None:
        """End polling, the functions' processes and the take-over, once. What is in flight is lost, as the server is."""
        if self._stopped.is_set():
            return
        self._stopped.set()
        self._thread.join()
        self._processes.stop()
        self._containers.stop()
        self._delivery.uninstall()
        for name, feed in self._feeds_of_moto.items():
            setattr(LambdaBackend, name, feed)
        del Queue.lambda_event_source_mappings

    def drain(self, timeout_seconds: float) -> None:
        """
        Work until every stream is read to its end, every batch settled, every buffer written and every container's queue empty.

        Raises DrainError when something is refused or lost on the way, or more than *timeout_seconds* pass.
        """
        deadline = time.monotonic() + timeout_seconds
        while self._step(flush=True):
            if time.monotonic() > deadline:
                raise DrainError([f"not drained after {timeout_seconds:g} seconds", *self._problems.take()])
        problems = self._problems.take()
        if problems:
            raise DrainError(problems)

    def _run(self) -> None:
        pause = IDLE
        while not self._stopped.wait(pause):
            pause = BUSY if self._step(flush=False) else IDLE

    def _step(self, *, flush: bool) -> bool:
        """Let each source and buffer move once; True when something moved."""
        with self._turn:
            if self._stopped.is_set():
                return False
            self._discover()
            sources: dict[str, Source] = {**self._mappings, **self._sources, **self._workloads}
            now = time.monotonic()
            due = {key: source for key, source in sources.items() if flush or now >= self._not_before.get(key, now)}
            moved = [self._moved(key, source) for key, source in due.items()]
            return any((*moved, self._delivery.flush(everything=flush), flush and self._containers.work()))

    def _moved(self, key: str, source: Source) -> bool:
        try:
            moved = source.step()
        except REFUSALS as error:
            self._clients.forget(source.role_arn)
            self._not_before[key] = time.monotonic() + REFUSED
            self._problems.blocked(key, f"{source}: {words(error)}")
            return False
        self._problems.unblocked(key)
        return moved

    def _discover(self) -> None:
        """Follow what was created, changed and deleted since the last look."""
        functions = get_backend(self._account_id, self._region)
        known = {function.function_arn: function for function in functions.list_functions()}
        mappings = {
            item.uuid: item
            for item in functions.list_event_source_mappings(None, None)
            if item.enabled and item.function_arn in known
        }
        for gone in self._mappings.keys() - mappings.keys():
            del self._mappings[gone]
            self._problems.unblocked(gone)
        for uuid, item in mappings.items():
            function = known[item.function_arn]
            mapping = self._mappings.get(uuid)
            if mapping is None:
                self._mappings[uuid] = self._mapping(item, function)
            else:
                mapping.settings, mapping.function = item, function
        self._processes.keep({mapping.function.function_arn for mapping in self._mappings.values()})
        self._discover_delivery()
        self._discover_containers()

    def _mapping(self, item: Any, function: Any) -> Mapping | QueueMapping:
        if ":sqs:" in item.event_source_arn:
            return QueueMapping(item, function, self._clients, self._processes)
        return Mapping(item, function, self._clients, self._processes, self._problems)

    def _discover_delivery(self) -> None:
        streams = firehose_backends[self._account_id][self._region].delivery_streams
        fed = {name: stream for name, stream in list(streams.items()) if stream.source}
        for gone in self._sources.keys() - fed.keys():
            del self._sources[gone]
            self._problems.unblocked(gone)
        for name, stream in fed.items():
            if name not in self._sources:
                self._sources[name] = DeliverySource(stream, self._clients, self._delivery)

    def _discover_containers(self) -> None:
        found = self._containers.discover()
        for gone in self._workloads.keys() - found.keys():
            self._problems.unblocked(gone)
        self._workloads = found


def _no_feed(*_: object, **__: object) -> None:
    """What moto does for a mapping when a record is put: nothing, since the poller reads the stream."""
