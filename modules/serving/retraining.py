"""
A model that gets worse is trained anew: monitors ring, and the pipeline of training starts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Final

from bindings import Construct
from bindings.aws import CloudwatchEventRule, CloudwatchEventTarget, CloudwatchMetricAlarm
from modules.dataflow import Statement
from modules.foundation.every_queue import queue, queue_arn, queue_store
from modules.foundation.role import Role, service_trust
from modules.foundation.topic import Topic
from modules.params import Params, text
from modules.training.workplace import Workplace

EVENTS: Final = "events.amazonaws.com"
UNDELIVERED: Final = "retraining-failures"
PATIENCE_SECONDS: Final = 3_600  # that a start is tried again before it is given up on
RETRIES: Final = 10

BatchName = Annotated[
    str, text(r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$", "the name of an approved batch, such as 2026-11-25")
]


class RetrainingParams(Params):
    batch: BatchName
    """The approved batch that is learned from; who approves a newer one names it here."""


class Retraining(Construct):
    """
    When one of *alarms* rings, people are told, and the pipeline of the deployment *training* starts under a role that can do
    nothing else. A start that fails leaves word in a queue. What is trained waits for its approval as any model does.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: RetrainingParams,
        *,
        training: str,
        alarms: Sequence[CloudwatchMetricAlarm],
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        pipeline = place.pipeline
        name = pipeline.resource_name("model-drifts")
        arn = pipeline.arn("events", f"rule/{name}")
        source = {"ArnEquals": {"aws:SourceArn": arn}}
        rule = CloudwatchEventRule(
            self,
            "rule",
            name=name,
            description=f"The model gets worse; {training} trains another one",
            event_pattern=json.dumps(
                {
                    "source": ["aws.cloudwatch"],
                    "detail-type": ["CloudWatch Alarm State Change"],
                    "detail": {
                        "alarmName": [str(alarm.alarm_name) for alarm in alarms],
                        "state": {"value": ["ALARM"]},
                    },
                }
            ),
            state="ENABLED",
        )
        topic = Topic(self, "topic", name="drift", pipeline=pipeline, key=place.key, service=EVENTS, condition=source)
        CloudwatchEventTarget(self, "people", rule=rule.name, target_id="people", arn=topic.topic.arn)
        admitted = {
            "Sid": "Undelivered",
            "Effect": "Allow",
            "Principal": {"Service": EVENTS},
            "Action": "sqs:SendMessage",
            "Resource": queue_arn(pipeline, UNDELIVERED),
            "Condition": source,
        }
        made, guarded = queue(self, thing=UNDELIVERED, pipeline=pipeline, key=place.key, admitted=[admitted])
        telling = pipeline.process("drift-events", "aws_service", classification=pipeline.classification)
        telling.writes(queue_store(pipeline, UNDELIVERED, place.key))
        starting = pipeline.process("retraining", "event_rule")
        started = pipeline.arn("sagemaker", f"pipeline/{training}-training")
        starting.requires(Statement(("sagemaker:StartPipelineExecution",), (started,)))
        role = Role(self, "role", pipeline=pipeline, process=starting, trust=[service_trust(EVENTS, pipeline)])
        CloudwatchEventTarget(
            self,
            "training",
            rule=rule.name,
            target_id="training",
            arn=started,
            role_arn=role.arn,
            sagemaker_pipeline_target={"pipeline_parameter_list": [{"name": "Batch", "value": params.batch}]},
            dead_letter_config={"arn": made.arn},
            retry_policy={"maximum_event_age_in_seconds": PATIENCE_SECONDS, "maximum_retry_attempts": RETRIES},
            depends_on=[role.policy, guarded],
        )
        place.alarms.add(
            UNDELIVERED,
            "A model gets worse, and no training could be started; the queue says why",
            namespace="AWS/SQS",
            metric_name="ApproximateNumberOfMessagesVisible",
            dimensions={"QueueName": str(made.name)},
            threshold=0,
            statistic="Maximum",
        )
        place.alarms.add(
            "drift-untold",
            "A model gets worse, and people are not told, or no training is started",
            namespace="AWS/Events",
            metric_name="FailedInvocations",
            dimensions={"RuleName": name},
            threshold=0,
            statistic="Sum",
        )
