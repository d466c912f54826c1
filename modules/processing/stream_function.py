"""
A Lambda function that works on the records of a stream, in private subnets, with a role of its own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, Protocol

from pydantic import Field

from bindings import Construct
from bindings.aws import LambdaEventSourceMapping
from modules.dataflow import Deidentification, Load, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.pipeline import Pipeline
from modules.processing.every_function import Code, FunctionParams, function
from modules.processing.failure_queue import FailureQueue

VCPU_MIB = 1_769  # "Configure Lambda function memory": the memory at which a function has one vCPU
VCPU_RECORDS = 3_000  # records of 1 KiB a second and vCPU: less than half of what `make bench` measures
OLDEST_RECORD_SECONDS = 604_800  # the most an event source mapping takes (`MaximumRecordAgeInSeconds`): a week


class StreamFunctionParams(FunctionParams):
    batch_size: Annotated[int, Field(ge=1, le=10_000)] = 500
    """Most records of one invocation, 1 to 10000."""

    maximum_concurrency: Annotated[int, Field(ge=1, le=1_000)] = 100
    """The ceiling of invocations at a time, 1 to 1000; reserved for this function and never more than it needs."""


class Source(Protocol):
    """A stream of records, whoever makes it: a Kinesis stream, or the changes of a table."""

    stream_arn: str
    store: Store
    shards_at_peak: int
    retention_hours: int


class StreamFunction(Construct):
    """
    Reads *source*, writes *writes*; what fails for good is reported to *failures*.

    It runs one invocation a shard, up to ten when the load needs it, and never more than its reserved concurrency.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: StreamFunctionParams,
        *,
        name: str,
        code: Code,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        source: Source,
        writes: Sequence[Store],
        failures: FailureQueue,
        alarms: Alarms,
        deidentifies_to: Deidentification | None = None,
    ) -> None:
        super().__init__(scope, id)
        shards = source.shards_at_peak
        load = pipeline.graph.load_on(source.store)
        self._rate = VCPU_RECORDS * params.memory_mib / VCPU_MIB
        self.parallel = parallel_batches(load, shards, self._rate) if load else 1
        self.concurrency = min(shards * self.parallel, params.maximum_concurrency)
        self.process = pipeline.process(name, "function", deidentifies_to=deidentifies_to, capacity=self._capacity)
        self.process.reads(source.store)
        self.process.writes(*writes, failures.store)
        self.function = function(
            self,
            params,
            code=code,
            process=self.process,
            pipeline=pipeline,
            key=key,
            network=network,
            concurrency=self.concurrency,
            alarms=alarms,
        )
        LambdaEventSourceMapping(
            self,
            "source",
            event_source_arn=source.stream_arn,
            function_name=self.function.arn,
            starting_position="TRIM_HORIZON",
            batch_size=params.batch_size,
            maximum_batching_window_in_seconds=1,
            parallelization_factor=self.parallel,
            bisect_batch_on_function_error=True,
            maximum_retry_attempts=5,
            maximum_record_age_in_seconds=min(source.retention_hours * 3600 // 2, OLDEST_RECORD_SECONDS),
            function_response_types=["ReportBatchItemFailures"],
            destination_config={"on_failure": {"destination_arn": failures.arn}},
        )
        alarms.add(
            "iterator-age",
            "Processing lags behind; records are lost when they outlive the stream",
            namespace="AWS/Lambda",
            metric_name="IteratorAge",
            dimensions={"FunctionName": str(self.function.function_name)},
            threshold=source.retention_hours * 3_600_000 / 24,
            statistic="Maximum",
        )

    def _capacity(self, load: Load) -> float:
        """Records a second that all invocations allowed at a time get through."""
        return self.concurrency * self._rate * min(1, 1024 / load.record_bytes)


def parallel_batches(load: Load, shards: int, rate: float) -> int:
    """
    Batches of one shard worked on at a time, 1 to 10 (Lambda's `ParallelizationFactor`), for the peak.

    *rate* is how many records of 1 KiB one invocation gets through in a second.
    """
    needed = load.peak_records_per_second * max(1, load.record_bytes / 1024) / rate
    return min(10, max(1, math.ceil(needed / shards)))
