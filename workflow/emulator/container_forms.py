"""
What runs containers in the embedded AWS: services of ECS, groups of EC2 Auto Scaling, daemon sets of EKS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from moto.autoscaling import autoscaling_backends
from moto.ecs import ecs_backends
from moto.eks import eks_backends

from workflow.emulator.container import Container, Logs, refuse, texts
from workflow.emulator.container_machines import of_machines, runs_container
from workflow.emulator.container_pods import daemon_sets, of_pods
from workflow.emulator.problems import REFUSALS, NoRoleError, NotEmulatedError

TASK_DIGITS = 32  # of the id of a task

Reader = Callable[[], Container]
"""Gives the container as it is defined now; raises BlockedError when it could not start, or is not emulated."""


def workloads(account_id: str, region: str) -> dict[str, Reader]:
    """What runs containers, and is to run at least one, by a name for people."""
    services = [each for each in list(ecs_backends[account_id][region].services.values()) if each.status == "ACTIVE"]
    groups = list(autoscaling_backends[account_id][region].autoscaling_groups.values())
    clusters = list(eks_backends[account_id][region].clusters.values())
    found: dict[str, Reader] = {}
    for service in services:
        if service.desired_count > 0 and service.task_definition:
            found[f"service {service.cluster_name}/{service.name}"] = partial(_of_service, account_id, service)
    for group in groups:
        if group.desired_capacity and runs_container(group):
            found[f"Auto Scaling group {group.name}"] = partial(of_machines, group)
    for cluster in clusters:
        for namespace, name in daemon_sets(cluster):
            found[f"daemon set {namespace}/{name} on {cluster.name}"] = partial(of_pods, cluster, namespace, name)
    return found


def subnets_of(role_arn: str, account_id: str, region: str) -> Iterator[str]:
    """Subnets from which containers call as *role_arn*, and from which their images are fetched as it."""
    for read in workloads(account_id, region).values():
        try:
            container = read()
        except REFUSALS:
            continue  # it does not run, and the stage that runs the others says why
        if role_arn in (container.role_arn, container.puller_arn):
            yield from container.subnets


def _of_service(account_id: str, service: Any) -> Container:
    """The container in each task of a service. ECS fetches its image and writes its log as the execution role."""
    family, _, revision = service.task_definition.rpartition("/")[2].partition(":")
    task = ecs_backends[account_id][service.region_name].task_definitions.get(family, {}).get(int(revision))
    if task is None:
        raise NotEmulatedError(f"there is no task definition {service.task_definition}")
    if len(task.container_definitions) != 1:
        raise NotEmulatedError(f"{task.arn} has {len(task.container_definitions)} containers; one is emulated")
    [container] = task.container_definitions
    refuse(task.arn, container, "entryPoint", "environmentFiles", "secrets", "workingDirectory")
    if not task.task_role_arn or not task.execution_role_arn:
        raise NoRoleError(f"{task.arn} names no task role or no execution role")
    return Container(
        image=container["image"],
        command=tuple(container.get("command") or ()),
        variables=texts(container.get("environment")),
        role_arn=task.task_role_arn,
        puller_arn=task.execution_role_arn,
        subnets=tuple(service.network_configuration.get("awsvpcConfiguration", {}).get("subnets", ())),
        logs=_logs_of_task(container, task.execution_role_arn),
    )


def _logs_of_task(container: Any, role_arn: str) -> Logs | None:
    settings = container.get("logConfiguration") or {}
    if settings.get("logDriver") != "awslogs":
        return None
    options = settings.get("options") or {}
    stream = f"{options.get('awslogs-stream-prefix', '')}/{container['name']}/{{id}}"
    return Logs(options.get("awslogs-group", ""), stream, TASK_DIGITS, role_arn)
