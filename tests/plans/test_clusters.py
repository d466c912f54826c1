"""
What holds for the plan of any Spark cluster, whatever its parameters.
"""

from __future__ import annotations

import json

import pytest

from tests.planning import ROOT, planned
from tests.plans.values import cluster_groups, rights, statements, texts

CLUSTERED = sorted(
    path.stem for path in (ROOT / "deployments").glob("*.yaml") if "blueprint: spark_cluster\n" in path.read_text()
)
CHANGING = ("Create", "Delete", "Modify", "Run", "Terminate")
EVERY_PORT = {("tcp", 0, 65_535), ("udp", 0, 65_535), ("icmp", -1, -1)}
RULES = {"in": "aws_vpc_security_group_ingress_rule", "out": "aws_vpc_security_group_egress_rule"}


@pytest.fixture(name="real", params=CLUSTERED)
def _real(request):
    return planned(request.param)


@pytest.fixture(name="cluster")
def _cluster(real):
    [found] = real.of("aws_emr_cluster").values()

    return found


@pytest.fixture(name="security")
def _security(real):
    [found] = real.of("aws_emr_security_configuration").values()

    return json.loads(found["configuration"])


@pytest.fixture(name="keys")
def _keys(real):
    """The purpose of each key of the plan, by its ARN."""
    aliases = {item["target_key_id"]: item["name"].split("/")[-1] for item in real.of("aws_kms_alias").values()}

    return {key["arn"]: aliases[key["key_id"]] for key in real.of("aws_kms_key").values()}


def buckets(real):
    """
    Names of buckets by zone.
    """
    return {item["tags"]["zone"]: item["bucket"] for item in real.of("aws_s3_bucket").values()}


def test_there_are_clusters():
    """
    The fixtures below look at something, in both environments.
    """
    assert {"features-dev", "features-prod"} <= set(CLUSTERED)


def test_objects_are_written_under_the_key_of_their_bucket(real, security):
    """
    EMR asks for the very key that each bucket it writes to demands.
    """
    written = security["EncryptionConfiguration"]["AtRestEncryptionConfiguration"]["S3EncryptionConfiguration"]
    rules = {
        item["bucket"]: item["rule"][0]["apply_server_side_encryption_by_default"][0]["kms_master_key_id"]
        for item in real.of("aws_s3_bucket_server_side_encryption_configuration").values()
        if item["bucket"] != buckets(real)["logs"]
    }
    zones = [buckets(real)[zone] for zone in ("curated", "quarantine")]

    assert {name: rules[name] for name in zones} == {
        item["BucketName"]: item["AwsKmsKey"] for item in written["Overrides"]
    }
    assert {"SSE-KMS"} == {item["EncryptionMode"] for item in (written, *written["Overrides"])}


def test_disks_have_a_key_of_their_own(security, keys):
    """
    Local disks and volumes, the root's too, are encrypted with the key that is for disks.
    """
    disks = security["EncryptionConfiguration"]["AtRestEncryptionConfiguration"]["LocalDiskEncryptionConfiguration"]

    assert {"EncryptionKeyProviderType": "AwsKms", "EnableEbsEncryption": True} == {
        name: value for name, value in disks.items() if name != "AwsKmsKey"
    }
    assert "disks" == keys[disks["AwsKmsKey"]]


def test_nodes_talk_tls_with_certificates_of_the_environment(real, security):
    """
    The certificates are the environment's, by their place in a bucket, and no key is in the plan.
    """
    bundle = real.loaded.environment.node_certificates.bundle
    transit = security["EncryptionConfiguration"]["InTransitEncryptionConfiguration"]["TLSCertificateConfiguration"]

    assert security["EncryptionConfiguration"]["EnableInTransitEncryption"] is True
    assert {"CertificateProviderType": "PEM", "S3Object": f"s3://{bundle.split(':::')[1]}"} == transit


def test_jobs_are_not_the_machines(security):
    """
    Session tokens that stay on the machine, and a role for each step.
    """
    assert {"MinimumInstanceMetadataServiceVersion": 2, "HttpPutResponseHopLimit": 1} == security[
        "InstanceMetadataServiceConfiguration"
    ]
    assert security["AuthorizationConfiguration"]["IAMConfiguration"]["EnableApplicationScopedIAMRole"] is True


def test_the_cluster_is_private_and_nobody_logs_in(real, cluster):
    """
    Private subnets of the plan, groups of the plan, no SSH key, nothing secret.
    """
    [place] = cluster["ec2_attributes"]
    groups = {group["id"] for group in real.of("aws_security_group").values()}

    assert {subnet["id"] for subnet in real.of("aws_subnet").values()} == set(place["subnet_ids"])
    assert 3 == len(set(cluster_groups(real).values()) & groups)
    assert place["additional_master_security_groups"] == place["additional_slave_security_groups"]
    assert place["additional_master_security_groups"] in groups - set(cluster_groups(real).values())
    assert not place.get("key_name")
    assert not cluster.get("kerberos_attributes")


@pytest.mark.parametrize(("way", "own"), [("in", "security_group_id"), ("out", "referenced_security_group_id")])
def test_nodes_talk_with_each_other_and_the_service_on_its_ports(real, way, own):
    """
    Every port between nodes, 8443 from the service and 9443 to it, and the same for both directions.
    """
    parts = {group: part for part, group in cluster_groups(real).items()}
    other = {"security_group_id": "referenced_security_group_id"}.get(own, "security_group_id")
    found = {}
    for rule in real.of(RULES[way]).values():
        ends = (parts.get(rule.get(other)), parts.get(rule.get(own)))
        if None not in ends:
            found.setdefault(ends, set()).add((rule["ip_protocol"], rule["from_port"], rule["to_port"]))
    machines = ("primary", "nodes")
    between = {(one, another): EVERY_PORT for one in machines for another in machines}
    service = {("service", machine): {("tcp", 8443, 8443)} for machine in machines}
    service |= {(machine, "service"): {("tcp", 9443, 9443)} for machine in machines}

    assert between | service == found


