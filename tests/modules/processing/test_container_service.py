"""
Workers on ECS.
"""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from modules.processing.container_service import ContainerServiceParams
from tests.modules.sample import ACCOUNT, REGION
from tests.modules.workers_sample import DIGEST, SERVICE, build


def container(**workers):
    [found] = json.loads(build(**workers)[f"{SERVICE}/task"]["container_definitions"])
    return found


def test_the_container_can_do_nothing_but_its_work():
    """
    Not root, no privilege, no capability, nothing writable, and an image by its digest.
    """
    found = container()

    assert ("65532:65532", False, True) == (found["user"], found["privileged"], found["readonlyRootFilesystem"])
    assert ["ALL"] == found["linuxParameters"]["capabilities"]["drop"]
    assert f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/documents-dev-worker@{DIGEST}" == found["image"]


def test_the_container_is_told_where_to_work():
    """
    Queue, bucket and hold are variables, in words that need nothing to be there.
    """
    told = {item["name"]: item["value"] for item in container(longest_seconds=30)["environment"]}

    assert {
        "QUEUE_URL": f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/documents-dev-messages",
        "BUCKET": f"con-documents-dev-raw-{ACCOUNT}-{REGION}",
        "PREFIX": "done/",
        "VISIBILITY_SECONDS": "180",
        "AWS_DEFAULT_REGION": REGION,
    } == told


def test_the_service_goes_back_when_a_deployment_fails():
    """
    The circuit breaker rolls back, on a platform version that is named, and nobody gets into a task.
    """
    service = build()[f"{SERVICE}/service"]

    assert {"enable": True, "rollback": True} == service["deployment_circuit_breaker"]
    assert ("1.4.0", False) == (service["platform_version"], service["enable_execute_command"])
    assert {"ignore_changes": ["desired_count"]} == service["lifecycle"]


def test_tasks_are_private():
    """
    Tasks are in all three subnets, behind their own group, without a public address.
    """
    network = build()[f"{SERVICE}/service"]["network_configuration"]

    assert [f"<network/subnet_{number}.id>" for number in (1, 2, 3)] == network["subnets"]
    assert ([f"<{SERVICE}/security_group.id>"], False) == (network["security_groups"], network["assign_public_ip"])


def test_the_service_follows_the_backlog():
    """
    Half a second for a message and fifteen seconds to wait make a backlog of thirty for each task.
    """
    built = build(message_seconds=0.5, wait_seconds=15)
    target = built[f"{SERVICE}/target"]
    tracking = built[f"{SERVICE}/backlog"]["target_tracking_scaling_policy_configuration"]
    [waiting, running, backlog] = tracking["customized_metric_specification"]["metrics"]

    assert (2, 30, 30) == (target["min_capacity"], target["max_capacity"], tracking["target_value"])
    assert "ApproximateNumberOfMessagesVisible" == waiting["metric_stat"]["metric"]["metric_name"]
    assert "RunningTaskCount" == running["metric_stat"]["metric"]["metric_name"]
    assert "waiting / IF(FILL(running, 0) > 0, FILL(running, 0), 1)" == backlog["expression"]


def test_what_starts_a_task_has_no_data():
    """
    The execution role fetches images and writes logs; the worker's role has the data and fetches nothing.
    """
    built = build()
    starting, working = built.allowed(f"{SERVICE}/execution/policy"), built.allowed(f"{SERVICE}/role/policy")

    assert {
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:GetAuthorizationToken",
        "ecr:GetDownloadUrlForLayer",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
    } == set(starting)
    assert not {action for action in working if action.startswith(("ecr:", "logs:"))}
    assert {"sqs:ReceiveMessage", "sqs:DeleteMessage", "s3:PutObject"} <= set(working)


def test_storage_of_tasks_is_under_the_key():
    """
    The key serves Fargate for this cluster of this account alone, and grants are for decrypting.
    """
    serving = [
        item
        for item in build().statements("keys/pipeline/key")
        if item["Principal"] == {"Service": "fargate.amazonaws.com"}
    ]
    clusters = {item["Condition"]["StringEquals"]["kms:EncryptionContext:aws:ecs:clusterName"] for item in serving}
    [granting] = [item for item in serving if "kms:CreateGrant" in item["Action"]]

    assert (2, {"documents-dev-workers"}) == (len(serving), clusters)
    assert ["Decrypt"] == granting["Condition"]["ForAllValues:StringEquals"]["kms:GrantOperations"]


@pytest.mark.parametrize(("cpu", "memory"), [(256, 1_536), (512, 512), (1_024, 9_216), (8_192, 17_408)])
def test_refuses_sizes_that_fargate_does_not_offer(cpu, memory):
    """
    The error names the memory that goes with the CPU units.
    """
    with pytest.raises(ValidationError, match=f"memory_mib is {memory}, which Fargate does not offer for {cpu} CPU"):
        ContainerServiceParams(cpu_units=cpu, memory_mib=memory)
