"""
The Kinesis stream that feeds a delivery stream, read as the role that Firehose was given for it.
"""

from __future__ import annotations

from datetime import UTC
from typing import Any

from workflow.emulator.clients import Clients
from workflow.emulator.delivery import Delivery
from workflow.emulator.stream_reader import StreamReader

LIMIT = 10_000  # records a read; the most that GetRecords gives


class DeliverySource:
    """
    Feeds one delivery stream. Firehose begins at the latest record when the delivery stream is made; so the records that
    arrived since its creation are read, however late the first look is.
    """

    def __init__(self, stream: Any, clients: Clients, delivery: Delivery) -> None:
        self._name = stream.delivery_stream_name
        self._delivery = delivery
        self.role_arn = str(stream.source["RoleARN"])
        self._reader = StreamReader(
            clients,
            self.role_arn,
            stream_arn=stream.source["KinesisStreamARN"],
            describe="describe_stream",
            position="AT_TIMESTAMP",
            timestamp=stream.create_timestamp.replace(tzinfo=UTC),
        )

    def __str__(self) -> str:
        return f"delivery stream {self._name} cannot read {self._reader.stream_arn} as {self.role_arn}"

    def step(self) -> bool:
        """Take what is new; True when there was something."""
        moved = False
        for shard in self._reader.open_shards():
            records = self._reader.read(shard, LIMIT)
            if records:
                moved = True
                self._delivery.accept(
                    self._name, [(record["Data"], record["ApproximateArrivalTimestamp"]) for record in records]
                )
        return moved
