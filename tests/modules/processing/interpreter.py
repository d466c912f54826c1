"""
Runs a definition in moto's interpreter of the Amazon States Language, with answers of services that a test decides.
"""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime

from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.evaluation_details import AWSExecutionDetails
from moto.stepfunctions.parser.asl.eval.event.event_manager import EventHistoryContext
from moto.stepfunctions.parser.asl.eval.states import ContextObjectData, ExecutionData, StateMachineData
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser
from moto.stepfunctions.parser.mocking.mock_config import (
    MockedResponseReturn,
    MockedResponseThrow,
    MockTestCase,
    StateMockedResponses,
)

ARN = "arn:aws:states:eu-central-1:111122223333"
NAME = "b1-0123456789abcdef"


class FaultError(Exception):
    """An error with which a service answers."""


def run(definition, answers, told):
    """
    The states that an execution with the input *told* enters, in order, and how it ends.

    *answers* gives for each state what its service answers each time it is asked: a value or a `FaultError`. Nobody waits.
    """
    responses = [
        StateMockedResponses(state, state, [_response(number, each) for number, each in enumerate(given)])
        for state, given in answers.items()
    ]
    context = ContextObjectData(
        Execution=ExecutionData(
            Id=f"{ARN}:execution:m:{NAME}",
            Input=told,
            Name=NAME,
            RoleArn=f"{ARN}:role",
            StartTime=str(datetime.now(UTC)),
        ),
        StateMachine=StateMachineData(Id=f"{ARN}:stateMachine:m", Name="m"),
    )
    environment = Environment(
        aws_execution_details=AWSExecutionDetails(
            account="111122223333", region="eu-central-1", role_arn=f"{ARN}:role"
        ),
        execution_type="STANDARD",
        context=context,
        event_history_context=EventHistoryContext.of_program_start(),
        cloud_watch_logging_session=None,
        activity_store={},
        mock_test_case=MockTestCase("m", "case", responses),
    )
    AmazonStateLanguageParser.parse(json.dumps(_hurried(definition)))[0].eval(environment)
    history = environment.event_manager.get_event_history()
    entered = [each["stateEnteredEventDetails"]["name"] for each in history if "stateEnteredEventDetails" in each]
    asked = [
        (each["taskScheduledEventDetails"]["resourceType"], json.loads(each["taskScheduledEventDetails"]["parameters"]))
        for each in history
        if "taskScheduledEventDetails" in each
    ]
    return entered, asked, history[-1]["type"]


def _hurried(definition):
    """
    The same states, without the pauses between them. The interpreter does not know EMR Serverless; since its answer is
    given here, the state asks as if it asked Glue.
    """
    hurried = copy.deepcopy(definition)
    for state in hurried["States"].values():
        for retry in state.get("Retry", []):
            retry.update(IntervalSeconds=1, BackoffRate=1.0, MaxDelaySeconds=2)
        if "Resource" in state:
            state["Resource"] = state["Resource"].replace("emr-serverless:", "glue:")
        if state["Type"] == "Wait":
            state["Seconds"] = 0
    return hurried


def _response(number, answer):
    if isinstance(answer, FaultError):
        return MockedResponseThrow(number, number, str(answer), "it said so")
    return MockedResponseReturn(number, number, answer)
