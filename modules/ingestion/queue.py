"""
A queue that takes messages until a process has worked on them, and a second one for those that nobody can work on.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from bindings import Construct
from modules.dataflow import Process
from modules.foundation.alarms import Alarms
from modules.foundation.every_queue import queue, queue_arn, queue_store
from modules.foundation.key import Key
from modules.params import Params
from modules.pipeline import Pipeline
from modules.processing.failure_queue import FailureQueue

VISIBILITY_TIMEOUTS = 6  # "Configuring a queue to use with Lambda": six times the function's timeout
NAME = "messages"


class QueueParams(Params):
    retention_seconds: Annotated[int, Field(ge=345_600, le=1_209_600)] = 345_600
    """
    Seconds that a message is kept, 345600 (4 days, so that a weekend's fault loses none) to 1209600 (14 days). A message
    that is given up on keeps its age and stays for 14 days in all.
    """

    maximum_receives: Annotated[int, Field(ge=3, le=100)] = 5
    """How often a message is tried before it goes to the dead-letter queue, 3 to 100."""

    late_seconds: Annotated[int, Field(ge=60, le=86_400)] = 3_600
    """Seconds that the oldest message may wait before an alarm is raised, 60 to 86400."""


class Queue(Construct):
    """
    A queue under *key* that *producer* fills, with its dead-letter queue.

    A worker has six times *worker_timeout_seconds* before others see a message again. *admitted* are statements for
    services of AWS that send messages by themselves.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: QueueParams,
        *,
        pipeline: Pipeline,
        key: Key,
        producer: Process,
        worker_timeout_seconds: int,
        alarms: Alarms,
        admitted: Sequence[dict[str, Any]] = (),
    ) -> None:
        super().__init__(scope, id)
        self.arn = queue_arn(pipeline, NAME)
        self.dead_letters = FailureQueue(
            self,
            "dead_letters",
            pipeline=pipeline,
            key=key,
            alarms=alarms,
            name="dead-letters",
            redrives_from=self.arn,
        )
        redrive = {
            "deadLetterTargetArn": str(self.dead_letters.queue.arn),
            "maxReceiveCount": params.maximum_receives,
        }
        self.queue, self.policy = queue(
            self,
            thing=NAME,
            pipeline=pipeline,
            key=key,
            admitted=admitted,
            message_retention_seconds=params.retention_seconds,
            visibility_timeout_seconds=VISIBILITY_TIMEOUTS * worker_timeout_seconds,
            redrive_policy=json.dumps(redrive, separators=(",", ":")),
        )
        self.store = queue_store(pipeline, NAME, key, params.retention_seconds)
        producer.writes(self.store)
        redriving = pipeline.process("redrive", "aws_service")
        redriving.reads(self.store)
        redriving.writes(self.dead_letters.store)
        alarms.add(
            "messages-late",
            "Messages wait too long to be worked on",
            namespace="AWS/SQS",
            metric_name="ApproximateAgeOfOldestMessage",
            dimensions={"QueueName": str(self.queue.name)},
            threshold=params.late_seconds,
            statistic="Maximum",
        )
