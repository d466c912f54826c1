"""
The alarm on emergency access in one region: an event rule, an encrypted topic and its receivers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bindings import Construct
from bindings.aws import CloudwatchEventRule, CloudwatchEventTarget
from modules.foundation.key import Key, KeyParams
from modules.foundation.topic import Topic
from modules.pipeline import Pipeline

NAME = "emergency-access"
EVERY_EVENT = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
"""Reading calls too, which EventBridge leaves out otherwise."""


class EmergencyAlarm(Construct):
    """Tells the environment's receivers when *role* is taken on, when a session of it calls, and when *users* sign in."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, role: str, users: Sequence[str]) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        key = Key(self, "key", KeyParams(purpose=NAME), pipeline=pipeline, classification=pipeline.classification)
        self.rule = CloudwatchEventRule(
            self,
            "rule",
            provider=pipeline.provider,
            name=pipeline.resource_name(NAME),
            description="Emergency access is used",
            event_pattern=json.dumps(pattern(role, users)),
            state=EVERY_EVENT,
        )
        rule_arn = pipeline.arn("events", f"rule/{pipeline.resource_name(NAME)}")
        topic = Topic(
            self,
            "topic",
            name=NAME,
            pipeline=pipeline,
            key=key,
            service="events.amazonaws.com",
            condition={"ArnEquals": {"aws:SourceArn": rule_arn}},
        )
        CloudwatchEventTarget(
            self,
            "target",
            provider=pipeline.provider,
            rule=self.rule.name,
            target_id="receivers",
            arn=topic.topic.arn,
        )


def pattern(role: str, users: Sequence[str]) -> dict[str, Any]:
    """Events of the trail: the role is asked for, even in vain; its session calls; one of *users* does anything."""
    taken_on = {"eventSource": ["sts.amazonaws.com"], "requestParameters": {"roleArn": [role]}}
    in_use = {"userIdentity": {"sessionContext": {"sessionIssuer": {"arn": [role]}}}}
    unsealed = [{"userIdentity": {"arn": list(users)}}] if users else []
    return {
        "detail-type": ["AWS API Call via CloudTrail", "AWS Console Sign In via CloudTrail"],
        "detail": {"$or": [taken_on, in_use, *unsealed]},
    }
