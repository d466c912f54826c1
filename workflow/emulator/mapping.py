"""
One event source mapping: a stream's shards, each with a batch in flight, and what AWS does with a batch that fails.

A failed batch is halved where the mapping bisects (which does not count as a retry), else tried again as a whole. With
partial responses what precedes the first failure named is done, and the rest is the batch from then on; the attempts
go on counting. After the last retry, or when its first record is too old, a batch goes to the failure destination as
the record AWS sends: where it stands in the stream, not its content.
"""

from __future__ import annotations

import json
import logging
import uuid
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from workflow.emulator.clients import Clients
from workflow.emulator.feeds import feed_of
from workflow.emulator.function_process import FunctionProcesses, Outcome
from workflow.emulator.problems import REFUSALS, NotEmulatedError, Problems, words
from workflow.emulator.stream_reader import Shard

MAXIMUM_EVENT = 6 * 1024 * 1024  # bytes of one invocation's event

log = logging.getLogger(__name__)


@dataclass
class Batch:
    """Records of one shard that are not settled. *invocations* counts those that failed with this very batch."""

    shard: Shard
    records: list[dict[str, Any]]
    invocations: int = 0
    last: Outcome | None = field(default=None)


class Mapping:
    """*settings* and *function* are moto's models of the mapping and of its function."""

    def __init__(
        self, settings: Any, function: Any, clients: Clients, processes: FunctionProcesses, problems: Problems
    ) -> None:
        self.settings, self.function = settings, function
        self._clients, self._processes, self._problems = clients, processes, problems
        self._feed = feed_of(settings, self.role_arn, clients)
        self._pending: dict[str, deque[Batch]] = {}

    @property
    def role_arn(self) -> str:
        """The function's role, as which its event sources are read."""
        return str(self.function.role)

    def __str__(self) -> str:
        return f"function {self.function.function_name} cannot be fed from {self.settings.event_source_arn}"

    def step(self) -> bool:
        """Read what is new and invoke the function once for each shard; True when something moved."""
        unmodelled = [name for name in ("filter_criteria", "tumbling_window") if getattr(self.settings, name)]
        if unmodelled:
            raise NotEmulatedError(f"the mapping's {', '.join(unmodelled)} is not emulated")
        moved = [self._step(shard) for shard in self._feed.open_shards()]
        return any(moved)

    def _step(self, shard: Shard) -> bool:
        pending = self._pending.setdefault(shard.shard_id, deque())
        if not pending:
            pending.extend(self._batches(shard, self._feed.read(shard, self.settings.batch_size)))
        if not pending:
            return False
        batch = pending[0]
        rest: list[Batch] = []
        if self._too_old(batch):
            self._give_up(batch, "RecordAgeExceeded")
        else:
            rest = self._settle(batch)
        pending.popleft()
        pending.extendleft(reversed(rest))
        return True

    def _batches(self, shard: Shard, records: list[dict[str, Any]]) -> list[Batch]:
        """*records* as batches whose events Lambda would take."""
        batches: list[Batch] = []
        size = MAXIMUM_EVENT
        for record in records:
            length = self._feed.size(record)
            if size + length > MAXIMUM_EVENT:
                batches.append(Batch(shard, []))
                size = 0
            batches[-1].records.append(record)
            size += length
        return batches

    def _settle(self, batch: Batch) -> list[Batch]:
        """Invoke the function with *batch*; what is left to do, in order."""
        outcome = self._processes.invoke(self.function, self._event(batch))
        batch.last = outcome
        batch.invocations += 1
        if outcome.error is None:
            failed = self._first_failure(batch, outcome.result)
            if failed is None:
                return []
            batch.records = batch.records[failed:]
        elif self.settings.bisect_on_error and len(batch.records) > 1:
            batch.invocations -= 1
            middle = len(batch.records) // 2
            halves = (batch.records[:middle], batch.records[middle:])
            return [Batch(batch.shard, half, batch.invocations, outcome) for half in halves]
        retries = self.settings.max_retry_attempts
        if retries is not None and 0 <= retries < batch.invocations:
            self._give_up(batch, "RetryAttemptsExhausted")
            return []
        return [batch]

    def _first_failure(self, batch: Batch, result: Any) -> int | None:
        """Where in *batch* the first record stands that the function reports; None when it reports none."""
        if "ReportBatchItemFailures" not in (self.settings.function_response_types or []):
            return None
        items = result.get("batchItemFailures") if isinstance(result, dict) else None
        if not isinstance(result, dict | None) or not isinstance(items, list | None):
            return 0  # AWS takes a malformed answer for a failure of the whole batch
        reported = {str(item.get("itemIdentifier")) if isinstance(item, dict) else "" for item in items or []}
        numbers = [self._feed.number(record) for record in batch.records]
        if reported - set(numbers):
            return 0  # and an identifier that is not in the batch, too
        return min((numbers.index(number) for number in reported), default=None)

    def _too_old(self, batch: Batch) -> bool:
        age = datetime.now(UTC) - self._feed.arrival(batch.records[0])
        limit = self.settings.max_record_age
        return limit is not None and 0 <= limit < age.total_seconds()

    def _give_up(self, batch: Batch, condition: str) -> None:
        destination = ((self.settings.destination_config or {}).get("OnFailure") or {}).get("Destination")
        place = f"{len(batch.records)} records of {self.settings.event_source_arn} ({condition})"
        if not destination:
            self._problems.lost(f"{self.function.function_name} gave up {place}, and has no failure destination")
            return
        try:
            self._send(destination, json.dumps(self._failure(batch, condition)))
        except REFUSALS as error:
            self._clients.forget(self.role_arn)
            self._problems.lost(f"{self.function.function_name} gave up {place}; telling {destination}: {words(error)}")
        else:
            log.warning("%s gave up %s, told %s", self.function.function_name, place, destination)

    def _send(self, destination: str, message: str) -> None:
        if ":sns:" in destination:
            self._clients.get("sns", self.role_arn).publish(TopicArn=destination, Message=message)
            return
        sqs = self._clients.get("sqs", self.role_arn)
        account_id, name = destination.split(":")[4:6]
        sqs.send_message(QueueUrl=f"{self._clients.endpoint}/{account_id}/{name}", MessageBody=message)

    def _failure(self, batch: Batch, condition: str) -> dict[str, Any]:
        """The record AWS sends to a failure destination of a stream."""
        first, last = batch.records[0], batch.records[-1]
        failure: dict[str, Any] = {
            "requestContext": {
                "requestId": batch.last.request_id if batch.last else str(uuid.uuid4()),
                "functionArn": self.function.function_arn,
                "condition": condition,
                "approximateInvokeCount": batch.invocations,
            },
            "version": "1.0",
            "timestamp": _iso(datetime.now(UTC)),
            self._feed.batch_info: {
                "shardId": batch.shard.shard_id,
                "startSequenceNumber": self._feed.number(first),
                "endSequenceNumber": self._feed.number(last),
                "approximateArrivalOfFirstRecord": _iso(self._feed.arrival(first)),
                "approximateArrivalOfLastRecord": _iso(self._feed.arrival(last)),
                "batchSize": len(batch.records),
                "streamArn": self.settings.event_source_arn,
            },
        }
        if batch.last:
            error = {"functionError": "Unhandled"} if batch.last.error else {}
            failure["responseContext"] = {"statusCode": 200, "executedVersion": "$LATEST"} | error
        return failure

    def _event(self, batch: Batch) -> dict[str, Any]:
        return {"Records": [self._feed.worded(batch.shard, record) for record in batch.records]}


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
