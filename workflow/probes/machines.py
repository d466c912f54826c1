"""
Machines: the template they start from, the group that keeps their number, and what makes it change.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned


def template(live: Live, planned: Planned) -> Iterator[Fact]:
    versions = live.client("ec2").describe_launch_template_versions(
        LaunchTemplateId=planned["id"], Versions=["$Default"]
    )
    found = versions["LaunchTemplateVersions"][0]["LaunchTemplateData"]
    yield from same(
        planned,
        found,
        {
            "image_id": "ImageId",
            "instance_type": "InstanceType",
            "key_name": "KeyName",
            "user_data": "UserData",
            "iam_instance_profile[0].arn": "IamInstanceProfile.Arn",
            "monitoring[0].enabled": "Monitoring.Enabled",
            "metadata_options[0].http_tokens": "MetadataOptions.HttpTokens",
            "metadata_options[0].http_put_response_hop_limit": "MetadataOptions.HttpPutResponseHopLimit",
            "network_interfaces[].security_groups[]": "NetworkInterfaces[].Groups[]",
            "block_device_mappings[].device_name": "BlockDeviceMappings[].DeviceName",
            "block_device_mappings[].ebs[].kms_key_id": "BlockDeviceMappings[].Ebs.KmsKeyId",
        },
    )
    texts = {
        "block_device_mappings": (
            [_true(ebs.get("encrypted")) for item in planned["block_device_mappings"] for ebs in item["ebs"]],
            [item["Ebs"].get("Encrypted") for item in found.get("BlockDeviceMappings", [])],
        ),
        "network_interfaces.associate_public_ip_address": (
            [_true(item.get("associate_public_ip_address")) for item in planned["network_interfaces"]],
            [item.get("AssociatePublicIpAddress", False) for item in found.get("NetworkInterfaces", [])],
        ),
    }
    for name, (expected, there) in texts.items():
        yield Fact(name, [str(value) for value in expected], [str(value) for value in there])


def group(live: Live, planned: Planned) -> Iterator[Fact]:
    found = _group(live, planned["name"])
    yield from same(
        planned,
        found,
        {
            "min_size": "MinSize",
            "max_size": "MaxSize",
            "health_check_type": "HealthCheckType",
            "launch_template[0].id": "LaunchTemplate.LaunchTemplateId",
            "max_instance_lifetime": "MaxInstanceLifetime",
        },
    )
    yield Fact("vpc_zone_identifier", planned["vpc_zone_identifier"], found.get("VPCZoneIdentifier", "").split(","))
    yield Fact("enabled_metrics", planned["enabled_metrics"], [item["Metric"] for item in found["EnabledMetrics"]])


def policy(live: Live, planned: Planned) -> Iterator[Fact]:
    there = live.pages(
        "autoscaling",
        "describe_policies",
        "ScalingPolicies",
        AutoScalingGroupName=planned["autoscaling_group_name"],
    )
    found = live.only(there, PolicyName=planned["name"])
    tracking, there_tracking = "target_tracking_configuration[0]", "TargetTrackingConfiguration"
    specification = f"{tracking}.customized_metric_specification[0].metrics"
    yield from same(
        planned,
        found,
        {
            "policy_type": "PolicyType",
            f"{tracking}.target_value": f"{there_tracking}.TargetValue",
            f"{specification}[].id": f"{there_tracking}.CustomizedMetricSpecification.Metrics[].Id",
            f"{specification}[].expression": f"{there_tracking}.CustomizedMetricSpecification.Metrics[].Expression",
        },
    )


def profile(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("iam").get_instance_profile(InstanceProfileName=planned["name"])["InstanceProfile"]
    yield Fact("role", [planned["role"]], [role["RoleName"] for role in found["Roles"]])


def _group(live: Live, name: str) -> Planned:
    answer = live.client("autoscaling").describe_auto_scaling_groups(AutoScalingGroupNames=[name])
    found: Planned | None = next(iter(answer["AutoScalingGroups"]), None)
    if found is None:
        raise MissingError
    return found


def _true(value: object) -> bool:
    """Launch templates take these switches as text, so that they can be left out."""
    return str(value).lower() == "true"


PROBES = {
    "aws_autoscaling_group": group,
    "aws_autoscaling_policy": policy,
    "aws_iam_instance_profile": profile,
    "aws_launch_template": template,
}
