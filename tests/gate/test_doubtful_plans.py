from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest

from modules.errors import InputError
from tests.gate.first_plan import first_plan
from workflow.canonical import Canonical, canonical

TODAY = date(2026, 11, 23)


def test_good_then_bad_at_one_place(gate, configuration, schema):
    """
    A good plan does not make the next one good: Checkov keeps policies it has read in a class-level cache.
    """
    bad = deepcopy(configuration)
    statement = {"Effect": "Allow", "Action": ["iam:AttachRolePolicy", "iam:PassRole"], "Resource": "*"}
    document = {"Version": "2012-10-17", "Statement": [statement]}
    bad["resource"]["aws_iam_role_policy"]["transform"]["policy"] = json.dumps(document)
    plans = [canonical(first_plan(stack, schema), stack, schema) for stack in (configuration, bad, configuration)]
    verdicts = [gate.judge(plan, [], TODAY) for plan in plans]

    assert [True, False, True] == [verdict.passed for verdict in verdicts]
    assert "CKV_AWS_289" in {finding.check for finding in verdicts[1].findings}


@pytest.mark.parametrize("key", ["//", "tags"])
def test_a_skip_comment_skips_nothing(gate, configuration, schema, key):
    """
    What skips a check in source files of Terraform is a word like any other in a plan.
    """
    bad = deepcopy(configuration)
    stream = bad["resource"]["aws_kinesis_stream"]["events"]
    stream.pop("kms_key_id")
    stream[key] = {**stream.get(key, {}), "comment": "checkov:skip=CKV_AWS_185:not now"}
    verdict = gate.judge(canonical(first_plan(bad, schema), bad, schema), [], TODAY)

    assert "CKV_AWS_185" in {
        finding.check for finding in verdict.findings if finding.address == "aws_kinesis_stream.events"
    }


def test_fewer_resources_scanned_than_planned_is_an_error(gate, judged):
    """
    A resource that Checkov does not see has not passed.
    """
    plan = deepcopy(judged.plan)
    change = {"address": "aws_sqs_queue.failures", "change": {"actions": ["forget"], "before": None, "after": None}}
    plan["resource_changes"] = [change]
    verdict = gate.judge(replace(judged, plan=plan), [], TODAY)

    assert "aws_sqs_queue.failures: planned and not scanned" in verdict.errors
    assert not verdict.passed


def test_a_plan_checkov_cannot_read_is_an_error(gate, judged):
    """
    Checkov reports nothing at all for a file that is no plan to it.
    """
    plan = {key: value for key, value in judged.plan.items() if key != "terraform_version"}
    verdict = gate.judge(replace(judged, plan=plan), [], TODAY)

    assert not verdict.passed
    assert len(judged.resources) <= len(verdict.errors)


def test_an_empty_plan_is_refused(gate, judged):
    """
    Nothing to judge is no reason to pass.
    """
    empty = deepcopy(judged.plan)
    empty["planned_values"]["root_module"]["resources"] = []

    with pytest.raises(InputError, match="no resources"):
        gate.judge(Canonical(plan=empty), [], TODAY)


def test_a_destroy_plan_may_be_empty(gate, judged):
    """
    A plan that only destroys has nothing to scan, and passes.
    """
    empty = deepcopy(judged.plan)
    empty["planned_values"]["root_module"]["resources"] = []
    empty["resource_changes"] = []
    verdict = gate.judge(Canonical(plan=empty, deleted=["aws_vpc.vpc"]), [], TODAY)

    assert verdict.passed


def test_what_was_not_evaluated_fails(gate, judged):
    """
    An argument whose value nobody can tell fails the gate, with address and reference.
    """
    entry = {"address": "aws_vpc.vpc", "attribute": "cidr_block", "reference": "local.range"}
    verdict = gate.judge(replace(judged, unresolved=[entry]), [], TODAY)

    assert not verdict.passed
    assert [entry] == verdict.not_evaluated


def test_a_contradiction_fails(gate, judged):
    """
    A plan that does not follow from its configuration fails the gate.
    """
    entry = {"address": "aws_vpc.vpc", "attribute": "cidr_block", "cause": "differs"}
    verdict = gate.judge(replace(judged, contradictions=[entry]), [], TODAY)

    assert ["aws_vpc.vpc.cidr_block: differs; plan again"] == verdict.errors
