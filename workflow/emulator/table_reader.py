"""
Reads the stream of a DynamoDB table in order, as a role.
"""

from __future__ import annotations

from typing import Any

from workflow.emulator.clients import Clients
from workflow.emulator.stream_reader import Shard

MOST_RECORDS = 1_000  # of one GetRecords


class TableReader:
    """*position* is TRIM_HORIZON or LATEST. moto keeps one shard for a stream, which is never closed."""

    def __init__(self, clients: Clients, role_arn: str, stream_arn: str, position: str) -> None:
        self._clients, self._role_arn = clients, role_arn
        self._stream_arn, self._position = stream_arn, position
        self._shards: list[Shard] = []

    def open_shards(self) -> list[Shard]:
        """The shards of the stream, looked up once."""
        if not self._shards:
            table = self._stream_arn.split("/")[1]
            self._streams().list_streams(TableName=table)  # what Lambda asks for when a mapping is made
            described = self._streams().describe_stream(StreamArn=self._stream_arn)["StreamDescription"]
            self._shards = [Shard(shard["ShardId"], self._iterator(shard["ShardId"])) for shard in described["Shards"]]
        return self._shards

    def read(self, shard: Shard, limit: int) -> list[dict[str, Any]]:
        """The next records of *shard*, at most *limit*; the reader moves past them."""
        answer = self._streams().get_records(ShardIterator=shard.iterator, Limit=min(limit, MOST_RECORDS))
        shard.iterator = answer["NextShardIterator"]
        records: list[dict[str, Any]] = answer["Records"]
        return records

    def _iterator(self, shard_id: str) -> str:
        answer = self._streams().get_shard_iterator(
            StreamArn=self._stream_arn, ShardId=shard_id, ShardIteratorType=self._position
        )
        return str(answer["ShardIterator"])

    def _streams(self) -> Any:
        return self._clients.get("dynamodbstreams", self._role_arn)
