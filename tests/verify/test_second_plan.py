"""
After an apply a second plan is empty, and names what is not as it was applied.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.verify.conftest import ACCOUNT, REGION
from workflow.emulator.leave_outs import leave_out
from workflow.second_plan import changed, second_plan
from workflow.synth import write_override
from workflow.terraform import Terraform
from workflow.workspace import Workspace, write_json

ROOT = Path(__file__).parents[2]
GROUP = "aws_cloudwatch_log_group.g"
STACK = {
    "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}},
    "provider": {"aws": [{"region": REGION, "allowed_account_ids": [ACCOUNT]}]},
    "resource": {
        "aws_cloudwatch_log_group": {"g": {"name": "/millrace/second-plan", "retention_in_days": 30}},
        "aws_cloudwatch_composite_alarm": {"a": {"alarm_name": "a", "alarm_rule": "FALSE"}},
    },
    "output": {"days": {"value": "${aws_cloudwatch_log_group.g.retention_in_days}"}},
}


@pytest.fixture(name="applied", scope="module")
def _applied(emulator, tmp_path_factory):
    """A workspace in which a log group is applied and an alarm left out; gives the second plan of it."""
    place = Workspace(tmp_path_factory.mktemp("root"), "orders-dev", "local")
    place.folder.mkdir(parents=True)
    write_json(place.configuration, STACK)
    override, _ = leave_out(STACK)
    write_override(place, offline=False, left_out=override)
    terraform = Terraform.find(ROOT)
    terraform.init(place.folder, environment=emulator.environment())
    terraform.run(place.folder, "apply", "-auto-approve", "-input=false", environment=emulator.environment())
    return place, lambda left_out: second_plan(place, terraform, emulator.environment(), left_out)


@pytest.mark.slow
def test_empty(applied):
    """
    With the same resources left out nothing is to be changed, and no override stays that leaves anything out.
    """
    place, plan_again = applied

    assert [] == plan_again(leave_out(STACK)[0])
    assert "resource" not in json.loads(place.override.read_text())


@pytest.mark.slow
def test_left_out_by_nobody(applied):
    """
    Without leaving it out, the alarm would be created.
    """
    _, plan_again = applied

    assert ["aws_cloudwatch_composite_alarm.a"] == plan_again({})


@pytest.mark.slow
def test_drift(applied, session):
    """
    A setting that was changed behind Terraform's back shows up with its address.
    """
    _, plan_again = applied
    logs = session.client("logs")
    logs.put_retention_policy(logGroupName="/millrace/second-plan", retentionInDays=1)
    drift = plan_again(leave_out(STACK)[0])
    logs.put_retention_policy(logGroupName="/millrace/second-plan", retentionInDays=30)

    assert GROUP in drift


def test_outputs_count():
    """
    A plan that only changes an output is not empty either; one that only reads is.
    """
    resources = [
        {"address": "a.b", "change": {"actions": ["no-op"]}},
        {"address": "a.c", "change": {"actions": ["read"]}},
    ]
    outputs = {"days": {"actions": ["update"]}, "name": {"actions": ["no-op"]}}

    assert ["output.days"] == changed({"resource_changes": resources, "output_changes": outputs})