def test_anybody_reads_packages_of_aws_and_nothing_else(real):
    """
    The endpoint of S3 lets everybody read two buckets of AWS, and no other endpoint lets everybody do anything.
    """
    region = real.loaded.environment.region
    open_ = {
        arn: texts(item["Action"])
        for endpoint in real.of("aws_vpc_endpoint").values()
        for item in statements(endpoint["policy"])
        if item["Effect"] == "Allow" and "Condition" not in item
        for arn in texts(item["Resource"])
    }
    packages = (f"al2023-repos-{region}-de612dc2", f"repo.{region}.emr.amazonaws.com")

    assert {f"arn:aws:s3:::{name}/*": ["s3:GetObject"] for name in packages} == open_


def test_the_cluster_scales_within_its_limits(real, cluster):
    """
    At least the minimum, core nodes within what is on demand, all of it within the maximum that the deployment states; what
    runs at first is the minimum.
    """
    stated = real.loaded.deployment.parameters.cluster.machines.scaling
    [policy] = real.of("aws_emr_managed_scaling_policy").values()
    [limits] = policy["compute_limits"]
    [core], [task] = cluster["core_instance_fleet"], real.of("aws_emr_instance_fleet").values()

    assert cluster["id"] == policy["cluster_id"] == task["cluster_id"]
    assert {
        "unit_type": "InstanceFleetUnits",
        "minimum_capacity_units": stated.minimum_vcpus,
        "maximum_core_capacity_units": stated.core_vcpus,
        "maximum_ondemand_capacity_units": stated.on_demand_vcpus,
        "maximum_capacity_units": stated.maximum_vcpus,
    } == limits
    assert (stated.minimum_vcpus, 0) == (core["target_on_demand_capacity"], core["target_spot_capacity"])
    assert (0, 0) == (task["target_on_demand_capacity"], task["target_spot_capacity"])


def test_a_forgotten_cluster_ends_and_a_used_one_is_protected(real, cluster):
    """
    It ends after the hours that the deployment states, which the alarm comes before; one wrong call does not end it.
    """
    hours = real.loaded.deployment.parameters.cluster.idle_hours
    [idle] = [item for item in real.of("aws_cloudwatch_metric_alarm").values() if item["alarm_name"].endswith("-idle")]

    assert [{"idle_timeout": hours * 3600}] == cluster["auto_termination_policy"]
    assert idle["period"] * idle["evaluation_periods"] < hours * 3600
    assert cluster["termination_protection"] is True


def test_logs_of_steps_are_kept_encrypted(real, cluster, keys):
    """
    In the bucket for them, with the key of that bucket.
    """
    [rule] = [
        item["rule"][0]["apply_server_side_encryption_by_default"][0]
        for item in real.of("aws_s3_bucket_server_side_encryption_configuration").values()
        if item["bucket"] == buckets(real)["job-logs"]
    ]

    assert f"s3://{buckets(real)['job-logs']}/" == cluster["log_uri"]
    assert rule["kms_master_key_id"] == cluster["log_encryption_kms_key_id"]
    assert cluster["log_encryption_kms_key_id"] in keys


def test_the_service_changes_only_machines_of_its_cluster(real):
    """
    What EMR changes is named, or carries the deployment's tag, or is needed for a launch; groups it changes none.
    """
    deployment = real.loaded.deployment.name
    allowing = rights(real)["spark-service"]
    for item in allowing:
        changing = [action for action in texts(item["Action"]) if action.split(":")[1].startswith(CHANGING)]
        equal = item.get("Condition", {}).get("StringEquals", {})
        tagged = deployment in (equal.get("aws:RequestTag/deployment"), equal.get("aws:ResourceTag/deployment"))
        wide = [arn for arn in texts(item["Resource"]) if "*" in arn]
        launch = {"fleet/*", "image/ami-*", "network-interface/*"}
        assert not changing or tagged or not wide or {arn.split(":")[5] for arn in wide} <= launch

    assert not any(
        "SecurityGroup" in action and "Describe" not in action for item in allowing for action in item["Action"]
    )


def test_machines_get_no_data(real):
    """
    The role of machines reads the certificates and no bucket of the plan, and may become the role of jobs alone.
    """
    account, deployment = real.loaded.environment.account_id, real.loaded.deployment.name
    allowing = rights(real)["spark-nodes"]
    read = {arn for item in allowing if "s3:GetObject" in item["Action"] for arn in item["Resource"]}
    become = {arn for item in allowing if "sts:AssumeRole" in item["Action"] for arn in item["Resource"]}

    assert {real.loaded.environment.node_certificates.bundle} == read
    assert {f"arn:aws:iam::{account}:role/{deployment}-spark-jobs"} == become


def test_steps_start_under_the_role_of_jobs_alone(real, cluster):
    """
    Whoever starts steps has to give them the role of jobs, on clusters of this deployment, as this one is by its tag.
    """
    [starting] = [
        item for item in rights(real)["spark-submitter"] if "elasticmapreduce:AddJobFlowSteps" in item["Action"]
    ]
    [jobs] = [role["arn"] for role in real.of("aws_iam_role").values() if role["name"].endswith("-spark-jobs")]

    assert {
        "ArnEquals": {"elasticmapreduce:ExecutionRoleArn": jobs},
        "StringEquals": {"elasticmapreduce:ResourceTag/deployment": cluster["tags_all"]["deployment"]},
    } == starting["Condition"]
