from __future__ import annotations

from datetime import date

import pytest

from tests.gate import weakening_table
from tests.gate.answers import Answers
from tests.gate.first_plan import first_plan
from tests.gate.weakenings import weakened
from workflow.canonical import canonical

TODAY = date(2026, 11, 23)
TABLE = weakening_table.WEAKENINGS


@pytest.fixture(scope="module")
def answers(stack_and_schema):
    """
    Checkov's answer on the stack itself (None) and on each weakening of it.
    """
    stack, schema = stack_and_schema

    def canonical_plan(name):
        each = {**stack, "resource": weakened(stack["resource"], name)} if name else stack
        return canonical(first_plan(each, schema), each, schema)

    made = Answers(canonical_plan)
    yield made
    made.close()


def findings(answer, excepted):
    return {(entry["check"], entry["address"]) for entry in answer["failed"] if entry["check"] not in excepted}


def test_the_stack_itself_passes(gate, judged):
    """
    Unweakened, the stack passes without a waiver.
    """
    verdict = gate.judge(judged, [], TODAY)

    assert [] == [finding.text() for finding in verdict.findings] + verdict.errors
    assert verdict.passed


@pytest.mark.slow
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
