"""
Findings go to people by how bad they are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from bindings import Construct
from bindings.aws import CloudwatchEventRule, CloudwatchEventTarget, SnsTopic
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.topic import Topic
from modules.pipeline import Pipeline

SERVICE = "events.amazonaws.com"
Urgency = Literal["urgent", "routine"]


@dataclass(frozen=True)
class Route:
    """Events that match *pattern* go to the topic of this urgency."""

    urgency: Urgency
    says: str
    pattern: dict[str, Any]


def _security_hub(*labels: str) -> dict[str, Any]:
    """Open findings of the hub's own checks; those of other services come from the services, and sooner."""
    elsewhere = ["GuardDuty", "IAM Access Analyzer", "Macie"]
    return {
        "source": ["aws.securityhub"],
        "detail-type": ["Security Hub Findings - Imported"],
        "detail": {
            "findings": {
                "ProductName": [{"anything-but": elsewhere}],
                "RecordState": ["ACTIVE"],
                "Severity": {"Label": list(labels)},
                "Workflow": {"Status": ["NEW"]},
            }
        },
    }


def _guard_duty(*severity: object) -> dict[str, Any]:
    return {
        "source": ["aws.guardduty"],
        "detail-type": ["GuardDuty Finding"],
        "detail": {"severity": [{"numeric": list(severity)}]},
    }


def _macie(severity: str) -> dict[str, Any]:
    return {
        "source": ["aws.macie"],
        "detail-type": ["Macie Finding"],
        "detail": {"severity": {"description": [severity]}},
    }


def _analyzer(detail_type: str, **detail: list[Any]) -> dict[str, Any]:
    return {
        "source": ["aws.access-analyzer"],
        "detail-type": [detail_type],
        "detail": {"status": ["ACTIVE"], **detail},
    }


ROUTES: dict[str, Route] = {
    "threat-high": Route("urgent", "GuardDuty: severity 7 or more", _guard_duty(">=", 7)),
    "threat-medium": Route("routine", "GuardDuty: severity 4 to 7", _guard_duty(">=", 4, "<", 7)),
    "posture-high": Route("urgent", "Security Hub: critical or high", _security_hub("CRITICAL", "HIGH")),
    "posture-medium": Route("routine", "Security Hub: medium", _security_hub("MEDIUM")),
    "sensitive-high": Route("urgent", "Macie: high", _macie("High")),
    "sensitive-medium": Route("routine", "Macie: medium", _macie("Medium")),
    "external-access": Route(
        "urgent", "Access Analyzer: open to outsiders", _analyzer("Access Analyzer Finding", isPublic=[True, False])
    ),
    "unused-access": Route(
        "routine",
        "Access Analyzer: access that nobody uses",
        _analyzer("Unused Access Finding for IAM entities"),
    ),
    "rule-broken": Route(
        "routine",
        "Config: a resource breaks a rule",
        {
            "source": ["aws.config"],
            "detail-type": ["Config Rules Compliance Change"],
            "detail": {
                "messageType": ["ComplianceChangeNotification"],
                "newEvaluationResult": {"complianceType": ["NON_COMPLIANT"]},
            },
        },
    ),
}
"""By the name of the rule."""


class FindingsRouting(Construct):
    """Two topics that the environment's receivers get, a rule for each route, and an alarm when a rule cannot deliver."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, key: Key, alarms: Alarms) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        from_rules = {
            "StringEquals": {"aws:SourceAccount": pipeline.environment.account_id},
            "ArnLike": {"aws:SourceArn": pipeline.arn("events", f"rule/{pipeline.name}-*")},
        }
        topics = {
            urgency: Topic(
                self,
                f"{urgency}_topic",
                name=f"findings-{urgency}",
                pipeline=pipeline,
                key=key,
                service=SERVICE,
                condition=from_rules,
            )
            for urgency in ("urgent", "routine")
        }
        self.topic_arns = {urgency: topic.arn for urgency, topic in topics.items()}
        for name, route in ROUTES.items():
            self._rule(name, route, topics[route.urgency].topic, alarms)

    def _rule(self, name: str, route: Route, topic: SnsTopic, alarms: Alarms) -> None:
        rule = CloudwatchEventRule(
            self,
            name.replace("-", "_"),
            name=self._pipeline.resource_name(name),
            description=route.says,
            event_pattern=json.dumps(route.pattern),
            state="ENABLED",
        )
        CloudwatchEventTarget(
            self, f"{name.replace('-', '_')}_target", rule=rule.name, target_id="people", arn=topic.arn
        )
        alarms.add(
            f"{name}-undelivered",
            f"Findings do not reach people: {route.says}",
            namespace="AWS/Events",
            metric_name="FailedInvocations",
            dimensions={"RuleName": str(rule.name)},
            threshold=0,
            statistic="Sum",
        )
