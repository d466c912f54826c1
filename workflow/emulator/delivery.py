"""
Firehose's delivery to S3, in place of moto's, which ignores partitions, conversion, error prefix, key and role.

The API: `Delivery.install()` makes moto's PutRecord and PutRecordBatch hand their records to this stage, `accept` takes
records of a Kinesis source, `flush` writes what is due. `EventSources` does all of this; nobody else needs to.

What is emulated: buffers by size and time; dynamic partitioning by a metadata extraction query of the form
`{name:.field,...}`; prefixes with `timestamp`, `partitionKeyFromQuery` and `firehose` expressions; Parquet by the Glue
table (see `delivery_parquet`); GZIP; delimiters; the error prefix with Firehose's error records; the destination's key.
Anything else of a destination is a problem that is reported, and its records go to the error prefix.

What differs from AWS: buffers are written early, after a second or on drain, whatever the buffering hints (their size is
kept as the upper bound); an object that is refused is tried three times, then its records are lost and `drain` says so.
Grants of the delivery stream's own encryption key are not asked for.

Calls: PutObject as the destination's role; GetTable and GetTableVersions (GetTableVersion, where the schema names a
version) as the schema's role; with a key of the bucket or destination, S3 needs kms:GenerateDataKey of the former.
"""

from __future__ import annotations

import base64
import gzip
import json
import logging
import threading
import time
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from moto.firehose.models import FirehoseBackend, firehose_backends

from workflow.emulator.clients import Clients
from workflow.emulator.delivery_parquet import Failure, Table, parquet
from workflow.emulator.delivery_prefix import error_prefix, prefix
from workflow.emulator.delivery_settings import Destination
from workflow.emulator.problems import REFUSALS, NotEmulatedError, Problems, words

PAUSE = 1.0  # seconds a record waits at most, while AWS waits for the buffering hints
ATTEMPTS = 3
BETWEEN_ATTEMPTS = 0.2  # seconds

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Record:
    """One record and its arrival in UTC."""

    data: bytes
    arrival: datetime


@dataclass
class Buffer:
    """What one delivery stream has not written yet. *since* is a monotonic time in seconds."""

    records: list[Record] = field(default_factory=list)
    size: int = 0
    since: float = 0.0


class Delivery:
    """The delivery streams of one account and region."""

    def __init__(self, account_id: str, region: str, clients: Clients, problems: Problems) -> None:
        self._account_id, self._region = account_id, region
        self._clients, self._problems = clients, problems
        self._buffers: dict[str, Buffer] = defaultdict(Buffer)
        self._lock = threading.Lock()
        self._original = FirehoseBackend.put_s3_records

    def install(self) -> None:
        """Hand the records that moto would write to this stage."""

        def put_s3_records(
            _backend: FirehoseBackend, name: str, _version: str, _destination: Any, records: list[dict[str, Any]]
        ) -> list[dict[str, str]]:
            now = datetime.now(UTC)
            self.accept(name, [(record["Data"], now) for record in records])
            return [{"RecordId": uuid.uuid4().hex} for _ in records]

        FirehoseBackend.put_s3_records = put_s3_records

    def uninstall(self) -> None:
        """Give the delivery back to moto."""
        FirehoseBackend.put_s3_records = self._original

    def accept(self, name: str, records: list[tuple[bytes, datetime]]) -> None:
        """Buffer *records*, each with its arrival, for the delivery stream *name*."""
        with self._lock:
            buffer = self._buffers[name]
            buffer.since = buffer.since if buffer.records else time.monotonic()
            buffer.records += [Record(data, arrival) for data, arrival in records]
            buffer.size += sum(len(data) for data, _ in records)

    def flush(self, *, everything: bool) -> bool:
        """Write the buffers that are due, or all; True when something was."""
        with self._lock:
            waiting = [name for name, buffer in self._buffers.items() if buffer.records]
            due = {name: self._buffers.pop(name) for name in waiting if everything or self._due(self._buffers[name])}
        for name, buffer in due.items():
            self._deliver(name, buffer.records)
        return bool(due)

    def _due(self, buffer: Buffer) -> bool:
        return time.monotonic() - buffer.since >= PAUSE

    def _deliver(self, name: str, records: list[Record]) -> None:
        stream = firehose_backends[self._account_id][self._region].delivery_streams.get(name)
        if stream is None:
            self._problems.lost(f"{len(records)} records of delivery stream {name}, which is gone")
            return
        delivery = _StreamDelivery(name, Destination.of(stream), self._clients, self._problems)
        for part in delivery.parts(records):
            delivery.write(part)


