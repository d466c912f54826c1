"""
Workers as machines of EC2 Auto Scaling, each running the container and nothing else.
"""

from __future__ import annotations

import base64
from typing import Annotated

from bindings import Construct
from bindings.aws import AutoscalingGroup, AutoscalingPolicy, IamInstanceProfile
from modules.dataflow import Statement
from modules.errors import InputError
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.network import Network
from modules.foundation.role import Role
from modules.params import text
from modules.pipeline import Pipeline
from modules.processing.machine import MACHINE_TRUST, SESSION_ENDPOINTS, MachineParams, machine, session_statements
from modules.processing.machine_start import start_script
from modules.processing.work import Work

OLDEST_SECONDS = 30 * 24 * 60 * 60  # a machine is replaced after a month at the latest
WARM_UP_SECONDS = 180


class InstanceGroupParams(MachineParams):
    machine_image: (
        Annotated[str, text(r"^ami-([0-9a-f]{8}|[0-9a-f]{17})$", "ami- and 8 or 17 hexadecimal digits")] | None
    ) = None
    """
    The machine image, by id, so that a newer one is a reviewed change: the image of Amazon Linux 2023 for ECS, which has Docker
    and the agent of Systems Manager. The parameter `/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended` of
    Systems Manager tells it. Required for machines.
    """


class InstanceGroup(Construct):
    """
    A group of between floor and ceiling machines that follows the backlog of the queue.

    A new image or machine image replaces the machines step by step, and goes back when they do not start.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: InstanceGroupParams,
        *,
        work: Work,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        if params.machine_image is None:
            raise InputError(
                "form ec2 needs parameters.workers.machines.machine_image, the id of the machine image, such as ami-0123456789abcdef0"
            )
        log_name = f"/millrace/{pipeline.name}/worker"
        logs = LogGroup(self, "logs", name=log_name, pipeline=pipeline, classification=pipeline.classification, key=key)
        work.process.requires(
            *work.repository.pull_statements(),
            Statement(("logs:CreateLogStream", "logs:PutLogEvents"), (f"{logs.arn}:*",)),
            *session_statements(pipeline),
        )
        group = network.attach(self, work.process, "ecr-api", "ecr-dkr", "logs", "sqs", *SESSION_ENDPOINTS)
        role = Role(self, "role", pipeline=pipeline, process=work.process, trust=[MACHINE_TRUST])
        profile = IamInstanceProfile(
            self, "profile", name=pipeline.resource_name(work.process.name), role=role.role.name
        )
        script = start_script(work, pipeline, log_name)
        template = machine(
            self,
            params,
            architecture=work.params.architecture,
            pipeline=pipeline,
            key=key,
            group=group,
            image_id=params.machine_image,
            iam_instance_profile={"arn": profile.arn},
            instance_initiated_shutdown_behavior="terminate",
            user_data=base64.b64encode(script.encode()).decode(),
        )
        self.group = AutoscalingGroup(
            self,
            "group",
            name=pipeline.resource_name("worker"),
            min_size=work.params.floor,
            max_size=work.params.ceiling,
            desired_capacity=work.params.floor,
            vpc_zone_identifier=network.subnet_ids,
            launch_template={"id": template.reference("id"), "version": template.reference("latest_version")},
            health_check_type="EC2",
            health_check_grace_period=WARM_UP_SECONDS,
            default_instance_warmup=WARM_UP_SECONDS,
            max_instance_lifetime=OLDEST_SECONDS,
            enabled_metrics=["GroupDesiredCapacity", "GroupInServiceInstances"],
            metrics_granularity="1Minute",
            instance_refresh={
                "strategy": "Rolling",
                "preferences": {"auto_rollback": True, "min_healthy_percentage": 100, "max_healthy_percentage": 200},
            },
            wait_for_capacity_timeout="0",
            tag=[
                {"key": name, "value": value, "propagate_at_launch": True}
                for name, value in (("classification", pipeline.classification.value), ("deployment", pipeline.name))
            ],
            lifecycle={"ignore_changes": ["desired_capacity"]},
            depends_on=[role.policy, logs.log_group, *work.needs],
        )
        follow_backlog(self, str(self.group.name), work)
        alarms.add(
            "workers-unwell",
            "A machine fails its checks; Auto Scaling replaces it",
            namespace="AWS/EC2",
            metric_name="StatusCheckFailed",
            dimensions={"AutoScalingGroupName": str(self.group.name)},
            threshold=0,
            statistic="Maximum",
            evaluation_periods=3,
        )


def follow_backlog(scope: Construct, group: str, work: Work) -> None:
    """As many machines in the Auto Scaling group called *group* as the backlog asks for."""
    AutoscalingPolicy(
        scope,
        "backlog",
        name="backlog",
        policy_type="TargetTrackingScaling",
        autoscaling_group_name=group,
        estimated_instance_warmup=WARM_UP_SECONDS,
        target_tracking_configuration={
            "target_value": work.params.backlog,
            "customized_metric_specification": {
                "metrics": work.backlog_metrics(
                    "AWS/AutoScaling", "GroupInServiceInstances", {"AutoScalingGroupName": group}
                )
            },
        },
    )
