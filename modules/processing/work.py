"""
What workers do, whatever they run on: take messages of a queue, as many at a time as the backlog asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from bindings.resource import Resource
from modules.dataflow import Process
from modules.params import Params
from modules.processing.image_repository import ImageRepository

Architecture = Literal["arm64", "x86_64"]
USER = "65532:65532"  # nobody with a name on the machine, and not root
STOP_SECONDS = 120  # the longest that Fargate waits between SIGTERM and SIGKILL (`stopTimeout`)
SCALE_OUT_SECONDS = 60
SCALE_IN_SECONDS = 300
HUNDREDFOLD = 100  # the most that `workload.peak_factor` may be; MR_SCALE_1 asks for the same


class WorkParams(Params):
    architecture: Architecture = "arm64"
    """The processor that the image is built for: arm64 (Graviton) or x86_64."""

    floor: Annotated[int, Field(ge=1, le=1_000)] = 1
    """Least workers that run, 1 to 1000."""

    ceiling: Annotated[int, Field(ge=1, le=1_000)] = 10
    """Most workers that run, 1 to 1000, not less than the floor and not more than a hundred times it."""

    message_seconds: Annotated[float, Field(gt=0, le=3_600)] = 1
    """Average seconds that a worker takes for a message, up to 3600; measure it."""

    wait_seconds: Annotated[int, Field(ge=10, le=86_400)] = 60
    """
    Seconds that a message may wait, 10 to 86400; divided by `message_seconds`, the backlog each worker should have ("Scaling
    policy based on Amazon SQS", acceptable backlog per instance).
    """

    longest_seconds: Annotated[int, Field(ge=10, le=7_200)] = 60
    """
    Seconds that the slowest message takes, 10 to 7200. A message of a worker that was lost is seen again after six times that
    (SQS hides a message for 12 hours at most); a worker that lives holds on to its message.
    """

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.ceiling < self.floor:
            raise ValueError(
                f"ceiling is {self.ceiling}, less than the floor of {self.floor}; raise it or lower the floor"
            )
        if self.ceiling > self.floor * HUNDREDFOLD:
            raise ValueError(
                f"ceiling is {self.ceiling}, more than {HUNDREDFOLD} times the floor of {self.floor}; lower it or raise the floor"
            )
        if self.wait_seconds < self.message_seconds:
            raise ValueError(
                f"wait_seconds is {self.wait_seconds}, less than the {self.message_seconds:g} that one message takes; raise it"
            )
        return self

    @property
    def backlog(self) -> float:
        """Messages that may wait for each worker."""
        return round(self.wait_seconds / self.message_seconds, 3)


@dataclass(frozen=True)
class Work:
    """
    What runs: *process* in the image with *digest*, with *variables*, on the messages of the queue *queue_name*.

    *needs* is there before anything starts, since a worker ends that finds no queue.
    """

    params: WorkParams
    process: Process
    repository: ImageRepository
    digest: str
    queue_name: str
    variables: Mapping[str, str]
    needs: list[Resource]

    @property
    def image(self) -> str:
        return self.repository.image(self.digest)

    def backlog_metrics(self, namespace: str, running: str, dimensions: Mapping[str, str]) -> list[Any]:
        """
        Waiting messages for each running worker, of which *running* in *namespace* tells the number; none running counts as one.
        """
        return [
            _stat("waiting", "AWS/SQS", "ApproximateNumberOfMessagesVisible", {"QueueName": self.queue_name}),
            _stat("running", namespace, running, dimensions),
            {
                "id": "backlog",
                "label": "waiting messages for each worker",
                "expression": "waiting / IF(FILL(running, 0) > 0, FILL(running, 0), 1)",
                "return_data": True,
            },
        ]


def _stat(id: str, namespace: str, name: str, dimensions: Mapping[str, str]) -> dict[str, Any]:
    named = [{"name": dimension, "value": value} for dimension, value in dimensions.items()]
    metric = {"namespace": namespace, "metric_name": name, "dimensions": named}
    return {"id": id, "metric_stat": {"metric": metric, "stat": "Average"}, "return_data": False}
