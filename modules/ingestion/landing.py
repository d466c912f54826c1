"""
Where producers put batches: files into a bucket, and last a manifest, upon which a state machine starts to work.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from bindings.aws import S3BucketNotification
from modules.archive import Archive
from modules.dataflow import Load, Process, Store
from modules.foundation.alarms import Alarms
from modules.foundation.every_queue import queue_arn
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.ingestion.queue import NAME, Queue, QueueParams
from modules.params import Params
from modules.pipeline import Pipeline
from modules.processing.batch_starter import BatchStarter
from modules.processing.queue_function import QueueFunctionParams
from modules.processing.state_machine import StateMachine
from modules.storage.bucket import Bucket

PREFIX, MANIFEST = "batches/", "/manifest.json"
NOTIFICATION_BYTES = 1_024  # about what S3 writes for one object ("Event message structure")
HOUR = 3_600


class LandingParams(Params):
    batches_per_hour: Annotated[int, Field(ge=1, le=3_600)] = 12
    """Batches that arrive in an hour on average, 1 to 3600."""

    queue: QueueParams = QueueParams()
    """The queue that keeps word of a batch until the work on it has started."""


class Landing(Construct):
    """
    The zone *store* in *bucket*, which *producer* fills under `batches/<name>/`. A queue tells a function of each
    `manifest.json`, which starts *machine*.

    A batch without a manifest is not there yet: nothing happens to its files.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: LandingParams,
        starter: QueueFunctionParams,
        *,
        archive: Archive,
        machine: StateMachine,
        bucket: Bucket,
        store: Store,
        producer: Process,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        producer.writes(store)
        peak = producer.load.peak_factor if producer.load else 1
        load = Load(params.batches_per_hour / HOUR, NOTIFICATION_BYTES, peak)
        telling = pipeline.process("notifications", "aws_service", load=load)
        telling.reads(store)
        condition = {
            "StringEquals": {"aws:SourceAccount": pipeline.environment.account_id},
            "ArnEquals": {"aws:SourceArn": bucket.arn()},
        }
        key.serve("s3.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], condition)
        self.queue = Queue(
            self,
            "queue",
            params.queue,
            pipeline=pipeline,
            key=key,
            producer=telling,
            worker_timeout_seconds=starter.timeout_seconds,
            alarms=alarms,
            admitted=[
                {
                    "Sid": "Notifications",
                    "Effect": "Allow",
                    "Principal": {"Service": "s3.amazonaws.com"},
                    "Action": "sqs:SendMessage",
                    "Resource": queue_arn(pipeline, NAME),
                    "Condition": condition,
                }
            ],
        )
        self.notification = S3BucketNotification(
            self,
            "notification",
            bucket=bucket.name,
            queue=[
                {
                    "id": "manifests",
                    "queue_arn": self.queue.queue.arn,
                    "events": ["s3:ObjectCreated:*"],
                    "filter_prefix": PREFIX,
                    "filter_suffix": MANIFEST,
                }
            ],
            depends_on=[self.queue.policy],
        )
        BatchStarter(
            self,
            "starter",
            starter,
            archive=archive,
            source=self.queue,
            machine=machine,
            pipeline=pipeline,
            key=key,
            network=network,
            alarms=alarms,
        )
