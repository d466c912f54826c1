"""
What may be said of an endpoint: machines, bounds, how a new model takes over, and in which form it answers.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from modules.params import Params
from modules.training.isolated_jobs import InstanceType


class EndpointParams(Params):
    instance_type: InstanceType = "ml.m5.large"
    """Size of the machines, of the families m5 and c5, whose disks take a key."""

    volume_gib: Annotated[int, Field(ge=10, le=500)] = 30
    """GiB of disk of a machine, 10 to 500; it holds the image and the model."""

    floor: Annotated[int, Field(ge=1, le=100)] = 2
    """Machines that are always there, 1 to 100; two or more are in different zones."""

    ceiling: Annotated[int, Field(ge=1, le=200)] = 8
    """Most machines, 1 to 200."""

    requests_per_second: Annotated[float, Field(gt=0, le=10_000)] = 20
    """Requests that one machine answers in a second without being late, above 0 to 10000; a load test tells."""

    latency_milliseconds: Annotated[int, Field(ge=1, le=60_000)] = 500
    """Milliseconds that the model may take on average, 1 to 60000; longer raises an alarm and takes a new model back."""

    canary_percent: Annotated[int, Field(ge=5, le=50)] = 10
    """Per cent of the machines on which a new model proves itself first, 5 to 50."""

    bake_seconds: Annotated[int, Field(ge=300, le=3_600)] = 600
    """Seconds that it has to do so without an alarm, 300 to 3600."""

    captured_percent: Annotated[int, Field(ge=1, le=100)] = 100
    """Per cent of requests and answers that are captured, 1 to 100; monitors see these only."""

    asynchronous: bool = False
    """Whether requests and answers are files, for large ones or slow models; answers then come within minutes."""

    concurrent_requests: Annotated[int, Field(ge=1, le=1_000)] = 4
    """Files that one machine works on at a time, 1 to 1000; for asynchronous endpoints."""

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        if self.ceiling < self.floor:
            raise ValueError(f"ceiling is {self.ceiling}, below the floor of {self.floor}; it cannot be lower")
        return self
