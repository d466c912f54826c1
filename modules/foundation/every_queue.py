"""
What every queue has, those for messages and those for failures: a key of the pipeline, TLS, and what using it takes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Unpack

from bindings import Construct
from bindings.aws import SqsQueue, SqsQueuePolicy
from bindings.aws.sqs_queue import SqsQueueArguments
from modules.dataflow import Statement, Store
from modules.foundation.key import Key
from modules.pipeline import Pipeline
from modules.protection import PROFILES

LONGEST = 14 * 24 * 60 * 60  # seconds; the longest SQS keeps a message
DAY = 24 * 60 * 60


def queue(
    scope: Construct,
    *,
    thing: str,
    pipeline: Pipeline,
    key: Key,
    admitted: Sequence[dict[str, Any]] = (),
    **arguments: Unpack[SqsQueueArguments],
) -> tuple[SqsQueue, SqsQueuePolicy]:
    """
    The queue called *thing* under *key*, which refuses every call without TLS, and its policy; messages stay as long as SQS
    keeps them.

    *admitted* are statements for services of AWS that send messages by themselves.
    """
    complete: SqsQueueArguments = {
        "name": pipeline.resource_name(thing),
        "kms_master_key_id": key.arn,
        "message_retention_seconds": LONGEST,
        "tags": {"classification": pipeline.classification},
    }
    complete.update(arguments)
    made = SqsQueue(scope, "queue", **complete)
    tls_only = {
        "Sid": "TlsOnly",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "sqs:*",
        "Resource": queue_arn(pipeline, thing),
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    document = {"Version": "2012-10-17", "Statement": [tls_only, *admitted]}
    guarded = SqsQueuePolicy(scope, "queue_policy", queue_url=made.url, policy=json.dumps(document))
    pipeline.graph.grants.refuse(lambda: [tls_only])
    for statement in admitted:
        pipeline.graph.grants.allow("deliver", statement)
    return made, guarded


def queue_arn(pipeline: Pipeline, thing: str) -> str:
    """The ARN of the queue called *thing*, known before it is made."""
    return pipeline.arn("sqs", pipeline.resource_name(thing))


def queue_store(pipeline: Pipeline, thing: str, key: Key, seconds: int = LONGEST) -> Store:
    """The queue called *thing* in the graph; a reader takes messages away, so it may delete them."""
    arn = queue_arn(pipeline, thing)
    reading = ("sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage")
    return pipeline.graph.add_store(
        Store(
            name=thing,
            kind="queue",
            classification=pipeline.classification,
            owner=pipeline.owner,
            retention_days=seconds / DAY,
            read_statements=(Statement(reading, (arn,)), key.decrypt("sqs")),
            write_statements=(Statement(("sqs:SendMessage",), (arn,)), key.encrypt("sqs")),
            persona_readers=PROFILES[pipeline.classification].persona_readers,
        )
    )
