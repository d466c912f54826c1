"""
Where a process leaves word of what it gave up on.
"""

from __future__ import annotations

import json

from bindings import Construct
from bindings.aws.sqs_queue import SqsQueueArguments
from modules.foundation.alarms import Alarms
from modules.foundation.every_queue import queue, queue_arn, queue_store
from modules.foundation.key import Key
from modules.pipeline import Pipeline


class FailureQueue(Construct):
    """
    A queue of failures; an alarm says that it is not empty.

    Of a stream it holds where the records are and not the records. With *redrives_from*, the ARN of a queue, it holds
    the messages themselves which that queue gave up on, and takes those of no other.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        key: Key,
        alarms: Alarms,
        name: str = "failures",
        redrives_from: str | None = None,
    ) -> None:
        super().__init__(scope, id)
        arguments: SqsQueueArguments = {}
        if redrives_from:
            allowed = {"redrivePermission": "byQueue", "sourceQueueArns": [redrives_from]}
            arguments["redrive_allow_policy"] = json.dumps(allowed)
        self.queue, self.policy = queue(self, thing=name, pipeline=pipeline, key=key, **arguments)
        self.arn = queue_arn(pipeline, name)
        self.store = queue_store(pipeline, name, key)
        alarms.add(
            name,
            "Records were given up on; the queue says which",
            namespace="AWS/SQS",
            metric_name="ApproximateNumberOfMessagesVisible",
            dimensions={"QueueName": str(self.queue.name)},
            threshold=0,
            statistic="Maximum",
        )
