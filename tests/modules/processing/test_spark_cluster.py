from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from modules.errors import InputError
from modules.processing.spark_cluster import SparkClusterParams
from modules.processing.spark_fleets import SparkMachinesParams, SparkScalingParams, vcpus
from tests.modules import spark_sample
from tests.modules.foundation.test_existing_network import EXISTING
from tests.modules.spark_sample import CERTIFICATES, KEY, build

CLUSTER = "cluster/cluster"
EXISTING_NETWORK = {"network": {"own": None, "existing": EXISTING}}
ENDPOINTS = {**EXISTING["endpoint_ids"], "sts": "vpce-0123456789abcdef9"}


@pytest.fixture(name="built", scope="module")
def _built():
    return build()


def configuration(built):
    return json.loads(built["cluster/security/configuration"]["configuration"])


def test_without_certificates():
    """
    Without certificates nodes cannot talk TLS, so there is no cluster; the message says what to add where.
    """
    with pytest.raises(InputError, match=r"environment dev names no node_certificates.*node_certificates: \{bundle: "):
        build({"node_certificates": None})


def test_nodes_open_the_certificates_with_their_key():
    """
    Where the bundle is under a key, nodes open this bundle with it, through S3, and nothing else.
    """
    keyed = build({"node_certificates": {**CERTIFICATES["node_certificates"], "key": KEY}})
    [opening] = [item for item in keyed.statements("cluster/nodes/role/policy") if [KEY] == item["Resource"]]

    assert ["kms:Decrypt"] == opening["Action"]
    assert {
        "kms:ViaService": "s3.eu-central-1.amazonaws.com",
        "kms:EncryptionContext:aws:s3:arn": [
            "arn:aws:s3:::certificates",
            "arn:aws:s3:::certificates/spark/nodes.zip",
        ],
    } == opening["Condition"]["StringEquals"]


def test_disks_are_under_a_key_that_opens_nothing_else(built):
    """
    Nodes ask for one key by themselves, and no bucket uses it.
    """
    asked = [
        item["Resource"]
        for item in built.statements("cluster/nodes/role/policy")
        if "kms:Encrypt" in item["Action"] and "Condition" not in item
    ]
    rules = built.of_type("aws_s3_bucket_server_side_encryption_configuration").values()

    assert [["<cluster/disks/key.arn>"]] == asked
    assert not any("cluster/disks" in json.dumps(rule) for rule in rules)


def test_restricted_zones_keep_their_keys():
    """
    With restricted data each zone has a key, and EMR is told which for each bucket it writes to.
    """
    written = configuration(build(classification="restricted"))["EncryptionConfiguration"][
        "AtRestEncryptionConfiguration"
    ]
    overrides = written["S3EncryptionConfiguration"]["Overrides"]

    assert ["<keys/curated/key.arn>", "<keys/quarantine/key.arn>"] == [item["AwsKmsKey"] for item in overrides]


@pytest.mark.parametrize(
    ("instance_type", "volumes", "weight"), [("m7g.xlarge", 1, 4), ("r6g.2xlarge", 2, 8), ("c8g.8xlarge", 8, 32)]
)
def test_a_node_counts_as_its_vcpus(instance_type, volumes, weight):
    """
    Capacity is counted in vCPUs, and a node has a volume for each four of them.
    """
    built = spark_sample.cluster(machines={"node_types": [instance_type]})
    [machine] = built[CLUSTER]["core_instance_fleet"]["instance_type_configs"]

    assert weight == vcpus(instance_type) == machine["weighted_capacity"]
    assert [{"size": 128, "type": "gp3", "volumes_per_instance": volumes}] == machine["ebs_config"]


def test_what_managed_scaling_changes_is_left_to_it(built):
    """
    Terraform does not set back, or replace a cluster for, what managed scaling has changed.
    """
    targets = ["target_on_demand_capacity", "target_spot_capacity"]

    assert [f"core_instance_fleet[0].{target}" for target in targets] == built[CLUSTER]["lifecycle"]["ignore_changes"]
    assert targets == built["cluster/task_nodes"]["lifecycle"]["ignore_changes"]


@pytest.mark.parametrize(
    ("limits", "name", "words"),
    [
        ({"minimum_vcpus": 32}, "core_vcpus", "is 16, less than minimum_vcpus, 32"),
        ({"core_vcpus": 40}, "on_demand_vcpus", "is 32, less than core_vcpus, 40"),
        ({"on_demand_vcpus": 128}, "maximum_vcpus", "is 64, less than on_demand_vcpus, 128"),
    ],
)
def test_limits_out_of_order_are_refused(limits, name, words):
    """
    Core nodes are never on Spot, so the limit of what is on demand is not below theirs; the message says which and why.
    """
    with pytest.raises(ValidationError, match=f"{words}; raise it or lower") as error:
        SparkScalingParams(**limits)

    assert [(name,)] == [fault.path for each in error.value.errors() for fault in each["ctx"]["error"].faults]


