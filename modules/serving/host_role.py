"""
The role in which an endpoint runs: it reads released models and what is asked, and writes what is answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bindings import Construct
from modules.dataflow import Condition, Statement, Store
from modules.foundation.log_group import LogGroup
from modules.foundation.role import Role, service_trust
from modules.foundation.serving_boundary import METRICS_OF_ENDPOINTS
from modules.training.isolated_jobs import INTERFACES, LOOKING, SAGEMAKER, uses_disks
from modules.training.workplace import Workplace

LOGS: Final = "/aws/sagemaker/Endpoints"
"""Where SageMaker logs what containers of endpoints say, a group for each ("Log Groups and Streams")."""


class HostRole(Construct):
    """
    What SageMaker does as the endpoint: fetch the image and the model, put machines into private subnets, log, capture.

    The containers are isolated and have none of it ("CreateModel API: Execution Role Permissions").
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        endpoint: str,
        reads: Sequence[Store],
        writes: Sequence[Store],
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        pipeline = place.pipeline
        self.process = place.phase("serve", "ml_endpoint", reads=reads, writes=writes)
        group = place.network.attach(self, self.process)
        self.subnets, self.groups = list(place.network.subnet_ids), [str(group.id)]
        self.logs = LogGroup(
            self,
            "logs",
            name=f"{LOGS}/{endpoint}",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=place.key,
        )
        interfaces = pipeline.arn("ec2", "network-interface/*")
        subnets = [pipeline.arn("ec2", f"subnet/{each}") for each in self.subnets]
        groups = [pipeline.arn("ec2", f"security-group/{each}") for each in self.groups]
        here: Condition = {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}}
        metrics: Condition = {"StringEquals": {"cloudwatch:namespace": METRICS_OF_ENDPOINTS}}
        self.process.requires(
            *place.images.pull_statements(),
            self.logs.write_statement(),
            Statement(("cloudwatch:PutMetricData",), ("*",), metrics),
            Statement(("ec2:CreateNetworkInterface",), (*subnets, *groups, interfaces)),
            Statement(INTERFACES, (interfaces,)),
            Statement(LOOKING, ("*",), here),
        )
        uses_disks(place, self.process)
        self.role = Role(
            self, "role", pipeline=pipeline, process=self.process, trust=[service_trust(SAGEMAKER, pipeline)]
        )
        self.arn, self.policy = self.role.arn, self.role.policy
