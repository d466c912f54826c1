"""
EMR clusters, what their nodes are held to, how they scale, and what holds for all clusters of a region.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from botocore.exceptions import ClientError

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned

ENDED = ("TERMINATING", "TERMINATED", "TERMINATED_WITH_ERRORS")
PLACE = "ec2_attributes[0]"
LIVE_PLACE = "Ec2InstanceAttributes"
SETTINGS = {
    "release_label": "ReleaseLabel",
    "termination_protection": "TerminationProtected",
    "security_configuration": "SecurityConfiguration",
    "log_encryption_kms_key_id": "LogEncryptionKmsKeyId",
    "step_concurrency_level": "StepConcurrencyLevel",
    "ebs_root_volume_size": "EbsRootVolumeSize",
    "applications": "Applications[].Name",
    f"{PLACE}.key_name": f"{LIVE_PLACE}.Ec2KeyName",
    f"{PLACE}.emr_managed_master_security_group": f"{LIVE_PLACE}.EmrManagedMasterSecurityGroup",
    f"{PLACE}.emr_managed_slave_security_group": f"{LIVE_PLACE}.EmrManagedSlaveSecurityGroup",
    f"{PLACE}.service_access_security_group": f"{LIVE_PLACE}.ServiceAccessSecurityGroup",
    f"{PLACE}.subnet_ids": f"{LIVE_PLACE}.RequestedEc2SubnetIds",
}
PERMITTED = "permitted_public_security_group_rule_range"
LIMITS = {
    "unit_type": "UnitType",
    "minimum_capacity_units": "MinimumCapacityUnits",
    "maximum_core_capacity_units": "MaximumCoreCapacityUnits",
    "maximum_ondemand_capacity_units": "MaximumOnDemandCapacityUnits",
    "maximum_capacity_units": "MaximumCapacityUnits",
}


def cluster(live: Live, planned: Planned) -> Iterator[Fact]:
    found = _asked(live, "describe_cluster", ClusterId=planned["id"])["Cluster"]
    if found["Status"]["State"] in ENDED:
        raise MissingError
    yield from same(planned, found, SETTINGS)
    yield from _named(planned, found)
    idle = _asked(live, "get_auto_termination_policy", ClusterId=planned["id"])
    yield from same(planned, idle, {"auto_termination_policy[0].idle_timeout": "AutoTerminationPolicy.IdleTimeout"})


def _named(planned: Planned, found: dict[str, Any]) -> Iterator[Fact]:
    """What AWS tells by another name than it was given: roles without their ARN, the place of logs as s3n."""
    role, profile = planned["service_role"], planned["ec2_attributes"][0]["instance_profile"]
    yield Fact("service_role", role.rpartition("/")[2], found["ServiceRole"].rpartition("/")[2])
    there = found["Ec2InstanceAttributes"]["IamInstanceProfile"]
    yield Fact("ec2_attributes.instance_profile", profile.rpartition("/")[2], there.rpartition("/")[2])
    yield Fact("log_uri", planned["log_uri"].partition(":")[2], found.get("LogUri", "").partition(":")[2])


def fleet(live: Live, planned: Planned) -> Iterator[Fact]:
    fleets = live.pages("emr", "list_instance_fleets", "InstanceFleets", ClusterId=planned["cluster_id"])
    found = live.only(fleets, Name=planned["name"], InstanceFleetType="TASK")
    types = "instance_type_configs[].[instance_type, weighted_capacity]"
    yield from same(planned, found, {types: "InstanceTypeSpecifications[].[InstanceType, WeightedCapacity]"})


def scaling(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = _asked(live, "get_managed_scaling_policy", ClusterId=planned["cluster_id"])
    limits = answer.get("ManagedScalingPolicy", {}).get("ComputeLimits")
    if not limits:
        raise MissingError
    yield from same(planned["compute_limits"][0], limits, LIMITS)


def security(live: Live, planned: Planned) -> Iterator[Fact]:
    found = _asked(live, "describe_security_configuration", Name=planned["name"])
    yield Fact("configuration", json.loads(planned["configuration"]), json.loads(found["SecurityConfiguration"]))


def public_access(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("emr").get_block_public_access_configuration()["BlockPublicAccessConfiguration"]
    name = "block_public_security_group_rules"
    yield from same(planned, found, {name: "BlockPublicSecurityGroupRules"})
    ranges = [[each["min_range"], each["max_range"]] for each in planned.get(PERMITTED) or []]
    there = [
        [each["MinRange"], each.get("MaxRange", each["MinRange"])]
        for each in found.get("PermittedPublicSecurityGroupRuleRanges") or []
    ]
    yield Fact(PERMITTED, ranges, there)


def profile(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("iam").get_instance_profile(InstanceProfileName=planned["name"])["InstanceProfile"]
    yield Fact("role", [planned["role"]], [each["RoleName"] for each in found["Roles"]])


def _asked(live: Live, operation: str, **arguments: str) -> dict[str, Any]:
    """EMR calls what is not there a bad request, as it calls nothing else that is asked here."""
    try:
        answer: dict[str, Any] = getattr(live.client("emr"), operation)(**arguments)
    except ClientError as error:
        if error.response["Error"]["Code"] == "InvalidRequestException":
            raise MissingError from error
        raise
    return answer


PROBES = {
    "aws_emr_block_public_access_configuration": public_access,
    "aws_emr_cluster": cluster,
    "aws_emr_instance_fleet": fleet,
    "aws_emr_managed_scaling_policy": scaling,
    "aws_emr_security_configuration": security,
    "aws_iam_instance_profile": profile,
}
