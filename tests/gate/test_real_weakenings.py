from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest
import yaml

from tests.gate import (
    real_table,
    real_table_access,
    real_table_closer,
    real_table_closer_parts,
    real_table_closer_places,
    real_table_network,
)
from tests.gate.answers import Answers
from tests.gate.real_weakenings import TABLE
from tests.gate.replanned import replanned
from tests.gate.weakened import KNOWN, weakened
from tests.planning import DEPLOYMENTS, ROOT, SCHEMA, deployments_of, planned
from workflow.canonical import canonical

TODAY = date(2026, 11, 23)
FIRST, *MORE = deployments_of("stream_analytics")
"""Those with a resource for every weakening of the table."""
# They fill the table.
FILES = (
    real_table,
    real_table_access,
    real_table_closer,
    real_table_closer_parts,
    real_table_closer_places,
    real_table_network,
)


@pytest.fixture(scope="module")
def excepted():
    listed = yaml.safe_load((ROOT / "controls" / "exceptions.yaml").read_text())["exceptions"]

    return {exception["check"] for exception in listed if exception["check"] != "CKV_AWS_145"}


@pytest.fixture(
    scope="module",
    params=[FIRST, *(pytest.param(name, marks=pytest.mark.slow) for name in MORE)],
)
def answers(request):
    """
    Checkov's answer on each weakening of a deployment's plan, and on the plan itself with nothing but the way of making
    it changed (None).
    """
    made = Answers(lambda name: weakened(request.param, TABLE[name]) if name else made_by_hand(request.param))
    yield made
    made.close()


def made_by_hand(deployment):
    real = planned(deployment)
    again = replanned(dict(real.output), real.configuration, real.configuration, KNOWN, everything=True)

    return canonical(again, real.configuration, KNOWN)


def failed(answer, excepted):
    return {(entry["check"], entry["address"]) for entry in answer["failed"] if entry["check"] not in excepted}


@pytest.mark.parametrize("deployment", DEPLOYMENTS)
def test_the_plan_itself_passes(gate, deployment):
    """
    The plan Terraform makes of a deployment passes without a waiver, an error or an argument nobody can tell.
    """
    verdict = gate.judge(planned(deployment).canonical, [], TODAY)

    assert [] == [finding.text() for finding in verdict.findings] + verdict.errors + verdict.not_evaluated
    assert verdict.passed


def test_planning_by_hand_is_no_weakening(answers, excepted):
    """
    What weakened resources are planned with does not by itself fail anything that the real plan passes.
    """
    made, answer = answers[None]

    assert [] == made.unresolved + made.contradictions
    assert set() == {check for check, _ in failed(answer, excepted)} - {"CKV_AWS_145"}


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLE)
def test_each_weakening_is_found(name, answers, excepted):
    """
    A weakened plan has a finding that no exception covers; a broken plan or an error would not count.
    """
    made, answer = answers[name]
    new = failed(answer, excepted) - failed(answers[None][1], excepted)

    assert [] == made.unresolved + made.contradictions + answer["errors"]
    assert new


@pytest.mark.parametrize("deployment", DEPLOYMENTS)
@pytest.mark.parametrize("tag", ["classification", "deployment", "environment", "owner", "blueprint"])
def test_a_default_tag_less_is_found(gate, deployment, tag):
    """
    Without one of the default tags, resources that do not set it themselves fail the gate.
    """
    real = planned(deployment)
    configuration = deepcopy(real.configuration)
    for provider in configuration["provider"]["aws"]:
        del provider["default_tags"][0]["tags"][tag]
    plan = replanned(dict(real.output), real.configuration, configuration, SCHEMA)
    verdict = gate.judge(canonical(plan, configuration, SCHEMA), [], TODAY)

    assert {"MR_TAGS_1"} <= {finding.check for finding in verdict.findings}


def test_the_table_is_long():
    """
    At least 60 weakenings are tried on each deployment.
    """
    assert len(TABLE) >= 60
