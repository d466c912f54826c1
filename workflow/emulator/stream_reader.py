"""
Reads every shard of a Kinesis stream in order, as a role.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workflow.emulator.clients import Clients

LISTING = 10.0  # seconds until shards are listed again


@dataclass
class Shard:
    """One shard, and where reading it goes on. *iterator* is empty before the first read."""

    shard_id: str
    iterator: str = ""


@dataclass
class StreamReader:
    """
    *position* is TRIM_HORIZON, LATEST or AT_TIMESTAMP, then with *timestamp*. *describe* is the operation with which the
    service looks at the stream first. Shards that appear later (resharding) are read from their beginning.
    """

    clients: Clients
    role_arn: str
    stream_arn: str
    describe: str
    position: str
    timestamp: datetime | float | None = None
    shards: dict[str, Shard] = field(default_factory=dict)
    _listed: float = field(default=float("-inf"))

    def open_shards(self) -> list[Shard]:
        """The shards known, listed anew every ten seconds."""
        if time.monotonic() - self._listed > LISTING:
            first = not self.shards
            if first:
                getattr(self._kinesis(), self.describe)(StreamARN=self.stream_arn)
            listed = self._kinesis().list_shards(StreamARN=self.stream_arn)["Shards"]
            for shard_id in (shard["ShardId"] for shard in listed):
                if shard_id not in self.shards:
                    self.shards[shard_id] = Shard(shard_id, self._iterator(shard_id, first=first))
            self._listed = time.monotonic()
        return list(self.shards.values())

    def read(self, shard: Shard, limit: int) -> list[dict[str, Any]]:
        """The next records of *shard*, at most *limit*; the reader moves past them."""
        if not shard.iterator:
            return []
        answer = self._kinesis().get_records(ShardIterator=shard.iterator, Limit=limit, StreamARN=self.stream_arn)
        shard.iterator = answer.get("NextShardIterator", "")
        records: list[dict[str, Any]] = answer["Records"]
        return records

    def _iterator(self, shard_id: str, *, first: bool) -> str:
        position = self.position if first else "TRIM_HORIZON"
        moment = {"Timestamp": self.timestamp} if position == "AT_TIMESTAMP" else {}
        name = self.stream_arn.rpartition("/")[2]  # moto writes the name, and no ARN, into the iterator
        answer = self._kinesis().get_shard_iterator(
            StreamName=name, ShardId=shard_id, ShardIteratorType=position, **moment
        )
        return str(answer["ShardIterator"])

    def _kinesis(self) -> Any:
        return self.clients.get("kinesis", self.role_arn)
