"""
Containers, clusters and machines of every plan that has them.
"""

from __future__ import annotations

import base64
import re

import pytest

from tests.planning import DEPLOYMENTS, planned
from tests.plans.values import at

SCALED = {
    "aws_autoscaling_group": ("desired_capacity", "min_size", "max_size"),
    "aws_ecs_service": ("desired_count", None, None),
    "aws_eks_node_group": ("scaling_config[0].desired_size", "scaling_config.min_size", "scaling_config.max_size"),
}
"""What scaling changes at run time, by type, and between which arguments."""
DIGEST = re.compile(r"@sha256:[0-9a-f]{64}\b")
WORKERS = [name for name in DEPLOYMENTS if name.startswith(("documents-", "labels-", "scans-"))]


@pytest.fixture(name="workers", params=WORKERS)
def _workers(request):
    """
    The plan of each deployment with workers.
    """
    return planned(request.param)


def test_what_scaling_changes_is_left_alone(workers):
    """
    Terraform ignores the number that scaling changes at run time, so that a second plan stays empty.
    """
    configured = workers.configuration["resource"]
    scaled = {(kind, name): block for kind in SCALED for name, block in configured.get(kind, {}).items()}

    assert 1 == len(scaled)
    for (kind, _), block in scaled.items():
        assert [SCALED[kind][0]] == block["lifecycle"]["ignore_changes"]


def test_workers_have_a_floor_and_a_ceiling(workers):
    """
    Workers run between the floor and the ceiling of the deployment.
    """
    asked = workers.loaded.deployment.parameters.workers
    targets = workers.of("aws_appautoscaling_target").values()
    bounds = [(item["min_capacity"], item["max_capacity"]) for item in targets]
    for kind, (_, low, high) in SCALED.items():
        bounds += [(*at(item, low), *at(item, high)) for item in workers.of(kind).values() if low]

    assert [(asked.floor, asked.ceiling)] == bounds


def test_workers_follow_the_backlog(workers):
    """
    One policy tracks the waiting messages of the plan's queue for each running worker, at what the deployment allows to wait.
    """
    asked = workers.loaded.deployment.parameters.workers
    [policy] = workers.of("aws_appautoscaling_policy", "aws_autoscaling_policy").values()
    [tracking] = [value[0] for name, value in policy.items() if name.startswith("target_tracking") and value]
    metrics = {item["id"]: item for item in at(tracking, "customized_metric_specification.metrics")}
    [queue] = at(metrics["waiting"], "metric_stat.metric.dimensions.value")

    assert asked.wait_seconds / asked.message_seconds == tracking["target_value"]
    assert queue in {item["name"] for item in workers.of("aws_sqs_queue").values() if item.get("redrive_policy")}
    assert ["backlog"] == [name for name, item in metrics.items() if item.get("return_data")]


def test_images_are_named_by_digest(workers):
    """
    Every place that names the workers' image names it by the digest of the deployment.
    """
    said = [item["container_definitions"] for item in workers.of("aws_ecs_task_definition").values()]
    templates = workers.of("aws_launch_template").values()
    said += [base64.b64decode(item["user_data"]).decode() for item in templates if item.get("user_data")]
    outputs = workers.configuration["output"]
    said += [outputs["manifest"]["value"]] if "manifest" in outputs else []

    assert said
    wanted = f"@{workers.loaded.deployment.parameters.workers.image_digest}"
    assert all({wanted} == set(DIGEST.findall(text)) for text in said)


def test_machines_keep_their_credentials(workers):
    """
    Machines give metadata to sessions on themselves only, have no public address, and no key to sign in with.
    """
    for template in workers.of("aws_launch_template").values():
        [metadata] = template["metadata_options"]
        [interface] = template["network_interfaces"]

        assert ("required", 1) == (metadata["http_tokens"], metadata["http_put_response_hop_limit"])
        assert "false" == interface["associate_public_ip_address"]
        assert not template.get("key_name")


def test_clusters_are_closed(workers):
    """
    A cluster is reached from its network only, and nobody is its administrator.
    """
    for cluster in workers.of("aws_eks_cluster").values():
        [network], [access] = cluster["vpc_config"], cluster["access_config"]

        assert (False, True) == (network["endpoint_public_access"], network["endpoint_private_access"])
        assert ("API", False) == (
            access["authentication_mode"],
            access["bootstrap_cluster_creator_admin_permissions"],
        )
        assert 5 == len(cluster["enabled_cluster_log_types"])
    given = [item["policy_arn"] for item in workers.of("aws_eks_access_policy_association").values()]
    assert not any("Admin" in arn for arn in given)
