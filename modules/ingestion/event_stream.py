"""
A Kinesis stream that takes events from producers and keeps them until they are processed.
"""

from __future__ import annotations

import math
from typing import Annotated, Literal

from pydantic import Field

from bindings import Construct
from bindings.aws import KinesisStream
from bindings.aws.kinesis_stream import KinesisStreamArguments
from modules.dataflow import Load, Process, Statement, Store
from modules.errors import InputError
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.params import Params
from modules.pipeline import Pipeline
from modules.protection import PROFILES

# "Kinesis Data Streams quotas and limits": a shard takes 1,000 records and 1 MiB a second; an on-demand stream starts
# with four shards and grows by itself to 200 MiB and 200,000 records a second.
SHARD_RECORDS = 1_000
SHARD_KIB = 1_024
ON_DEMAND_RECORDS = 200_000
ON_DEMAND_KIB = 204_800
SHARD_METRICS = [
    "IteratorAgeMilliseconds",
    "ReadProvisionedThroughputExceeded",
    "WriteProvisionedThroughputExceeded",
]
ON_DEMAND_SHARDS = 4
MOST_SHARDS = 500  # default quota of a region, in the regions with the smallest one, doubled on request


class EventStreamParams(Params):
    capacity_mode: Literal["on_demand", "provisioned"] = "on_demand"
    """`on_demand` scales by itself; `provisioned` has as many shards as the workload's peak needs."""

    retention_hours: Annotated[int, Field(ge=24, le=8_760)] = 24
    """
    Hours that records can be read again, 24 to 8760; the class of the data may demand more (72 from confidential,
    168 for restricted), and then gets it.
    """


class EventStream(Construct):
    """A stream under *key*, sized for what *producer* puts on it."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: EventStreamParams,
        *,
        pipeline: Pipeline,
        key: Key,
        producer: Process,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        load = producer.input_load()
        if load is None:
            raise ValueError(f"process {producer.name} states no load")
        self.shards = shards_for(load) if params.capacity_mode == "provisioned" else None
        self.shards_at_peak = self.shards or max(ON_DEMAND_SHARDS, needed_shards(load))
        self.retention_hours = max(params.retention_hours, pipeline.profile.stream_retention_hours)
        arguments: KinesisStreamArguments = {
            "name": pipeline.resource_name("events"),
            "stream_mode_details": {"stream_mode": params.capacity_mode.upper()},
            "retention_period": self.retention_hours,
            "encryption_type": "KMS",
            "kms_key_id": key.arn,
            "enforce_consumer_deletion": False,
            "tags": {"classification": pipeline.classification},
        }
        if self.shards:
            arguments |= {"shard_count": self.shards, "shard_level_metrics": SHARD_METRICS}
        self.stream = KinesisStream(self, "stream", **arguments)
        self.name = self.stream.name
        self.stream_arn: str = self.stream.arn
        self.arn = pipeline.arn("kinesis", f"stream/{self.stream.name}")
        self.store = pipeline.graph.add_store(
            Store(
                name="events",
                kind="kinesis_stream",
                classification=pipeline.classification,
                owner=pipeline.owner,
                retention_days=self.retention_hours / 24,
                read_statements=(
                    Statement(
                        (
                            "kinesis:DescribeStream",
                            "kinesis:DescribeStreamSummary",
                            "kinesis:GetRecords",
                            "kinesis:GetShardIterator",
                            "kinesis:ListShards",
                        ),
                        (self.arn,),
                    ),
                    key.decrypt("kinesis"),
                ),
                write_statements=(
                    Statement(
                        (
                            "kinesis:DescribeStreamSummary",
                            "kinesis:ListShards",
                            "kinesis:PutRecord",
                            "kinesis:PutRecords",
                        ),
                        (self.arn,),
                    ),
                    key.use("kinesis", "kms:GenerateDataKey"),
                ),
                persona_readers=PROFILES[pipeline.classification].persona_readers,
                capacity=self.capacity,
            )
        )
        producer.writes(self.store)
        alarms.add(
            "write-throttles",
            "Producers are throttled: the stream takes less than they send",
            namespace="AWS/Kinesis",
            metric_name="WriteProvisionedThroughputExceeded",
            dimensions={"StreamName": str(self.name)},
            threshold=0,
            statistic="Sum",
        )

    def capacity(self, load: Load) -> float:
        """Records a second of *load*'s size that the stream takes."""
        records, kib = (
            (self.shards * SHARD_RECORDS, self.shards * SHARD_KIB)
            if self.shards
            else (ON_DEMAND_RECORDS, ON_DEMAND_KIB)
        )
        return min(records, kib * 1024 / load.record_bytes)


def shards_for(load: Load) -> int:
    """Shards for the peak; raises `InputError` when they are more than the quota of a region."""
    shards = needed_shards(load)
    if shards > MOST_SHARDS:
        raise InputError(
            f"the peak of {load.peak_records_per_second:g} records/s and {load.peak_kib_per_second:g} KiB/s needs {shards} "
            f"shards, more than a region's quota of {MOST_SHARDS}; lower the workload or use capacity_mode: on_demand"
        )
    return shards


def needed_shards(load: Load) -> int:
    """Shards for the peak, by records and by bytes."""
    return math.ceil(max(load.peak_records_per_second / SHARD_RECORDS, load.peak_kib_per_second / SHARD_KIB, 1))
