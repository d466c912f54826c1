"""
Let containers work on the messages of a queue, as many as the backlog asks for, on Fargate, Kubernetes or machines.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.container_workers import ContainerWorkersParams
from modules.analytics.event_readers import EventReaders
from modules.foundation.alarms import Alarms
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.producer import Producer
from modules.ingestion.queue import Queue
from modules.processing.image_repository import ImageRepository
from modules.processing.workers import Workers
from modules.storage.history import History


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
            self, "queue", params.queue, producer=producer.process, worker_timeout_seconds=params.workers.longest_seconds,
            pipeline=pipe, key=keys.of("messages", pipe.classification), alarms=alarms,
        )  # fmt: skip
        images = ImageRepository(self, "images", pipeline=pipe, key=key, publishers=params.publishers)
        workers = Workers(
            self, "workers", params.workers, repository=images, source=queue, target=results, pipeline=pipe, key=key,
            network=net, alarms=alarms,
        )  # fmt: skip
        EventReaders(
            self, "readers", consumers=params.consumers, reads=[results.raw_store], failed=[queue.dead_letters.store],
            logs=results.log_store, pipeline=pipe,
        )  # fmt: skip
        self.output("queue_url", queue.queue.url, "Where producers send messages")
        self.output("producer_role_arn", producer.role.arn, "The role that producers take on")
        self.output("publisher_role_arn", images.publisher.arn, "The role that adds images")
        self.output("repository_url", images.repository.repository_url, "Where images are pushed to")
        if workers.manifest:
            self.output("manifest", workers.manifest, "What makes the workers on the cluster, for kubectl apply -f -")
