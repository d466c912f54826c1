"""
What differs between the streams that an event source mapping reads: a Kinesis stream, and the changes of a table.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from workflow.emulator.clients import Clients
from workflow.emulator.stream_reader import Shard, StreamReader
from workflow.emulator.table_reader import TableReader

Record = Mapping[str, Any]


class Feed(Protocol):
    """Reads one stream as a role, and words its records as Lambda does."""

    batch_info: str
    """What the record of a failed batch calls its place in the stream."""

    def open_shards(self) -> list[Shard]:
        """The shards there are."""

    def read(self, shard: Shard, limit: int) -> list[dict[str, Any]]:
        """The next records of *shard*, at most *limit*."""

    def number(self, record: Record) -> str:
        """The record's sequence number."""

    def arrival(self, record: Record) -> datetime:
        """When the record came."""

    def size(self, record: Record) -> int:
        """Bytes of the record in an event, about."""

    def worded(self, shard: Shard, record: Record) -> dict[str, Any]:
        """The record as it stands in an event."""


class KinesisFeed:
    """A Kinesis stream."""

    batch_info = "KinesisBatchInfo"

    def __init__(self, settings: Any, role_arn: str, clients: Clients) -> None:
        self._stream_arn, self._role_arn, self._region = settings.event_source_arn, role_arn, clients.region
        self._reader = StreamReader(
            clients,
            role_arn,
            stream_arn=settings.event_source_arn,
            describe="describe_stream_summary",
            position=settings.starting_position,
            timestamp=settings.starting_position_timestamp,
        )
        self.open_shards, self.read = self._reader.open_shards, self._reader.read

    def number(self, record: Record) -> str:
        return str(record["SequenceNumber"])

    def arrival(self, record: Record) -> datetime:
        moment: datetime = record["ApproximateArrivalTimestamp"]
        return moment

    def size(self, record: Record) -> int:
        return len(record["Data"]) * 4 // 3 + 1000  # base64, and what surrounds it

    def worded(self, shard: Shard, record: Record) -> dict[str, Any]:
        return {
            "kinesis": {
                "kinesisSchemaVersion": "1.0",
                "partitionKey": record["PartitionKey"],
                "sequenceNumber": record["SequenceNumber"],
                "data": base64.b64encode(record["Data"]).decode(),
                "approximateArrivalTimestamp": self.arrival(record).timestamp(),
            },
            "eventSource": "aws:kinesis",
            "eventVersion": "1.0",
            "eventID": f"{shard.shard_id}:{record['SequenceNumber']}",
            "eventName": "aws:kinesis:record",
            "invokeIdentityArn": self._role_arn,
            "awsRegion": self._region,
            "eventSourceARN": self._stream_arn,
        }


class TableFeed:
    """The changes of a DynamoDB table."""

    batch_info = "DDBStreamBatchInfo"

    def __init__(self, settings: Any, role_arn: str, clients: Clients) -> None:
        self._stream_arn, self._region = settings.event_source_arn, clients.region
        self._reader = TableReader(clients, role_arn, settings.event_source_arn, settings.starting_position)
        self.open_shards, self.read = self._reader.open_shards, self._reader.read

    def number(self, record: Record) -> str:
        return str(record["dynamodb"]["SequenceNumber"])

    def arrival(self, record: Record) -> datetime:
        moment: datetime = record["dynamodb"]["ApproximateCreationDateTime"]
        return moment

    def size(self, record: Record) -> int:
        return len(json.dumps(record["dynamodb"], default=str)) + 1000  # and what surrounds it

    def worded(self, _: Shard, record: Record) -> dict[str, Any]:
        moment = int(self.arrival(record).timestamp())
        return {
            "eventID": record["eventID"],
            "eventName": record["eventName"],
            "eventVersion": "1.1",
            "eventSource": "aws:dynamodb",
            "awsRegion": self._region,
            "dynamodb": {**record["dynamodb"], "ApproximateCreationDateTime": moment},
            "eventSourceARN": self._stream_arn,
        }


def feed_of(settings: Any, role_arn: str, clients: Clients) -> Feed:
    """The feed of a mapping of moto's."""
    kind = TableFeed if ":dynamodb:" in settings.event_source_arn else KinesisFeed
    return kind(settings, role_arn, clients)
