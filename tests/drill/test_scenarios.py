from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.planning import ROOT
from workflow.drill.drill import Drill, markdown
from workflow.drill.runbook import FOLDER, runbook
from workflow.drill.scenarios import SCENARIOS
from workflow.drill.stage import ALL, chosen
from workflow.summary import print_drills


def drilled(**changes):
    """How a drill went that nobody noticed."""
    record = {"eventSource": "kms.amazonaws.com", "eventName": "ScheduleKeyDeletion", "requestParameters": {}}
    made = {"records": [record], "notices": [], "broken": True, "recovered": True, "walked": ["Cancel"]}
    return Drill(SCENARIOS[0], **(made | changes))


def test_committed_runbooks():
    """
    The runbooks are those that the scenarios give now, one each; `make runbooks` writes them.
    """
    written = {path.name: path.read_text() for path in (ROOT / FOLDER).glob("*.md")}

    assert {f"{scenario.name}.md": runbook(scenario) for scenario in SCENARIOS} == written


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_way_back(scenario):
    """
    Each scenario has a step that a drill can walk, and each step of a drill is one that a person can type.
    """
    walked = [step for step in scenario.steps if step.act]

    assert walked
    assert [] == [step.text for step in walked if not step.command]


def test_nobody_notices():
    """
    A drill that nobody would notice has failed, however well the way back leads back, and says so.
    """
    assert not drilled().passed
    assert "**Nobody.**" in markdown(drilled())


def test_no_way_back(capsys):
    """
    A way back that does not lead back is told, and the verb ends with 1.
    """
    rehearsed = type("Rehearsed", (), {"drill": drilled(recovered=False), "path": "report.md"})()

    assert 1 == print_drills([rehearsed])
    assert "does not lead back" in capsys.readouterr().out


def test_unknown_scenario():
    """
    A misspelt scenario is refused with the nearest name.
    """
    with pytest.raises(InputError, match="did you mean bucket-made-public"):
        chosen("bucket-made-publik")


def test_all():
    """
    `all` is every scenario.
    """
    assert list(SCENARIOS) == chosen(ALL)
