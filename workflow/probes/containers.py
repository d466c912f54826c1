"""
Images, and the containers of ECS that run them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned

SESSIONS = "configuration[0].execute_command_configuration[0]"
LIVE_SESSIONS = "configuration.executeCommandConfiguration"
STORAGE = "configuration[0].managed_storage_configuration[0]"
LIVE_STORAGE = "configuration.managedStorageConfiguration"
CONTAINER = ("name", "image", "essential", "user", "privileged", "readonlyRootFilesystem", "stopTimeout")
NESTED = ("linuxParameters", "environment", "logConfiguration")


def repository(live: Live, planned: Planned) -> Iterator[Fact]:
    [found] = live.client("ecr").describe_repositories(repositoryNames=[planned["name"]])["repositories"]
    yield from same(
        planned,
        found,
        {
            "image_tag_mutability": "imageTagMutability",
            "image_scanning_configuration[0].scan_on_push": "imageScanningConfiguration.scanOnPush",
            "encryption_configuration[0].encryption_type": "encryptionConfiguration.encryptionType",
            "encryption_configuration[0].kms_key": "encryptionConfiguration.kmsKey",
        },
    )


def lifecycle(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("ecr").get_lifecycle_policy(repositoryName=planned["repository"])
    yield Fact("policy", json.loads(planned["policy"]), json.loads(found["lifecyclePolicyText"]))


def cluster(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("ecs").describe_clusters(clusters=[planned["name"]], include=["CONFIGURATIONS", "SETTINGS"])
    found = next(iter(answer["clusters"]), None)
    if found is None or found["status"] != "ACTIVE":
        raise MissingError
    yield from same(
        planned,
        found,
        {
            f"{SESSIONS}.kms_key_id": f"{LIVE_SESSIONS}.kmsKeyId",
            f"{SESSIONS}.logging": f"{LIVE_SESSIONS}.logging",
            f"{SESSIONS}.log_configuration[0].cloud_watch_log_group_name": (
                f"{LIVE_SESSIONS}.logConfiguration.cloudWatchLogGroupName"
            ),
            f"{STORAGE}.kms_key_id": f"{LIVE_STORAGE}.kmsKeyId",
            f"{STORAGE}.fargate_ephemeral_storage_kms_key_id": f"{LIVE_STORAGE}.fargateEphemeralStorageKmsKeyId",
        },
    )
    settings = {item["name"]: item["value"] for item in found.get("settings", [])}
    for setting in planned.get("setting") or []:
        yield Fact(f"setting.{setting['name']}", setting["value"], settings.get(setting["name"]))


def task(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("ecs").describe_task_definition(taskDefinition=planned["arn"])["taskDefinition"]
    yield Fact("status", "ACTIVE", found["status"])
    yield from same(
        planned,
        found,
        {
            "family": "family",
            "network_mode": "networkMode",
            "cpu": "cpu",
            "memory": "memory",
            "task_role_arn": "taskRoleArn",
            "execution_role_arn": "executionRoleArn",
            "requires_compatibilities": "requiresCompatibilities",
            "runtime_platform[0].cpu_architecture": "runtimePlatform.cpuArchitecture",
        },
    )
    containers = json.loads(planned["container_definitions"])
    there = {item["name"]: item for item in found["containerDefinitions"]}
    yield Fact("containers", [item["name"] for item in containers], [*there])
    for container in containers:
        other = there.get(container["name"], {})
        for name in (*CONTAINER, *NESTED):
            yield Fact(f"container_definitions.{name}", container.get(name), other.get(name))


def service(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("ecs").describe_services(cluster=planned["cluster"], services=[planned["name"]])
    found = next(iter(answer["services"]), None)
    if found is None or found["status"] != "ACTIVE":
        raise MissingError
    network, there = "network_configuration[0]", "networkConfiguration.awsvpcConfiguration"
    breaker, live_breaker = "deployment_circuit_breaker[0]", "deploymentConfiguration.deploymentCircuitBreaker"
    yield from same(
        planned,
        found,
        {
            "task_definition": "taskDefinition",
            "launch_type": "launchType",
            "platform_version": "platformVersion",
            "enable_execute_command": "enableExecuteCommand",
            "availability_zone_rebalancing": "availabilityZoneRebalancing",
            "deployment_minimum_healthy_percent": "deploymentConfiguration.minimumHealthyPercent",
            "deployment_maximum_percent": "deploymentConfiguration.maximumPercent",
            f"{breaker}.enable": f"{live_breaker}.enable",
            f"{breaker}.rollback": f"{live_breaker}.rollback",
            f"{network}.subnets": f"{there}.subnets",
            f"{network}.security_groups": f"{there}.securityGroups",
        },
    )
    public = found.get("networkConfiguration", {}).get("awsvpcConfiguration", {}).get("assignPublicIp") == "ENABLED"
    planned_public = any(item.get("assign_public_ip") for item in planned.get("network_configuration") or [])
    yield Fact("network_configuration.assign_public_ip", planned_public, public)


PROBES = {
    "aws_ecr_lifecycle_policy": lifecycle,
    "aws_ecr_repository": repository,
    "aws_ecs_cluster": cluster,
    "aws_ecs_service": service,
    "aws_ecs_task_definition": task,
}