@pytest.mark.parametrize("label", ["emr-6.15.0", "emr-7.4.0", "emr-7.13.0", "emr-7.10.1", "latest"])
def test_releases_out_of_range_are_refused(label):
    """
    A release is one of those that are known to know runtime roles, on Amazon Linux 2023.
    """
    with pytest.raises(ValidationError, match="release_label"):
        SparkClusterParams(release_label=label)


@pytest.mark.parametrize("instance_type", ["m4.xlarge", "t3.large", "m7g.medium", "p4d.24xlarge"])
def test_machines_without_nitro_are_refused(instance_type):
    """
    Old, small and special machines are no choice.
    """
    with pytest.raises(ValidationError, match="primary_type"):
        SparkMachinesParams(primary_type=instance_type)


def test_a_load_that_the_window_cannot_hold_is_told(built):
    """
    64 vCPUs at 1 MiB a second, four hours of a day: 10.7 MiB a second; 400 records a second of 1200 bytes, threefold.
    """
    share = built.graph.utilization()["spark-jobs"]

    assert 400 * 3 * 1200 / (64 * 1024**2 * 4 / 24) == pytest.approx(share)


def test_an_existing_network_needs_the_endpoints():
    """
    Nodes reach KMS and STS; a network without an endpoint for STS is refused with its name.
    """
    with pytest.raises(InputError, match="process spark-nodes needs VPC endpoints for sts, which the existing network"):
        build(EXISTING_NETWORK)


def test_an_existing_network_holds_the_cluster():
    """
    In a network that is there already, the three groups are made in it, and its endpoints stay as they are.
    """
    existing = {**EXISTING, "endpoint_ids": ENDPOINTS}
    built = build({"network": {"own": None, "existing": existing}})

    assert {EXISTING["vpc_id"]} == {group["vpc_id"] for group in built.of_type("aws_security_group").values()}
    assert EXISTING["subnet_ids"] == built[CLUSTER]["ec2_attributes"]["subnet_ids"]
    assert {} == built.of_type("aws_vpc_endpoint")


def test_every_rule_has_its_counterpart(built):
    """
    What is let out of one group is let into the other.
    """
    shape = ("ip_protocol", "from_port", "to_port")
    ends = ("security_group_id", "referenced_security_group_id")
    found = {
        way: {
            (tuple(rule[end] for end in order), tuple(rule[name] for name in shape))
            for path, rule in built.of_type(f"aws_vpc_security_group_{way}_rule").items()
            if path.startswith("cluster/network/")
        }
        for way, order in (("egress", ends), ("ingress", ends[::-1]))
    }

    assert 16 == len(found["egress"])
    assert found["egress"] == found["ingress"]


def test_failed_jobs_are_told(built):
    """
    A step that fails and a cluster that ends in error are events for the topic of this cluster alone.
    """
    pattern = json.loads(built["cluster/watch/rule"]["event_pattern"])

    assert ["<cluster/cluster.id>"] == pattern["detail"]["clusterId"]
    assert ["FAILED", "TERMINATED_WITH_ERRORS"] == pattern["detail"]["state"]
    assert "<cluster/watch/topic/topic.arn>" == built["cluster/watch/target"]["arn"]


@pytest.mark.parametrize(
    ("name", "metric", "operator", "threshold", "missing"),
    [
        ("cluster_idle", "IsIdle", "GreaterThanThreshold", 0.99, "notBreaching"),
        ("cluster_silent", "IsIdle", "GreaterThanThreshold", 1, "breaching"),
        ("cluster_memory", "YARNMemoryAvailablePercentage", "LessThanThreshold", 10, "notBreaching"),
        ("cluster_hdfs", "HDFSUtilization", "GreaterThanThreshold", 80, "notBreaching"),
        ("cluster_nodes", "MRUnhealthyNodes", "GreaterThanThreshold", 0, "notBreaching"),
        ("jobs_failed", "AppsFailed", "GreaterThanThreshold", 0, "notBreaching"),
    ],
)
def test_the_cluster_is_watched(built, name, metric, operator, threshold, missing):
    """
    Idle for a day, silent, out of memory, out of disk, nodes or jobs failing: each has an alarm.
    """
    alarm = built[f"alarms/{name}"]

    assert ("AWS/ElasticMapReduce", metric, {"JobFlowId": "<cluster/cluster.id>"}) == (
        alarm["namespace"],
        alarm["metric_name"],
        alarm["dimensions"],
    )
    assert (operator, threshold, missing) == (
        alarm["comparison_operator"],
        alarm["threshold"],
        alarm["treat_missing_data"],
    )


def test_a_day_without_a_job_is_told_before_the_cluster_ends():
    """
    The alarm rings after 24 hours; a cluster that would end before that cannot be asked for.
    """
    with pytest.raises(ValidationError, match="idle_hours"):
        SparkClusterParams(idle_hours=24)


def test_groups_have_names_of_their_own(built):
    """
    AWS takes the name of a security group once in a network.
    """
    names = [group["name"] for group in built.of_type("aws_security_group").values() if "name" in group]

    assert len(names) == len(set(names))
