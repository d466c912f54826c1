from __future__ import annotations

import json

import pytest

from modules.errors import InputError
from tests.planning import ROOT
from workflow.foreign import judging, stage
from workflow.foreign.template import read_template, unresolved
from workflow.gate_controls import read_controls

TEMPLATE = """\
AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Key: {Type: String}
  Name: {Type: String, Default: q}
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {QueueName: !Ref Name, KmsMasterKeyId: !Ref Key}
  Open:
    Type: AWS::SQS::Queue
    Properties: {QueueName: !Sub "${Name}-open"}
  Wait:
    Type: AWS::CloudFormation::WaitConditionHandle
"""


@pytest.fixture
def root(tmp_path):
    for name in ("policies", "controls", "requirements", ".venv-checkov"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "stack.yaml"
    path.write_text(TEMPLATE)
    return path


def test_a_template_is_judged(root, path):
    """
    The open queue is found, every resource is scanned, and what hangs on a parameter without a value is not evaluated.
    """
    verdict, _ = stage.gate_template(root, path, None)

    assert [("CKV_AWS_27", "AWS::SQS::Queue.Open")] == [(each.check, each.address) for each in verdict.findings]
    assert 3 == verdict.resources
    assert [] == verdict.errors
    assert ["KmsMasterKeyId"] == [entry["attribute"] for entry in verdict.not_evaluated]


@pytest.mark.parametrize("given", [{"Key": "arn:k"}, [{"ParameterKey": "Key", "ParameterValue": "arn:k"}]])
def test_values_of_parameters_can_be_given(tmp_path, path, given):
    """
    As a mapping, or as the AWS command line takes them.
    """
    values = tmp_path / "values.json"
    values.write_text(json.dumps(given))

    assert [] == unresolved(read_template(path, values))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Resources: [", "neither YAML nor JSON"),
        ("a: 1", "has no `Resources`"),
        ("Resources: {}", "has no `Resources`"),
        ("Resources: {A: {}}", "resource A has no `Type`"),
        ('{"planned_values": {}}', "make gate PLAN="),
        ("", "is empty"),
    ],
)
def test_what_is_no_template_is_told(path, text, cause):
    """
    The message says what is missing.
    """
    path.write_text(text)

    with pytest.raises(InputError, match=cause):
        read_template(path)


def test_an_unknown_parameter_is_told(tmp_path, path):
    """
    A misspelt one would leave a hole.
    """
    values = tmp_path / "values.json"
    values.write_text('{"Kee": "x"}')

    with pytest.raises(InputError, match="no parameter Kee"):
        read_template(path, values)


def test_a_scan_that_saw_nothing_is_an_error():
    """
    Resources that were not scanned, and a canary that passed, are named.
    """
    nothing = {"type": "cloudformation", "errors": [], "parsing_errors": [], "resources": [], "skipped": [], "passed": [], "failed": []}  # fmt: skip
    verdict = judging.verdict({"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}, nothing, nothing, read_controls(ROOT))

    assert not verdict.passed
    assert "AWS::SQS::Queue.Q: in the template and not scanned" in verdict.errors
    assert any(error.startswith("canary: AWS::SQS::Queue.Queue passed CKV_AWS_27") for error in verdict.errors)
