"""
Alarms of a pipeline: one encrypted topic that people receive, and one alarm that says whether the pipeline is well.
"""

from __future__ import annotations

from typing import Literal

from bindings import Construct, Deferred
from bindings.aws import CloudwatchCompositeAlarm, CloudwatchMetricAlarm
from modules.foundation.key import Key
from modules.foundation.topic import Topic
from modules.pipeline import Pipeline

FIVE_MINUTES = 300


class Alarms(Construct):
    """Modules add their alarms with `add`; each notifies the environment's receivers, and so does its recovery."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, key: Key) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._alarms: list[CloudwatchMetricAlarm] = []
        condition = {
            "StringEquals": {"aws:SourceAccount": pipeline.environment.account_id},
            "ArnLike": {"aws:SourceArn": pipeline.arn("cloudwatch", f"alarm:{pipeline.name}-*")},
        }
        topic = Topic(
            self,
            "topic",
            name="alarms",
            pipeline=pipeline,
            key=key,
            service="cloudwatch.amazonaws.com",
            condition=condition,
        )
        self.topic_arn, self._topic = topic.arn, topic.topic
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
        comparison: Literal["GreaterThanThreshold", "LessThanThreshold"] = "GreaterThanThreshold",
    ) -> CloudwatchMetricAlarm:
        """Raise an alarm when *metric_name* is greater (or less) than *threshold* for *evaluation_periods* of five minutes."""
        alarm = CloudwatchMetricAlarm(
            self,
            name.replace("-", "_"),
            alarm_name=self._pipeline.resource_name(name),
            alarm_description=description,
            namespace=namespace,
            metric_name=metric_name,
            dimensions=dimensions,
            statistic=statistic,
            comparison_operator=comparison,
            threshold=threshold,
            period=FIVE_MINUTES,
            evaluation_periods=evaluation_periods,
            treat_missing_data=missing,
            alarm_actions=[self._topic.arn],
            ok_actions=[self._topic.arn],
        )
        self._alarms.append(alarm)
        return alarm
