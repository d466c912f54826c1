from __future__ import annotations

import json

import boto3
import pytest
from moto import mock_aws

from functions.batch_starter import handler as starter

MACHINE = "arn:aws:states:eu-central-1:111122223333:stateMachine:batches"
TEST = {"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "con-raw"}


def notification(key="batches/b1/manifest.json", version="v1"):
    told = {"bucket": {"name": "con-raw"}, "object": {"key": key, "versionId": version, "size": 1}}
    return json.dumps({"Records": [{"eventName": "ObjectCreated:Put", "s3": told}]})


def messages(*bodies):
    return {"Records": [{"messageId": f"m{number}", "body": body} for number, body in enumerate(bodies)]}


@pytest.fixture(name="states")
def _states(monkeypatch):
    """
    Step Functions as moto has it, with the state machine that batches go to.
    """
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    with mock_aws():
        starter._states.cache_clear()
        client = boto3.client("stepfunctions")
        made = client.create_state_machine(
            name="batches",
            definition=json.dumps({"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}),
            roleArn="arn:aws:iam::123456789012:role/machine",
        )
        monkeypatch.setenv("STATE_MACHINE_ARN", made["stateMachineArn"])
        yield client
    starter._states.cache_clear()


def _names(states):
    [machine] = states.list_state_machines()["stateMachines"]
    return [each["name"] for each in states.list_executions(stateMachineArn=machine["stateMachineArn"])["executions"]]


def test_a_manifest_starts_one_execution(states):
    """
    The execution gets bucket, key and version, and its name begins with that of the batch.
    """
    answer = starter.handler(messages(notification()), None)
    [machine] = states.list_state_machines()["stateMachines"]
    [made] = states.list_executions(stateMachineArn=machine["stateMachineArn"])["executions"]
    told = json.loads(states.describe_execution(executionArn=made["executionArn"])["input"])

    assert {"batchItemFailures": []} == answer
    assert made["name"].startswith("b1-")
    assert {"bucket": "con-raw", "key": "batches/b1/manifest.json", "version": "v1"} == told


def test_being_told_twice_starts_once(states):
    """
    The same version of a manifest, told again, starts nothing and is no failure.
    """
    starter.handler(messages(notification()), None)

    assert {"batchItemFailures": []} == starter.handler(messages(notification(), notification()), None)
    assert 1 == len(_names(states))


def test_a_new_version_is_another_execution(states):
    """
    The same key written again is worked on again.
    """
    starter.handler(messages(notification(), notification(version="v2")), None)

    assert 2 == len(set(_names(states)))


def test_the_test_of_s3_is_passed_over(states):
    """
    What S3 sends when notifications are set up starts nothing and is no failure.
    """
    assert {"batchItemFailures": []} == starter.handler(messages(json.dumps(TEST)), None)
    assert [] == _names(states)


@pytest.mark.parametrize(
    "body",
    ["{", "[]", "{}", '{"Records": [{"s3": {}}]}', notification(version="v1").replace('"versionId": "v1", ', "")],
)
def test_what_makes_no_sense_comes_again_alone(states, body):
    """
    A message that is no notification is reported; the others are worked on.
    """
    answer = starter.handler(messages(body, notification()), None)

    assert {"batchItemFailures": [{"itemIdentifier": "m0"}]} == answer
    assert 1 == len(_names(states))


def test_names_keep_the_rules_of_step_functions():
    """
    Whatever a batch is called, the name has at most 80 characters, and only such as Step Functions takes.
    """
    name = starter.execution_name({"bucket": "b", "key": f"batches/{'ä b' * 60}/manifest.json", "version": "v"})

    assert 73 == len(name)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_key_is_read_as_s3_writes_it():
    """
    S3 escapes keys in notifications as forms do.
    """
    [batch] = starter.batches(notification(key="batches/b+1%2B/manifest.json"))

    assert "batches/b 1+/manifest.json" == batch["key"]