class _StreamDelivery:
    """Writes the records of one delivery stream by its settings at this moment."""

    def __init__(self, name: str, destination: Destination, clients: Clients, problems: Problems) -> None:
        self._name, self._destination = name, destination
        self._clients, self._problems = clients, problems

    def parts(self, records: list[Record]) -> list[list[Record]]:
        """*records* in order, cut where the size hint is reached."""
        parts: list[list[Record]] = []
        size = self._destination.buffer_bytes
        for record in records:
            if size >= self._destination.buffer_bytes:
                parts.append([])
                size = 0
            parts[-1].append(record)
            size += len(record.data)
        return parts

    def write(self, records: list[Record]) -> None:
        """Partition, convert and put one buffer's records."""
        partitions: dict[tuple[tuple[str, str], ...], list[Record]] = defaultdict(list)
        try:
            self._destination.check()
            table = self._table()
        except NotEmulatedError as error:
            self._problems.lost(f"delivery stream {self._name}: {error}; {len(records)} records go to the error prefix")
            self._refuse(
                [Failure(record.data, "NotEmulated", str(error)) for record in records], records, "processing-failed"
            )
            return
        except REFUSALS as error:
            self._clients.forget(self._destination.schema_role)
            self._problems.lost(f"delivery stream {self._name} cannot read its schema: {words(error)}")
            failures = [Failure(record.data, "DataFormatConversion.InvalidSchema", words(error)) for record in records]
            self._refuse(failures, records, "format-conversion-failed")
            return
        unpartitioned = []
        for record in records:
            keys = self._destination.partition_of(record.data)
            if isinstance(keys, Failure):
                unpartitioned.append(keys)
            else:
                partitions[tuple(sorted(keys.items()))].append(record)
        self._refuse(unpartitioned, records, "processing-failed")
        for partition, members in partitions.items():
            self._write_partition(dict(partition), members, table)

    def _table(self) -> Table | None:
        """The schema of the conversion, read anew for each buffer; None where there is no conversion."""
        if not self._destination.schema:
            return None
        glue = self._clients.get("glue", self._destination.schema_role)
        return Table.read(glue, self._destination.schema, self._destination.deserializer)

    def _write_partition(self, partition: dict[str, str], records: list[Record], table: Table | None) -> None:
        key = prefix(self._destination.prefix, min(record.arrival for record in records), partition)
        if table is None:
            body = b"".join(record.data + self._destination.delimiter for record in records)
            self._put(key, gzip.compress(body) if self._destination.gzip else body, len(records))
            return
        converted, failures = parquet(table, [record.data for record in records], self._destination.parquet_compression)
        if converted:
            self._put(key, converted, len(records) - len(failures))
        self._refuse(failures, records, "format-conversion-failed")

    def _refuse(self, failures: list[Failure], records: list[Record], kind: str) -> None:
        """Write *failures* below the error prefix, as the lines of JSON that Firehose writes."""
        if not failures:
            return
        arrival = min(record.arrival for record in records)
        now = int(time.time() * 1000)
        lines = [
            {
                "attemptsMade": 1,
                "arrivalTimestamp": int(arrival.timestamp() * 1000),
                "errorCode": failure.code,
                "errorMessage": failure.message,
                "attemptEndingTimestamp": now,
                "rawData": base64.b64encode(failure.data).decode(),
            }
            for failure in failures
        ]
        body = "".join(json.dumps(line) + "\n" for line in lines).encode()
        key = error_prefix(self._destination.error_prefix, arrival, kind)
        self._put(key, gzip.compress(body) if self._destination.gzip else body, len(failures), error=True)
        log.warning("delivery stream %s: %d records %s", self._name, len(failures), kind)

    def _put(self, key: str, body: bytes, records: int, *, error: bool = False) -> None:
        suffix = ".gz" if error and self._destination.gzip else "" if error else self._destination.extension
        name = f"{key}{self._name}-1-{datetime.now(UTC):%Y-%m-%d-%H-%M-%S}-{uuid.uuid4()}{suffix}"
        role = self._destination.role_arn
        for attempt in range(1, ATTEMPTS + 1):
            try:
                self._clients.get("s3", role).put_object(
                    Bucket=self._destination.bucket, Key=name, Body=body, **self._destination.encryption
                )
            except REFUSALS as refusal:
                self._clients.forget(role)
                problem = words(refusal)
                log.warning("delivery stream %s, attempt %d: %s", self._name, attempt, problem)
                time.sleep(BETWEEN_ATTEMPTS)
            else:
                return
        self._problems.lost(f"{records} records of delivery stream {self._name}, written as {role}: {problem}")
