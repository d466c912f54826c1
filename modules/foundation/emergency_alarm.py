"""
The alarm on emergency access in one region: an event rule, an encrypted topic and its receivers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bindings import Construct
from bindings.aws import CloudwatchEventRule, CloudwatchEventTarget, SnsTopic, SnsTopicPolicy, SnsTopicSubscription
from modules.foundation.key import Key, KeyParams
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
        by_rule = {"ArnEquals": {"aws:SourceArn": rule_arn}}
        key.serve("events.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], by_rule)
        topic = SnsTopic(
            self,
            "topic",
            provider=pipeline.provider,
            name=pipeline.resource_name(NAME),
            kms_master_key_id=key.arn,
        )
        self._open_to(topic, by_rule)
        for number, receiver in enumerate(pipeline.environment.alarm_receivers, start=1):
            SnsTopicSubscription(
                self,
                f"receiver_{number}",
                provider=pipeline.provider,
                topic_arn=topic.arn,
                protocol="email",
                endpoint=receiver,
            )
        CloudwatchEventTarget(
            self,
            "target",
            provider=pipeline.provider,
            rule=self.rule.name,
            target_id="receivers",
            arn=topic.arn,
        )

    def _open_to(self, topic: SnsTopic, by_rule: dict[str, Any]) -> None:
        arn = self._pipeline.arn("sns", str(topic.name))
        rule = {
            "Sid": "Rule",
            "Effect": "Allow",
            "Principal": {"Service": "events.amazonaws.com"},
            "Action": "sns:Publish",
            "Resource": arn,
            "Condition": by_rule,
        }
        tls_only = {
            "Sid": "TlsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "sns:Publish",
            "Resource": arn,
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }
        SnsTopicPolicy(
            self,
            "topic_policy",
            provider=self._pipeline.provider,
            arn=topic.arn,
            policy=json.dumps({"Version": "2012-10-17", "Statement": [rule, tls_only]}),
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
