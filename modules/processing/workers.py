"""
Workers of a queue, in the form that a deployment chooses: a service of containers, a cluster of Kubernetes, or machines.
"""

from __future__ import annotations

import math
from typing import Any, Literal, Self

from pydantic import model_validator

from bindings import Construct
from modules.dataflow import Load
from modules.errors import InputError
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.ingestion.queue import VISIBILITY_TIMEOUTS, Queue
from modules.pipeline import Pipeline
from modules.processing.container_service import ContainerService, ContainerServiceParams
from modules.processing.image_repository import ImageDigest, ImageRepository
from modules.processing.instance_group import InstanceGroup, InstanceGroupParams
from modules.processing.kubernetes_cluster import KubernetesCluster, KubernetesClusterParams
from modules.processing.work import Work, WorkParams
from modules.storage.history import History

Form = Literal["ecs", "eks", "ec2"]


class WorkersParams(WorkParams):
    form: Form = "ecs"
    """What the workers run on: ecs (containers on Fargate), eks (pods on a cluster's nodes) or ec2 (machines)."""

    image_digest: ImageDigest
    """The image of the workers by its digest, never by a tag: what runs changes with this line and with nothing else."""

    service: ContainerServiceParams = ContainerServiceParams()
    """Size of a container; used by form ecs."""

    cluster: KubernetesClusterParams = KubernetesClusterParams()
    """The cluster and its nodes; used by form eks."""

    machines: InstanceGroupParams = InstanceGroupParams()
    """The machines; used by form ec2."""

    @model_validator(mode="after")
    def _used(self) -> Self:
        """A setting of another form would be read by nobody."""
        places = {"ecs": "service", "eks": "cluster", "ec2": "machines"}
        for form, place in places.items():
            if form != self.form and place in self.model_fields_set:
                raise ValueError(
                    f"{place} is for form {form}, and form is {self.form}; leave {place} out or choose form: {form}"
                )
        return self


class Workers(Construct):
    """
    `functions/queue_worker` in a container between *source* and *target*.

    Raises `InputError` when the ceiling is below what the peak needs.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: WorkersParams,
        *,
        repository: ImageRepository,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        source: Queue,
        target: History,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self._params = params
        load = pipeline.graph.load_on(source.store)
        if load and load.peak_records_per_second > self._capacity(load):
            raise InputError(
                f"the workers get through {self._capacity(load):g} messages a second at most, and the peak is "
                f"{load.peak_records_per_second:g}; raise parameters.workers.ceiling to "
                f"{needed(load, params.message_seconds)} or lower message_seconds"
            )
        kind = {"ecs": "container", "eks": "pod", "ec2": "machine"}[params.form]
        self.process = pipeline.process("worker", kind, capacity=self._capacity)
        self.process.reads(source.store)
        self.process.writes(target.raw_store)
        queue_name = pipeline.resource_name(source.store.name)
        work = Work(
            params=params,
            process=self.process,
            repository=repository,
            digest=params.image_digest,
            queue_name=queue_name,
            variables={
                "QUEUE_URL": f"https://{pipeline.service('sqs')}/{pipeline.environment.account_id}/{queue_name}",
                "BUCKET": pipeline.bucket_name(target.raw_store.name, target.raw_store.classification),
                "PREFIX": "done/",
                "VISIBILITY_SECONDS": str(VISIBILITY_TIMEOUTS * params.longest_seconds),
                "AWS_DEFAULT_REGION": pipeline.environment.region,
            },
            needs=[source.queue],
        )
        shared: dict[str, Any] = {"work": work, "pipeline": pipeline, "key": key, "network": network, "alarms": alarms}
        self.manifest: str | None = None
        if params.form == "ecs":
            ContainerService(self, "service", params.service, **shared)
        elif params.form == "eks":
            self.manifest = KubernetesCluster(self, "cluster", params.cluster, **shared).manifest
        else:
            InstanceGroup(self, "machines", params.machines, **shared)

    def _capacity(self, _: Load) -> float:
        """Messages a second that all workers allowed at a time get through."""
        return self._params.ceiling / self._params.message_seconds


def needed(load: Load, message_seconds: float) -> int:
    """Workers that the peak keeps busy."""
    return math.ceil(load.peak_records_per_second * message_seconds)
