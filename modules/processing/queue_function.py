"""
A Lambda function that works on the messages of a queue, in private subnets, with a role of its own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from bindings import Construct
from bindings.aws import LambdaEventSourceMapping
from modules.dataflow import Load, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.ingestion.queue import Queue
from modules.pipeline import Pipeline
from modules.processing.every_function import Code, FunctionParams, function

HEADROOM = 2  # times what the peak needs, so that a backlog shrinks even then
INVOCATION_MESSAGES = 50  # a second: four calls of about five milliseconds for each
LEAST_CONCURRENCY = 2  # the least that an event source mapping of a queue takes (`MaximumConcurrency`)


class QueueFunctionParams(FunctionParams):
    batch_size: Annotated[int, Field(ge=1, le=1_000)] = 100
    """Most messages of one invocation, 1 to 1000; with 50 a second it has to end before the time is up."""


class QueueFunction(Construct):
    """
    Takes messages from *source* and writes *writes*.

    It grows with the queue up to twice the concurrency that the peak needs. A message that fails is seen again, alone; what
    fails too often the queue gives up on by itself.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: QueueFunctionParams,
        *,
        name: str,
        code: Code,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        source: Queue,
        writes: Sequence[Store],
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        load = pipeline.graph.load_on(source.store)
        needed = math.ceil(HEADROOM * load.peak_records_per_second / INVOCATION_MESSAGES) if load else 0
        self.concurrency = min(max(LEAST_CONCURRENCY, needed), params.maximum_concurrency)
        self.process = pipeline.process(name, "function", capacity=self._capacity)
        self.process.reads(source.store)
        self.process.writes(*writes)
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
            event_source_arn=source.queue.arn,
            function_name=self.function.arn,
            batch_size=params.batch_size,
            maximum_batching_window_in_seconds=1,
            scaling_config={"maximum_concurrency": self.concurrency},
            function_response_types=["ReportBatchItemFailures"],
        )

    def _capacity(self, _: Load) -> float:
        """Messages a second that all invocations allowed at a time get through."""
        return self.concurrency * INVOCATION_MESSAGES
