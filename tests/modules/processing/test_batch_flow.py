from __future__ import annotations

import json

import pytest
from statelint.linter import Linter

from tests.modules.lakehouse_sample import build
from tests.modules.processing.interpreter import NAME, FaultError, run

TOLD = {"bucket": "con-raw", "key": "batches/b1/manifest.json", "version": "v1"}
JOB = {"JobRunState": "SUCCEEDED"}
GOOD = {
    "Prepare": [JOB],
    "Register": [{}],
    "Evaluate": [{"RunId": "r1"}],
    "LookUp": [{"Status": "SUCCEEDED", "ResultIds": ["q1"]}],
    "Verdict": [{"Score": 1.0, "RuleResults": []}],
    "Publish": [{"JobRunId": "j1"}],
}
JUDGED = ["Prepare", "Register", "Evaluate", "WaitForVerdict", "LookUp", "Judged"]


@pytest.fixture(name="definition", scope="module")
def _definition():
    return json.loads(build()["flow/machine/machine"]["definition"])


def test_the_definition_keeps_the_rules_of_the_language(definition):
    """
    The published checker of the Amazon States Language has nothing to say.
    """
    assert [] == Linter.validate(definition)


def test_a_good_batch_is_published(definition):
    """
    What is prepared and keeps its rules is merged into the table.
    """
    entered, _, end = run(definition, GOOD, TOLD)

    assert [*JUDGED, "Verdict", "Good", "Publish", "Published"] == entered
    assert "ExecutionSucceeded" == end


def test_a_batch_that_breaks_a_rule_goes_to_quarantine(definition):
    """
    One rule that is broken keeps the batch from the table: it is rejected, with the verdict, and people are told.
    """
    verdict = {"Score": 0.75, "RuleResults": [{"Name": "Rule_4", "Result": "FAIL"}]}
    answers = {**GOOD, "Verdict": [verdict], "Reject": [JOB], "TellRejection": [{}]}
    entered, asked, end = run(definition, answers, TOLD)
    [said] = [
        parameters["Arguments"]["--verdict"]
        for _, parameters in asked
        if "--verdict" in parameters.get("Arguments", {})
    ]

    assert [*JUDGED, "Verdict", "Good", "Reject", "TellRejection", "Rejected"] == entered
    assert {"score": 0.75, "rules": verdict["RuleResults"]} == json.loads(said)
    assert "ExecutionSucceeded" == end


def test_a_batch_that_stays_half_written_is_told(definition):
    """
    A job that fails five times is given up on: the failure goes to the queue, and nothing is published.
    """
    answers = {**GOOD, "Prepare": [FaultError("States.TaskFailed")] * 5 + [JOB], "TellFailure": [{}]}
    entered, _, end = run(definition, answers, TOLD)

    assert ["Prepare", "TellFailure", "Failed"] == list(dict.fromkeys(entered))
    assert "ExecutionFailed" == end


def test_a_batch_that_is_complete_in_time_is_published(definition):
    """
    A batch whose files arrive while the job is tried again is worked on as if nothing had been.
    """
    entered, _, _ = run(definition, {**GOOD, "Prepare": [FaultError("States.TaskFailed")] * 4 + [JOB]}, TOLD)

    assert "Published" == entered[-1]


def test_a_busy_job_is_waited_for(definition):
    """
    A job whose runs are all taken is asked for again, and the batch goes on.
    """
    busy = FaultError("Glue.ConcurrentRunsExceededException")
    entered, _, end = run(definition, {**GOOD, "Prepare": [busy, busy, JOB]}, TOLD)

    assert "Published" == entered[-1]
    assert "ExecutionSucceeded" == end


def test_a_registered_partition_is_no_failure(definition):
    """
    A batch that is prepared again finds its partition in the catalog, and goes on to be judged.
    """
    entered, _, _ = run(definition, {**GOOD, "Register": [FaultError("Glue.AlreadyExistsException")]}, TOLD)

    assert "Published" == entered[-1]


@pytest.mark.parametrize("status", ["STARTING", "RUNNING"])
def test_a_verdict_that_takes_long_is_waited_for(definition, status):
    """
    While the rules are evaluated the execution goes back to waiting, and looks again.
    """
    choices = {each["StringEquals"]: each["Next"] for each in definition["States"]["Judged"]["Choices"]}

    assert "WaitForVerdict" == choices[status]
    assert "LookUp" == definition["States"]["WaitForVerdict"]["Next"]


def test_rules_that_cannot_be_evaluated_publish_nothing(definition):
    """
    Without a verdict nothing is published; the failure is told.
    """
    answers = {**GOOD, "LookUp": [{"Status": "FAILED", "ResultIds": []}], "TellFailure": [{}]}
    entered, _, end = run(definition, answers, TOLD)

    assert [*JUDGED, "NotJudged", "TellFailure", "Failed"] == entered
    assert "ExecutionFailed" == end


def test_everything_carries_the_name_of_the_execution(definition):
    """
    Partition, runs and failures bear the execution's name, so that a batch is found wherever it left a trace.
    """
    _, asked, _ = run(definition, GOOD, TOLD)
    texts = [json.dumps(parameters) for _, parameters in asked]

    named = [text for text in texts if text != "{}" and "RunId" not in text and "ResultId" not in text]

    assert 3 == len(named)
    assert all(NAME in text for text in named)
    assert f'batch=\\"{NAME}\\"' in next(text for text in texts if "pushDownPredicate" in text)


def test_each_try_of_a_job_run_is_one_of_its_own():
    """
    The token that keeps EMR Serverless from starting a run twice is another one when the state tries again.
    """
    publish = json.loads(build()["flow/machine/machine"]["definition"])["States"]["Publish"]

    assert "$$.State.RetryCount" in publish["Parameters"]["ClientToken.$"]
