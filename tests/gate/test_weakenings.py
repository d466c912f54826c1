from __future__ import annotations

from datetime import date

import pytest

from tests.gate import weakening_table
from tests.gate.first_plan import first_plan
from tests.gate.weakenings import weakened
from workflow.canonical import canonical
from workflow.checkov_process import CheckovProcess

TODAY = date(2026, 11, 23)
TABLE = weakening_table.WEAKENINGS
AT_ONCE = 4  # scans side by side


@pytest.fixture(scope="module")
def answers(root, stack_and_schema):
    """
    Checkov's answer on the stack itself (None) and on each weakening of it.
    """
    stack, schema = stack_and_schema
    stacks = {name: {**stack, "resource": weakened(stack["resource"], name)} for name in TABLE}
    plans = {name: canonical(first_plan(each, schema), each, schema) for name, each in {None: stack, **stacks}.items()}
    checkov = CheckovProcess(root, root / "policies")
    names = list(plans)
    found = {}
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        found |= dict(zip(some, checkov.scan([plans[name].plan for name in some]), strict=True))
    checkov.close()
    return {name: (plans[name], found[name]) for name in names}


def findings(answer, excepted):
    return {(entry["check"], entry["address"]) for entry in answer["failed"] if entry["check"] not in excepted}


def test_the_stack_itself_passes(gate, judged):
    """
    Unweakened, the stack passes without a waiver.
    """
    verdict = gate.judge(judged, [], TODAY)

    assert [] == [finding.text() for finding in verdict.findings] + verdict.errors
    assert verdict.passed


@pytest.mark.parametrize("name", TABLE)
def test_each_weakening_is_found(name, answers, gate):
    """
    A weakened stack has a finding that no exception covers; a broken plan or an error would not count.
    """
    made, answer = answers[name]
    excepted = {exception.check for exception in gate._controls.exceptions}
    new = findings(answer, excepted) - findings(answers[None][1], excepted)

    assert [] == made.unresolved + made.contradictions + answer["errors"]
    assert new


def test_the_table_is_long():
    """
    At least 50 weakenings are tried.
    """
    assert len(TABLE) >= 50
