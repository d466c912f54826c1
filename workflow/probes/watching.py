"""
Log groups, alarms and dashboards.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned


def log_group(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["name"]
    found = live.only(
        live.pages("logs", "describe_log_groups", "logGroups", logGroupNamePrefix=name), logGroupName=name
    )
    yield from same(planned, found, {"retention_in_days": "retentionInDays", "kms_key_id": "kmsKeyId"})


def log_stream(live: Live, planned: Planned) -> Iterator[Fact]:
    group, name = planned["log_group_name"], planned["name"]
    there = live.pages("logs", "describe_log_streams", "logStreams", logGroupName=group, logStreamNamePrefix=name)
    yield from same(planned, live.only(there, logStreamName=name), {"name": "logStreamName"})


def metric_alarm(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("cloudwatch").describe_alarms(AlarmNames=[planned["alarm_name"]], AlarmTypes=["MetricAlarm"])
    for found in answer["MetricAlarms"]:
        yield from same(
            planned,
            found,
            {
                "namespace": "Namespace",
                "metric_name": "MetricName",
                "statistic": "Statistic",
                "comparison_operator": "ComparisonOperator",
                "threshold": "Threshold",
                "period": "Period",
                "evaluation_periods": "EvaluationPeriods",
                "treat_missing_data": "TreatMissingData",
                "actions_enabled": "ActionsEnabled",
                "alarm_actions": "AlarmActions",
                "ok_actions": "OKActions",
            },
        )
        dimensions = {each["Name"]: each["Value"] for each in found["Dimensions"]}
        yield Fact("dimensions", planned.get("dimensions"), dimensions)
        return
    raise MissingError


def composite_alarm(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("cloudwatch").describe_alarms(
        AlarmNames=[planned["alarm_name"]], AlarmTypes=["CompositeAlarm"]
    )
    for found in answer["CompositeAlarms"]:
        yield from same(
            planned,
            found,
            {"alarm_rule": "AlarmRule", "actions_enabled": "ActionsEnabled", "alarm_actions": "AlarmActions"},
        )
        return
    raise MissingError


def dashboard(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("cloudwatch").get_dashboard(DashboardName=planned["dashboard_name"])
    yield Fact("dashboard_body", json.loads(planned["dashboard_body"]), json.loads(found["DashboardBody"]))


PROBES = {
    "aws_cloudwatch_composite_alarm": composite_alarm,
    "aws_cloudwatch_dashboard": dashboard,
    "aws_cloudwatch_log_group": log_group,
    "aws_cloudwatch_log_stream": log_stream,
    "aws_cloudwatch_metric_alarm": metric_alarm,
}
