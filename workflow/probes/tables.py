"""
DynamoDB tables and the scaling of their capacity.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned


def table(live: Live, planned: Planned) -> Iterator[Fact]:
    dynamodb, name = live.client("dynamodb"), planned["name"]
    found = dynamodb.describe_table(TableName=name)["Table"]
    yield from same(
        planned,
        found,
        {
            "hash_key": "KeySchema[?KeyType=='HASH'].AttributeName | [0]",
            "deletion_protection_enabled": "DeletionProtectionEnabled",
            "server_side_encryption[0].kms_key_arn": "SSEDescription.KMSMasterKeyArn",
            "stream_enabled": "StreamSpecification.StreamEnabled",
            "stream_view_type": "StreamSpecification.StreamViewType",
            "replica[].region_name": "Replicas[].RegionName",
        },
    )
    billing = found.get("BillingModeSummary", {}).get("BillingMode", "PROVISIONED")
    yield Fact("billing_mode", planned["billing_mode"], billing)
    backups = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    recovery = backups.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus")
    yield Fact("point_in_time_recovery.enabled", planned["point_in_time_recovery"][0]["enabled"], recovery == "ENABLED")
    expiry = dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    expires = expiry.get("TimeToLiveStatus") in ("ENABLED", "ENABLING")
    yield Fact("ttl.attribute_name", planned["ttl"][0]["attribute_name"], expires and expiry.get("AttributeName"))


def contributor_insights(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("dynamodb").describe_contributor_insights(TableName=planned["table_name"])
    yield Fact("enabled", planned=True, live=found["ContributorInsightsStatus"] in ("ENABLED", "ENABLING"))


def scalable_target(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("application-autoscaling").describe_scalable_targets(
        ServiceNamespace=planned["service_namespace"],
        ResourceIds=[planned["resource_id"]],
        ScalableDimension=planned["scalable_dimension"],
    )
    found = next(iter(answer["ScalableTargets"]), None)
    if found is None:
        raise MissingError
    yield from same(planned, found, {"min_capacity": "MinCapacity", "max_capacity": "MaxCapacity"})


def scaling_policy(live: Live, planned: Planned) -> Iterator[Fact]:
    there = live.pages(
        "application-autoscaling",
        "describe_scaling_policies",
        "ScalingPolicies",
        ServiceNamespace=planned["service_namespace"],
        ResourceId=planned["resource_id"],
        ScalableDimension=planned["scalable_dimension"],
    )
    found = live.only(there, PolicyName=planned["name"])
    tracking, live_tracking = (
        "target_tracking_scaling_policy_configuration[0]",
        "TargetTrackingScalingPolicyConfiguration",
    )
    metric = "predefined_metric_specification[0].predefined_metric_type"
    yield from same(
        planned,
        found,
        {
            "policy_type": "PolicyType",
            f"{tracking}.target_value": f"{live_tracking}.TargetValue",
            f"{tracking}.{metric}": f"{live_tracking}.PredefinedMetricSpecification.PredefinedMetricType",
            f"{tracking}.customized_metric_specification[0].metric_name": (
                f"{live_tracking}.CustomizedMetricSpecification.MetricName"
            ),
            f"{tracking}.customized_metric_specification[0].metrics[].id": (
                f"{live_tracking}.CustomizedMetricSpecification.Metrics[].Id"
            ),
            f"{tracking}.customized_metric_specification[0].metrics[].expression": (
                f"{live_tracking}.CustomizedMetricSpecification.Metrics[].Expression"
            ),
        },
    )


PROBES = {
    "aws_appautoscaling_policy": scaling_policy,
    "aws_appautoscaling_target": scalable_target,
    "aws_dynamodb_contributor_insights": contributor_insights,
    "aws_dynamodb_table": table,
}
