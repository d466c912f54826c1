"""
Alarms of a pipeline: one encrypted topic that people receive, and one alarm that says whether the pipeline is well.
"""

from __future__ import annotations

import json
from typing import Literal

from bindings import Construct, Deferred
from bindings.aws import (
    CloudwatchCompositeAlarm,
    CloudwatchMetricAlarm,
    SnsTopic,
    SnsTopicPolicy,
    SnsTopicSubscription,
)
from modules.foundation.key import Key
from modules.grants import Asset, Grant
from modules.pipeline import Pipeline

FIVE_MINUTES = 300


class Alarms(Construct):
    """Modules add their alarms with `add`; each notifies the environment's receivers, and so does its recovery."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, key: Key) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._alarms: list[CloudwatchMetricAlarm] = []
        self._topic = SnsTopic(self, "topic", name=pipeline.resource_name("alarms"), kms_master_key_id=key.arn)
        self.topic_arn = pipeline.arn("sns", str(self._topic.name))
        account = pipeline.environment.account_id
        from_alarms = {"ArnLike": {"aws:SourceArn": pipeline.arn("cloudwatch", f"alarm:{pipeline.name}-*")}}
        from_account = {"StringEquals": {"aws:SourceAccount": account}}
        key.serve("cloudwatch.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], from_account | from_alarms)
        publish = {
            "Sid": "Alarms",
            "Effect": "Allow",
            "Principal": {"Service": "cloudwatch.amazonaws.com"},
            "Action": "sns:Publish",
            "Resource": self.topic_arn,
            "Condition": from_account | from_alarms,
        }
        tls_only = {
            "Sid": "TlsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "sns:Publish",
            "Resource": self.topic_arn,
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }
        document = {"Version": "2012-10-17", "Statement": [publish, tls_only]}
        SnsTopicPolicy(self, "topic_policy", arn=self._topic.arn, policy=json.dumps(document))
        topic = Asset("alarms", "topic", pipeline.classification.value, self.topic_arn, lambda: [Grant("use", publish)])
        pipeline.graph.grants.add_asset(topic)
        pipeline.graph.grants.refuse(lambda: [tls_only])
        for number, receiver in enumerate(pipeline.environment.alarm_receivers, start=1):
            SnsTopicSubscription(
                self, f"receiver_{number}", topic_arn=self._topic.arn, protocol="email", endpoint=receiver
            )
        CloudwatchCompositeAlarm(
            self,
            "health",
            alarm_name=pipeline.resource_name("health"),
            alarm_description="The pipeline is not well: at least one of its alarms is raised",
            alarm_rule=Deferred(self._any_alarm),
            alarm_actions=[self._topic.arn],
        )

    def _any_alarm(self) -> str:
        if not self._alarms:
            raise ValueError(f"{self._pipeline.name}: no module added an alarm, so nothing tells that it is not well")
        return " OR ".join(f'ALARM("{alarm.alarm_name}")' for alarm in self._alarms)

    def add(  # noqa: PLR0913  # what CloudWatch calls an alarm has as many parts
        self,
        name: str,
        description: str,
        *,
        namespace: str,
        metric_name: str,
        dimensions: dict[str, str],
        threshold: float,
        statistic: Literal["Maximum", "Sum", "Average"],
        evaluation_periods: int = 1,
        missing: Literal["notBreaching", "breaching"] = "notBreaching",
    ) -> None:
        """Raise an alarm when *metric_name* is greater than *threshold* for *evaluation_periods* of five minutes."""
        alarm = CloudwatchMetricAlarm(
            self,
            name.replace("-", "_"),
            alarm_name=self._pipeline.resource_name(name),
            alarm_description=description,
            namespace=namespace,
            metric_name=metric_name,
            dimensions=dimensions,
            statistic=statistic,
            comparison_operator="GreaterThanThreshold",
            threshold=threshold,
            period=FIVE_MINUTES,
            evaluation_periods=evaluation_periods,
            treat_missing_data=missing,
            alarm_actions=[self._topic.arn],
            ok_actions=[self._topic.arn],
        )
        self._alarms.append(alarm)
