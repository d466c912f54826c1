"""
Workers on EKS.
"""

from __future__ import annotations

import json

import pytest

from modules.errors import InputError
from tests.modules.sample import ACCOUNT, DEPLOYMENT, ENVIRONMENT, REGION, ROLE, Built, merged
from tests.modules.workers_sample import CLUSTER, DIGEST, FORMS, build
from tests.modules.workers_sample import DEPLOYMENT as WORKERS

ARN = f"arn:aws:eks:{REGION}:{ACCOUNT}:cluster/documents-dev-workers"


def manifest():
    items = json.loads(build("eks").blocks["output"]["manifest"]["value"])["items"]
    return {item["kind"]: item for item in items}


def test_the_cluster_is_closed():
    """
    Reached from its network only, by those that have an entry, and its creator has none.
    """
    cluster = build("eks")[f"{CLUSTER}/cluster"]
    network = cluster["vpc_config"]

    assert (True, False) == (network["endpoint_private_access"], network["endpoint_public_access"])
    assert {"authentication_mode": "API", "bootstrap_cluster_creator_admin_permissions": False} == (
        cluster["access_config"]
    )


def test_secrets_and_logs():
    """
    Secrets are under the pipeline's key; all five logs go to an encrypted group that is there first.
    """
    built = build("eks")
    cluster = built[f"{CLUSTER}/cluster"]

    assert {"provider": {"key_arn": "<keys/pipeline/key.arn>"}, "resources": ["secrets"]} == cluster[
        "encryption_config"
    ]
    assert ["api", "audit", "authenticator", "controllerManager", "scheduler"] == cluster["enabled_cluster_log_types"]
    assert "/aws/eks/documents-dev-workers/cluster" == built[f"{CLUSTER}/logs/log_group"]["name"]
    assert any("log_group" in address for address in cluster["depends_on"])


def test_pods_act_as_themselves():
    """
    The service account of the workers has the workers' role, which EKS takes on for this cluster only.
    """
    built = build("eks")
    identity = built[f"{CLUSTER}/identity"]
    [trust] = built.statements(f"{CLUSTER}/role/role", "assume_role_policy")

    assert ("default", "worker") == (identity["namespace"], identity["service_account"])
    assert ["sts:AssumeRole", "sts:TagSession"] == trust["Action"]
    assert {"aws:SourceArn": ARN} == trust["Condition"]["ArnEquals"]
    assert "eks-pod-identity-agent" in {item["addon_name"] for item in built.of_type("aws_eks_addon").values()}


def test_nodes_have_no_data():
    """
    Nodes fetch images, of the stack and of add-ons, and may neither read the queue nor write results.
    """
    allowed = build("eks").allowed(f"{CLUSTER}/node_role/policy")
    registries = {arn.split(":")[4] for arn in allowed["ecr:BatchGetImage"]}

    assert {ACCOUNT, "602401143452"} == registries
    assert [ARN] == allowed["eks-auth:AssumeRoleForPodIdentity"]
    assert not {action for action in allowed if action.startswith(("s3:", "sqs:", "kms:"))}


def test_nodes_are_bounded():
    """
    Between floor and ceiling, from a template with one hop, and scaling is left alone.
    """
    built = build("eks")
    nodes = built[f"{CLUSTER}/nodes"]

    assert {"min_size": 2, "max_size": 30, "desired_size": 2} == nodes["scaling_config"]
    assert f"<{CLUSTER}/machine.id>" == nodes["launch_template"]["id"]
    assert {"ignore_changes": ["scaling_config[0].desired_size"]} == nodes["lifecycle"]
    assert "AL2023_ARM_64_STANDARD" == nodes["ami_type"]


def test_operators_work_in_one_namespace():
    """
    An operator may edit in the workers' namespace, and nobody is given more.
    """
    [entry] = build("eks").of_type("aws_eks_access_policy_association").values()

    assert f"{ROLE}operator" == entry["principal_arn"]
    assert "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy" == entry["policy_arn"]
    assert {"type": "namespace", "namespaces": ["default"]} == entry["access_scope"]


def test_ports_of_the_cluster():
    """
    HTTPS and kubelets between control plane and nodes, DNS between nodes, HTTPS to endpoints, and nothing else.
    """
    rules = build("eks").of_type("aws_vpc_security_group_ingress_rule").values()

    assert {("tcp", 443), ("tcp", 10_250), ("tcp", 53), ("udp", 53)} == {
        (rule["ip_protocol"], rule["from_port"]) for rule in rules
    }


def test_the_manifest_runs_one_closed_worker_on_each_node():
    """
    A daemon set of the image by digest, as Kubernetes' restricted standard asks, under the service account with the role.
    """
    found = manifest()
    pod = found["DaemonSet"]["spec"]["template"]["spec"]
    [worker] = pod["containers"]

    assert "worker" == found["ServiceAccount"]["metadata"]["name"] == pod["serviceAccountName"]
    assert worker["image"].endswith(f"/documents-dev-worker@{DIGEST}")
    assert pod["securityContext"]["runAsNonRoot"]
    assert {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    } == worker["securityContext"]


def test_a_region_whose_registry_is_not_known_is_refused():
    """
    Without the registry of the add-ons nodes would never be ready; the error says where to look.
    """
    place = {"region": "mx-central-1", "zones": [f"mx-central-1{zone}" for zone in "abc"]}
    deployment = merged(WORKERS, {"parameters": {"workers": FORMS["eks"]}})

    with pytest.raises(InputError, match=r"registry of EKS add-ons in mx-central-1.*choose form ecs or ec2"):
        Built(deployment, merged(ENVIRONMENT, place), archives={})


def test_other_blueprints_have_no_way_to_layers():
    """
    A network through which no image comes does not open the way to layers.
    """
    plain = Built(DEPLOYMENT, ENVIRONMENT)

    assert "starport" not in json.dumps(plain["network/s3_endpoint"])
