"""
Who would notice an event: read from what is deployed, never assumed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from workflow.drill.filter_pattern import matches
from workflow.drill.record import Record

if TYPE_CHECKING:
    import boto3

EVENT_DELAY = "about a minute: CloudTrail hands management events to EventBridge as they happen, without a promise"
TRAIL_DELAY = (
    "about 10 minutes: CloudTrail delivers to CloudWatch Logs within 5 minutes on average and promises nothing, "
    "and the alarm looks at 5 minutes at a time"
)

ARN_PARTS = 6  # arn:partition:service:region:account:resource


@dataclass(frozen=True)
class Notice:
    """One way in which people learn of an event: *kind* of detection, its *name*, the *record* seen, whom it reaches, how late."""

    kind: str
    name: str
    event: str
    region: str
    topic: str
    receivers: tuple[str, ...]
    delay: str

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


class Detection:
    """The event rules, metric filters and alarms of an account as they are when this is made."""

    def __init__(self, session: boto3.Session, regions: list[str]) -> None:
        self._rules = [rule for region in regions for rule in _rules(session, region)]
        self._filters = list(_filters(session))

    def notices(self, record: Record) -> list[Notice]:
        """Everything that would tell somebody of *record*; a detection that reaches nobody is none."""
        found = [*self._by_rule(record), *self._by_filter(record)]
        return [notice for notice in found if notice.receivers]

    def _by_rule(self, record: Record) -> Iterator[Notice]:
        from moto.events.models import EventPattern

        service = record["eventSource"].partition(".")[0]
        signs_in = record["eventSource"] == "signin.amazonaws.com"
        detail_type = "AWS Console Sign In via CloudTrail" if signs_in else "AWS API Call via CloudTrail"
        event: Any = {
            "source": f"aws.{service}",
            "detail-type": detail_type,
            "region": record["awsRegion"],
            "account": record["userIdentity"]["accountId"],
            "detail": record,
        }
        for region, name, pattern, topic, receivers in self._rules:
            if region == record["awsRegion"] and EventPattern(None, pattern).matches_event(event):
                yield Notice("event rule", name, record["eventName"], region, topic, receivers, EVENT_DELAY)

    def _by_filter(self, record: Record) -> Iterator[Notice]:
        for region, pattern, alarm, topic, receivers in self._filters:
            if matches(pattern, record):
                yield Notice("trail alarm", alarm, record["eventName"], region, topic, receivers, TRAIL_DELAY)


def _rules(session: boto3.Session, region: str) -> Iterator[tuple[str, str, dict[str, Any], str, tuple[str, ...]]]:
    events = session.client("events", region_name=region)
    for rule in events.list_rules()["Rules"]:
        if rule["State"] == "DISABLED" or "EventPattern" not in rule:
            continue
        for target in events.list_targets_by_rule(Rule=rule["Name"])["Targets"]:
            topic = target["Arn"]
            yield region, rule["Name"], json.loads(rule["EventPattern"]), topic, receivers(session, topic)


def _filters(session: boto3.Session) -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
    """Pattern, alarm and topic of each metric filter on the log group of a trail that is recording."""
    trails = session.client("cloudtrail")
    for trail in trails.describe_trails()["trailList"]:
        group = trail.get("CloudWatchLogsLogGroupArn", "").split(":log-group:")[-1].removesuffix(":*")
        if not group or not trails.get_trail_status(Name=trail["TrailARN"])["IsLogging"]:
            continue
        filters = session.client("logs").describe_metric_filters(logGroupName=group)["metricFilters"]
        alarms = session.client("cloudwatch").describe_alarms(AlarmTypes=["MetricAlarm"])["MetricAlarms"]
        for each in filters:
            metrics = {(one["metricNamespace"], one["metricName"]) for one in each["metricTransformations"]}
            for alarm in alarms:
                if (alarm["Namespace"], alarm["MetricName"]) in metrics and alarm["ActionsEnabled"]:
                    for topic in alarm["AlarmActions"]:
                        reached = receivers(session, topic)
                        yield str(session.region_name), each["filterPattern"], alarm["AlarmName"], topic, reached


def receivers(session: boto3.Session, topic: str) -> tuple[str, ...]:
    """Whom a topic reaches; nobody when *topic* is none, or has no subscription."""
    parts = topic.split(":")
    if len(parts) != ARN_PARTS or parts[2] != "sns":
        return ()
    listed = session.client("sns", region_name=parts[3]).list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    return tuple(sorted(f"{each['Protocol']}: {each['Endpoint']}" for each in listed))
