"""
Where a process leaves word of what it gave up on.
"""

from __future__ import annotations

import json

from bindings import Construct
from bindings.aws import SqsQueue, SqsQueuePolicy
from modules.dataflow import Statement, Store
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.pipeline import Pipeline
from modules.protection import PROFILES

FOURTEEN_DAYS = 14 * 24 * 60 * 60  # the longest SQS keeps a message


class FailureQueue(Construct):
    """A queue of failures, which hold where the records are and not the records; an alarm says that it is not empty."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, key: Key, alarms: Alarms) -> None:
        super().__init__(scope, id)
        self.queue = SqsQueue(
            self,
            "queue",
            name=pipeline.resource_name("failures"),
            kms_master_key_id=key.arn,
            message_retention_seconds=FOURTEEN_DAYS,
            tags={"classification": pipeline.classification},
        )
        self.arn = pipeline.arn("sqs", str(self.queue.name))
        tls_only = {
            "Sid": "TlsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "sqs:*",
            "Resource": self.arn,
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }
        document = {"Version": "2012-10-17", "Statement": [tls_only]}
        SqsQueuePolicy(self, "queue_policy", queue_url=self.queue.url, policy=json.dumps(document))
        pipeline.graph.grants.refuse(lambda: [tls_only])
        self.store = pipeline.graph.add_store(
            Store(
                name="failures",
                kind="queue",
                classification=pipeline.classification,
                owner=pipeline.owner,
                retention_days=14,
                read_statements=(
                    Statement(
                        (
                            "sqs:ChangeMessageVisibility",
                            "sqs:DeleteMessage",
                            "sqs:GetQueueAttributes",
                            "sqs:ReceiveMessage",
                        ),
                        (self.arn,),
                    ),
                    key.decrypt("sqs"),
                ),
                write_statements=(Statement(("sqs:SendMessage",), (self.arn,)), key.encrypt("sqs")),
                persona_readers=PROFILES[pipeline.classification].persona_readers,
            )
        )
        alarms.add(
            "failures",
            "Records were given up on; the queue says which",
            namespace="AWS/SQS",
            metric_name="ApproximateNumberOfMessagesVisible",
            dimensions={"QueueName": str(self.queue.name)},
            threshold=0,
            statistic="Maximum",
        )
