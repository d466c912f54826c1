"""
Let containers work on the messages of a queue, as many as the backlog asks for, on Fargate, Kubernetes or machines.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.analytics.event_readers import EventReaders
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.persona import Consumer
from modules.foundation.producer import Producer
from modules.ingestion.queue import Queue, QueueParams
from modules.params import DISTINCT, Params, RoleArn
from modules.processing.image_repository import ImageRepository
from modules.processing.workers import Workers, WorkersParams
from modules.storage.history import History, HistoryParams


class ContainerWorkersParams(Params):
    producers: Annotated[tuple[RoleArn, ...], Field(min_length=1), DISTINCT]
    """Roles of the environment's account that may take on the producer's role and send messages; at least one."""

    publishers: Annotated[tuple[RoleArn, ...], Field(min_length=1), DISTINCT]
    """Roles of the environment's account that may take on the publisher's role and add images; at least one."""

    consumers: Annotated[tuple[Consumer, ...], Field(min_length=1), DISTINCT]
    """Personas who read what the workers wrote; the data's class must be open to each."""

    queue: QueueParams = QueueParams()
    """The queue that takes the messages."""

    workers: WorkersParams
    """The workers: what they run on, how many, and which image."""

    lake: HistoryParams = HistoryParams()
    """How long what the workers wrote is kept."""


class ContainerWorkers(Blueprint):
    """
    A queue takes messages. Workers without state, all of one image that is named by its digest, write what they make of
    each into a zone of a lake: a copy changes nothing, and a message that fails too often goes to the dead-letter queue.
    One parameter chooses whether they are tasks of ECS on Fargate, pods of EKS or machines of EC2 Auto Scaling.
    """

    params_type = ContainerWorkersParams

    def __init__(self, scope: Stack, id: str, params: ContainerWorkersParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipe = self.pipeline
        keys = Keys(self, "keys", pipeline=pipe)
        key = keys.pipeline_key
        net = network(self, "network", pipeline=pipe, key=key)
        alarms = Alarms(self, "alarms", pipeline=pipe, key=key)
        results = History(self, "results", params.lake, pipeline=pipe, keys=keys, network=net)
        producer = Producer(self, "producer", pipeline=pipe, principals=params.producers, load=self.load)
        queue = Queue(
            self,
            "queue",
            params.queue,
            pipeline=pipe,
            key=keys.of("messages", pipe.classification),
            producer=producer.process,
            worker_timeout_seconds=params.workers.longest_seconds,
            alarms=alarms,
        )
        images = ImageRepository(self, "images", pipeline=pipe, key=key, publishers=params.publishers)
        workers = Workers(
            self,
            "workers",
            params.workers,
            repository=images,
            pipeline=pipe,
            key=key,
            network=net,
            source=queue,
            target=results,
            alarms=alarms,
        )
        EventReaders(
            self,
            "readers",
            consumers=params.consumers,
            reads=[results.raw_store],
            failed=[queue.dead_letters.store],
            logs=results.log_store,
            pipeline=pipe,
        )
        self.output("queue_url", queue.queue.url, "Where producers send messages")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("publisher_role_arn", images.publisher.arn, "The role that adds images")
        self.output("repository_url", images.repository.repository_url, "Where images are pushed to")
        if workers.manifest:
            self.output("manifest", workers.manifest, "What makes the workers on the cluster, for kubectl apply -f -")
