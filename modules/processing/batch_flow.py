"""
What happens to a batch, from its manifest to the table: prepare, judge, publish; or quarantine; or word of the failure.
"""

from __future__ import annotations

from typing import Any

from bindings import Construct
from modules.dataflow import Statement
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.pipeline import Pipeline
from modules.processing.failure_queue import FailureQueue
from modules.processing.glue_job import GlueJob
from modules.processing.publisher import Publisher
from modules.processing.quality_rules import QualityRules
from modules.processing.state_machine import StateMachine, retry
from modules.storage.staging import Staging

DAY = 24 * 60 * 60
EVALUATION_SECONDS = 30  # between looks at an evaluation, which takes minutes
NAME = "$$.Execution.Name"
BUSY = ("Glue.ConcurrentRunsExceededException", "Glue.ThrottlingException", "Glue.AWSGlueException")


class BatchFlow(Construct):
    """
    The state machine of a batch. The name of an execution is that of the batch, wherever it leaves a trace.

    A batch that is half-written when its manifest arrives is tried again for about half an hour. Whatever ends an execution
    is told to `failures`, with the name of the execution and the error.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        *,
        prepare: GlueJob,
        staging: Staging,
        quality: QualityRules,
        publisher: Publisher,
        reject: GlueJob,
        pipeline: Pipeline,
        key: Key,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self.failures = failures = FailureQueue(self, "failures", pipeline=pipeline, key=key, alarms=alarms)
        process = pipeline.process("batches", "state_machine", classification=pipeline.classification)
        process.writes(failures.store)
        staging.registered_by(process)
        process.requires(
            prepare.start_statement(),
            reject.start_statement(),
            *quality.start_statements(),
            *publisher.start_statements(),
            _managed_rule(pipeline),
        )
        self._partition = pipeline.environment.partition
        self._failed = [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.failure", "Next": "TellFailure"}]
        self.machine = StateMachine(
            self,
            "machine",
            comment=f"{pipeline.name}: from the manifest of a batch to the table",
            states={
                "Prepare": self._job(
                    prepare, "Register", **{f"--{name}.$": f"$.{name}" for name in ("bucket", "key", "version")}
                ),
                **self._judging(staging, quality),
                "Publish": self._publish(publisher),
                "Reject": self._job(reject, "TellRejection", **{"--verdict.$": "States.JsonToString($.verdict)"}),
                "TellRejection": self._tell(
                    failures, "Rejected", "States.Format('batch {} broke a rule', $$.Execution.Name)"
                ),
                "TellFailure": _last(self._tell(failures, "Failed", "$.failure.Cause")),
                "Published": {"Type": "Succeed"},
                "Rejected": {"Type": "Succeed"},
                "Failed": {"Type": "Fail", "Error": "BatchFailed", "Cause": "the queue of failures says why"},
            },
            timeout_seconds=DAY,
            process=process,
            pipeline=pipeline,
            key=key,
            alarms=alarms,
        )

    def _task(self, resource: str, parameters: dict[str, Any], following: str, *retries: Any, **further: Any) -> Any:
        return {
            "Type": "Task",
            "Resource": f"arn:{self._partition}:states:::{resource}",
            "Parameters": parameters,
            "ResultPath": None,
            "Retry": list(retries),
            "Catch": self._failed,
            "Next": following,
            **further,
        }

    def _job(self, job: GlueJob, following: str, **arguments: str) -> Any:
        parameters = {"JobName": job.name, "Arguments": {"--batch.$": NAME, **arguments}}
        busy, failed = retry(*BUSY, attempts=8), retry("States.ALL", interval=60, attempts=4)
        return self._task("glue:startJobRun.sync", parameters, following, busy, failed)

    def _judging(self, staging: Staging, quality: QualityRules) -> dict[str, Any]:
        """Register the batch's partition, have it judged, look until that has ended, and go where the verdict says."""
        again = retry("States.ALL")
        there = {"ErrorEquals": ["Glue.AlreadyExistsException"], "ResultPath": None, "Next": "Evaluate"}
        run = {"RunId.$": "$.evaluation.RunId"}
        found = {"status.$": "$.Status", "results.$": "$.ResultIds"}
        return {
            "Register": self._task(
                "aws-sdk:glue:createPartition",
                staging.partition(NAME),
                "Evaluate",
                retry("Glue.ConcurrentModificationException", "Glue.OperationTimeoutException"),
                Catch=[there, *self._failed],
            ),
            "Evaluate": self._task(
                "aws-sdk:glue:startDataQualityRulesetEvaluationRun",
                quality.evaluation(), "WaitForVerdict", again, ResultPath="$.evaluation",
            ),
            "WaitForVerdict": {"Type": "Wait", "Seconds": EVALUATION_SECONDS, "Next": "LookUp"},
            "LookUp": self._task(
                "aws-sdk:glue:getDataQualityRulesetEvaluationRun",
                run, "Judged", again, ResultSelector=found, ResultPath="$.look",
            ),
            "Judged": {
                "Type": "Choice",
                "Choices": [
                    {"Variable": "$.look.status", "StringEquals": "SUCCEEDED", "Next": "Verdict"},
                    *(
                        {"Variable": "$.look.status", "StringEquals": status, "Next": "WaitForVerdict"}
                        for status in ("STARTING", "RUNNING")
                    ),
                ],
                "Default": "NotJudged",
            },
            "NotJudged": {
                "Type": "Pass",
                "Result": {"Cause": "the rules could not be evaluated"},
                "ResultPath": "$.failure",
                "Next": "TellFailure",
            },
            "Verdict": self._task(
                "aws-sdk:glue:getDataQualityResult",
                {"ResultId.$": "$.look.results[0]"}, "Good", again,
                ResultSelector={"score.$": "$.Score", "rules.$": "$.RuleResults"},
                ResultPath="$.verdict",
            ),
            "Good": {
                "Type": "Choice",
                "Choices": [{"Variable": "$.verdict.score", "NumericGreaterThanEquals": 1, "Next": "Publish"}],
                "Default": "Reject",
            },
        }  # fmt: skip

    def _publish(self, publisher: Publisher) -> Any:
        token = "States.Hash(States.Format('{}/{}', $$.Execution.Name, $$.State.RetryCount), 'SHA-256')"  # noqa: S105  # an intrinsic
        parameters = {**publisher.run(NAME), "ClientToken.$": token}
        failed = retry("States.ALL", interval=60, attempts=4)
        return self._task("emr-serverless:startJobRun.sync", parameters, "Published", failed)

    def _tell(self, failures: FailureQueue, following: str, cause: str) -> Any:
        body = {"execution.$": "$$.Execution.Id", "batch.$": NAME, "object.$": "$", "cause.$": cause}
        parameters = {"QueueUrl": failures.queue.url, "MessageBody": body}
        return self._task("sqs:sendMessage", parameters, following, retry("States.ALL", interval=5))


def _last(state: dict[str, Any]) -> dict[str, Any]:
    """Without a catch: when not even the failure can be told, the execution fails, and its alarm rings."""
    return {key: value for key, value in state.items() if key != "Catch"}


def _managed_rule(pipeline: Pipeline) -> Statement:
    """Step Functions learns from a rule of its own making that a job has ended ("Call Amazon EMR Serverless")."""
    rule = pipeline.arn("events", "rule/StepFunctionsGetEventsForEMRServerlessJobRule")
    return Statement(("events:DescribeRule", "events:PutRule", "events:PutTargets"), (rule,))
