"""
Workers as containers of ECS on Fargate: no machine to look after, and nothing writable but the queue and the lake.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, model_validator

from bindings import Construct
from bindings.aws import AppautoscalingPolicy, AppautoscalingTarget, EcsCluster, EcsService, EcsTaskDefinition
from modules.dataflow import Statement
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.network import Network
from modules.foundation.role import Role, service_trust
from modules.params import Params
from modules.pipeline import Pipeline
from modules.processing.work import SCALE_IN_SECONDS, SCALE_OUT_SECONDS, STOP_SECONDS, USER, Work

PLATFORM = "1.4.0"  # the newest platform version of Fargate for Linux; named, so that a newer one is a reviewed change
TASKS = "ecs-tasks.amazonaws.com"

GIB: Final = 1_024
SIZES: Final = {
    256: range(GIB // 2, 2 * GIB + 1, GIB // 2),
    512: range(GIB, 4 * GIB + 1, GIB),
    1_024: range(2 * GIB, 8 * GIB + 1, GIB),
    2_048: range(4 * GIB, 16 * GIB + 1, GIB),
    4_096: range(8 * GIB, 30 * GIB + 1, GIB),
    8_192: range(16 * GIB, 60 * GIB + 1, 4 * GIB),
    16_384: range(32 * GIB, 120 * GIB + 1, 8 * GIB),
}
"""The memory in MiB that Fargate offers for each number of CPU units ("Task CPU and memory"); 1536 MiB for 256 it does not."""


class ContainerServiceParams(Params):
    cpu_units: Literal[256, 512, 1_024, 2_048, 4_096, 8_192, 16_384] = 512
    """CPU units of a worker: 256, 512, 1024 (one vCPU), 2048, 4096, 8192 or 16384."""

    memory_mib: Annotated[int, Field(ge=512, le=122_880)] = 1_024
    """Memory of a worker in MiB, 512 to 122880; Fargate offers certain values for each number of CPU units."""

    @model_validator(mode="after")
    def _offered(self) -> Self:
        offered = [memory for memory in SIZES[self.cpu_units] if memory != GIB + GIB // 2]
        if self.memory_mib not in offered:
            raise ValueError(
                f"memory_mib is {self.memory_mib}, which Fargate does not offer for {self.cpu_units} CPU units; "
                f"from {offered[0]} to {offered[-1]} it offers {', '.join(map(str, offered[:4]))} and so on"
            )
        return self


class ContainerService(Construct):
    """
    A service of between floor and ceiling tasks that follows the backlog of the queue.

    A deployment whose tasks do not start is rolled back. Nobody can open a shell in a task.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: ContainerServiceParams,
        *,
        work: Work,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline, self._work = pipeline, work
        self.logs = LogGroup(
            self,
            "logs",
            name=f"/millrace/{pipeline.name}/worker",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
        )
        self.cluster = self._cluster(key)
        group = network.attach(self, work.process, "sqs")
        role = Role(self, "role", pipeline=pipeline, process=work.process, trust=[service_trust(TASKS, pipeline)])
        starter = pipeline.process("execution", "container_start")
        starter.requires(
            *work.repository.pull_statements(),
            Statement(("logs:CreateLogStream", "logs:PutLogEvents"), (f"{self.logs.arn}:*",)),
        )
        network.admit(starter, "ecr-api", "ecr-dkr", "logs")
        execution = Role(self, "execution", pipeline=pipeline, process=starter, trust=[service_trust(TASKS, pipeline)])
        task = EcsTaskDefinition(
            self,
            "task",
            family=pipeline.resource_name("worker"),
            requires_compatibilities=["FARGATE"],
            network_mode="awsvpc",
            runtime_platform={"cpu_architecture": work.params.architecture.upper(), "operating_system_family": "LINUX"},
            cpu=str(params.cpu_units),
            memory=str(params.memory_mib),
            task_role_arn=role.arn,
            execution_role_arn=execution.arn,
            container_definitions=json.dumps([self._container()]),
            depends_on=[role.policy, execution.policy],
        )
        self.service = EcsService(
            self,
            "service",
            name=pipeline.resource_name("worker"),
            cluster=self.cluster.arn,
            task_definition=task.arn,
            launch_type="FARGATE",
            platform_version=PLATFORM,
            scheduling_strategy="REPLICA",
            desired_count=work.params.floor,
            deployment_minimum_healthy_percent=100,
            deployment_maximum_percent=200,
            deployment_circuit_breaker={"enable": True, "rollback": True},
            enable_execute_command=False,
            enable_ecs_managed_tags=True,
            propagate_tags="SERVICE",
            availability_zone_rebalancing="ENABLED",
            network_configuration={
                "subnets": network.subnet_ids,
                "security_groups": [group.id],
                "assign_public_ip": False,
            },
            lifecycle={"ignore_changes": ["desired_count"]},
            depends_on=work.needs,
        )
        self._scale()
        alarms.add(
            "workers-memory",
            "Workers are about to run out of memory and be stopped",
            namespace="AWS/ECS",
            metric_name="MemoryUtilization",
            dimensions={"ClusterName": str(self.cluster.name), "ServiceName": str(self.service.name)},
            threshold=90,
            statistic="Maximum",
        )

    def _cluster(self, key: Key) -> EcsCluster:
        """What is written in a task is encrypted with *key*, and a session in one could not go unrecorded."""
        name = self._pipeline.resource_name("workers")
        equal = {
            "kms:EncryptionContext:aws:ecs:clusterAccount": self._pipeline.environment.account_id,
            "kms:EncryptionContext:aws:ecs:clusterName": name,
        }
        decrypting = {"ForAllValues:StringEquals": {"kms:GrantOperations": ["Decrypt"]}}
        key.serve("fargate.amazonaws.com", ["kms:GenerateDataKeyWithoutPlaintext"], {"StringEquals": equal})
        key.serve("fargate.amazonaws.com", ["kms:CreateGrant"], {"StringEquals": equal, **decrypting})
        return EcsCluster(
            self,
            "cluster",
            name=name,
            setting=[{"name": "containerInsights", "value": "enabled"}],
            configuration={
                "execute_command_configuration": {
                    "kms_key_id": key.arn,
                    "logging": "OVERRIDE",
                    "log_configuration": {
                        "cloud_watch_encryption_enabled": True,
                        "cloud_watch_log_group_name": self.logs.name,
                    },
                },
                "managed_storage_configuration": {
                    "kms_key_id": key.arn,
                    "fargate_ephemeral_storage_kms_key_id": key.arn,
                },
            },
            tags={"classification": self._pipeline.classification},
        )

    def _container(self) -> dict[str, Any]:
        options = {
            "awslogs-group": self.logs.name,
            "awslogs-region": self._pipeline.environment.region,
            "awslogs-stream-prefix": "worker",
        }
        return {
            "name": "worker",
            "image": self._work.image,
            "essential": True,
            "user": USER,
            "privileged": False,
            "readonlyRootFilesystem": True,
            "linuxParameters": {"capabilities": {"drop": ["ALL"]}, "initProcessEnabled": True},
            "stopTimeout": STOP_SECONDS,
            "environment": [{"name": name, "value": value} for name, value in sorted(self._work.variables.items())],
            "logConfiguration": {"logDriver": "awslogs", "options": options},
        }

    def _scale(self) -> None:
        target = AppautoscalingTarget(
            self,
            "target",
            service_namespace="ecs",
            resource_id=f"service/{self.cluster.name}/{self.service.name}",
            scalable_dimension="ecs:service:DesiredCount",
            min_capacity=self._work.params.floor,
            max_capacity=self._work.params.ceiling,
        )
        dimensions = {"ClusterName": str(self.cluster.name), "ServiceName": str(self.service.name)}
        AppautoscalingPolicy(
            self,
            "backlog",
            name=f"{self.service.name}-backlog",
            policy_type="TargetTrackingScaling",
            service_namespace=target.service_namespace,
            resource_id=target.resource_id,
            scalable_dimension=target.scalable_dimension,
            target_tracking_scaling_policy_configuration={
                "target_value": self._work.params.backlog,
                "scale_in_cooldown": SCALE_IN_SECONDS,
                "scale_out_cooldown": SCALE_OUT_SECONDS,
                "customized_metric_specification": {
                    "metrics": self._work.backlog_metrics("ECS/ContainerInsights", "RunningTaskCount", dimensions)
                },
            },
        )
