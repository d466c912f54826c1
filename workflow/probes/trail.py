"""
The audit trail, and what is looked for in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned

OPERATORS = {
    "equals": "Equals",
    "not_equals": "NotEquals",
    "starts_with": "StartsWith",
    "not_starts_with": "NotStartsWith",
    "ends_with": "EndsWith",
    "not_ends_with": "NotEndsWith",
}


def trail(live: Live, planned: Planned) -> Iterator[Fact]:
    client = live.client("cloudtrail")
    found = client.get_trail(Name=planned["arn"])["Trail"]
    yield from same(
        planned,
        found,
        {
            "s3_bucket_name": "S3BucketName",
            "kms_key_id": "KmsKeyId",
            "cloud_watch_logs_group_arn": "CloudWatchLogsLogGroupArn",
            "cloud_watch_logs_role_arn": "CloudWatchLogsRoleArn",
            "enable_log_file_validation": "LogFileValidationEnabled",
            "include_global_service_events": "IncludeGlobalServiceEvents",
            "is_multi_region_trail": "IsMultiRegionTrail",
            "is_organization_trail": "IsOrganizationTrail",
        },
    )
    yield Fact("enable_logging", planned["enable_logging"], client.get_trail_status(Name=planned["arn"])["IsLogging"])
    selectors = client.get_event_selectors(TrailName=planned["arn"])
    yield Fact("event_selector", planned.get("event_selector"), selectors.get("EventSelectors"))
    yield Fact(
        "advanced_event_selector",
        {item["name"]: _fields(item["field_selector"]) for item in planned.get("advanced_event_selector") or []},
        {item["Name"]: _live_fields(item) for item in selectors.get("AdvancedEventSelectors") or []},
    )
    insights = client.get_insight_selectors(TrailName=planned["arn"]).get("InsightSelectors", [])
    yield Fact(
        "insight_selector",
        [item["insight_type"] for item in planned.get("insight_selector") or []],
        [item["InsightType"] for item in insights],
    )


def _fields(selectors: list[dict[str, Any]]) -> dict[str, Any]:
    """The values of an advanced selector by field and operator."""
    return {item["field"]: {name: item.get(name) for name in OPERATORS} for item in selectors}


def _live_fields(selector: dict[str, Any]) -> dict[str, Any]:
    return {
        item["Field"]: {name: item.get(live) for name, live in OPERATORS.items()} for item in selector["FieldSelectors"]
    }


def metric_filter(live: Live, planned: Planned) -> Iterator[Fact]:
    there = live.pages(
        "logs",
        "describe_metric_filters",
        "metricFilters",
        logGroupName=planned["log_group_name"],
        filterNamePrefix=planned["name"],
    )
    found = live.only(there, filterName=planned["name"])
    yield from same(
        planned,
        found,
        {
            "pattern": "filterPattern",
            "metric_transformation[0].name": "metricTransformations[0].metricName",
            "metric_transformation[0].namespace": "metricTransformations[0].metricNamespace",
            "metric_transformation[0].value": "metricTransformations[0].metricValue",
            "metric_transformation[0].dimensions": "metricTransformations[0].dimensions",
        },
    )


PROBES = {"aws_cloudtrail": trail, "aws_cloudwatch_log_metric_filter": metric_filter}
