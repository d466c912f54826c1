"""
What happens to a batch of training data, from its manifest to its features: judge, promote, ingest; or word of the refusal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bindings import Construct
from modules.dataflow import Statement
from modules.processing.failure_queue import FailureQueue
from modules.processing.state_machine import StateMachine, retry
from modules.training.data_quarantine import DataQuarantine
from modules.training.feature_group import FeatureGroup
from modules.training.isolated_jobs import handing, starting, uses_disks
from modules.training.workplace import Workplace

DAY = 24 * 60 * 60
FOLDER = "States.ArrayGetItem(States.StringSplit($.key, '/'), 1)"
"""The batch's own name, the folder below `batches/` of its manifest's key."""


class Intake(Construct):
    """
    The state machine of a batch. Both a refusal and a fault are told to a queue and end the execution as failed, so that the
    alarm makes somebody look; data that is refused stays in quarantine.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        quarantine: DataQuarantine,
        features: FeatureGroup,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        pipeline = place.pipeline
        self._partition = pipeline.environment.partition
        self._failures = FailureQueue(self, "failures", pipeline=pipeline, key=place.key, alarms=place.alarms)
        process = pipeline.process("intake", "state_machine", classification=pipeline.classification)
        process.writes(self._failures.store)
        rule = pipeline.arn("events", "rule/StepFunctionsGetEventsForSageMakerProcessingJobsRule")
        process.requires(
            *starting(
                "processing", f"{pipeline.name}-*", roles=[quarantine.judge], outputs=[quarantine.verdicts.key],
                place=place,
            ),
            handing(quarantine.judge),
            Statement(("lambda:InvokeFunction",), (quarantine.function_arn, features.function_arn)),
            Statement(("events:DescribeRule", "events:PutRule", "events:PutTargets"), (rule,)),
        )  # fmt: skip
        uses_disks(place, process)
        again = retry("States.ALL", interval=60, attempts=3)
        name = {"ProcessingJobName.$": f"States.Format('{pipeline.name}-{{}}', States.UUID())"}
        called = {"batch.$": FOLDER, "key.$": "$.key"}
        payload = {"FunctionName": quarantine.function_arn, "Payload": {"batch.$": "$.batch"}}
        ingested = {"FunctionName": features.function_arn, "Payload": {"batch.$": "$.batch"}}
        verdict = {"decision.$": "$.Payload.decision", "reasons.$": "$.Payload.reasons"}
        self.machine = StateMachine(
            self,
            "machine",
            comment=f"{pipeline.name}: from the manifest of a batch to its approval",
            states={
                "Name": {"Type": "Pass", "Parameters": called, "Next": "Judge"},
                "Judge": self._task("sagemaker:createProcessingJob.sync", {**name, **quarantine.job}, "Promote", again),
                "Promote": self._task(
                    "lambda:invoke", payload, "Approved", again, ResultSelector=verdict, ResultPath="$.verdict"
                ),
                "Approved": {
                    "Type": "Choice",
                    "Choices": [{"Variable": "$.verdict.decision", "StringEquals": "approved", "Next": "Ingest"}],
                    "Default": "TellRefusal",
                },
                "Ingest": self._task("lambda:invoke", ingested, "Learnable", again),
                "TellRefusal": self._tell("States.JsonToString($.verdict.reasons)", "Refused"),
                "TellFailure": self._tell("$.failure.Cause", "Failed"),
                "Learnable": {"Type": "Succeed"},
                "Refused": {"Type": "Fail", "Error": "BatchRefused", "Cause": "the record of the approvals says why"},
                "Failed": {"Type": "Fail", "Error": "BatchFailed", "Cause": "the queue of failures says why"},
            },
            timeout_seconds=DAY,
            process=process,
            pipeline=pipeline,
            key=place.key,
            alarms=place.alarms,
        )

    def _task(
        self, resource: str, parameters: Mapping[str, Any], following: str, patience: Mapping[str, Any], **further: Any
    ) -> dict[str, Any]:
        return {
            "Type": "Task",
            "Resource": f"arn:{self._partition}:states:::{resource}",
            "Parameters": dict(parameters),
            "ResultPath": None,
            "Retry": [patience],
            "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.failure", "Next": "TellFailure"}],
            "Next": following,
            **further,
        }

    def _tell(self, cause: str, following: str) -> dict[str, Any]:
        """When not even this can be told, the execution fails all the same, and its alarm rings."""
        body = {"execution.$": "$$.Execution.Id", "batch.$": "$.batch", "cause.$": cause}
        parameters = {"QueueUrl": self._failures.queue.url, "MessageBody": body}
        caught = {"ErrorEquals": ["States.ALL"], "ResultPath": "$.untold", "Next": following}
        return self._task("sqs:sendMessage", parameters, following, retry("States.ALL", interval=5)) | {
            "Catch": [caught]
        }
