"""
The verb drill: an account baseline on the embedded AWS, one scenario or all, a report for each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployment
from modules.errors import FindingsError, InputError
from modules.spelling import choice
from workflow import apply as applying
from workflow import plan as planning
from workflow.drill.drill import Drill, rehearse, write_report
from workflow.drill.scenario import Scenario
from workflow.drill.scenarios import SCENARIOS
from workflow.drill.scene import Scene
from workflow.workspace import Workspace

BLUEPRINT = "account_baseline"
ALL = "all"

Report = Callable[[str], None]


@dataclass(frozen=True)
class Rehearsed:
    """A drill and where its report lies."""

    drill: Drill
    path: str


def chosen(name: str) -> list[Scenario]:
    """The scenario called *name*, or all of them; raises `InputError` for another name."""
    known = {scenario.name: scenario for scenario in SCENARIOS}
    if name == ALL:
        return list(SCENARIOS)
    if name not in known:
        raise InputError(f"there is no scenario {name}{choice(name, [*known, ALL])}")
    return [known[name]]


def drill(workspace: Workspace, name: str, report: Report) -> list[Rehearsed]:
    """
    Rehearse; a baseline that is not applied on the embedded AWS is planned and applied first, and stays.

    Raises `InputError` for a deployment of another blueprint, and `FindingsError` when the gate does not pass it.
    """
    scenarios = chosen(name)
    loaded = load_deployment(workspace.root, workspace.deployment, BLUEPRINTS)
    if loaded.deployment.blueprint != BLUEPRINT:
        raise InputError(
            f"{workspace.deployment} is a deployment of {loaded.deployment.blueprint}; a drill needs one of {BLUEPRINT}"
        )
    if not workspace.has_state():
        report("plan")
        if not planning.plan(workspace, report).verdict.passed:
            raise FindingsError(f"the gate does not pass {workspace.deployment}; run `make plan` to see why")
        applying.apply(workspace, report)
    rehearsed = []
    for scenario in scenarios:
        report(scenario.name)
        scene = Scene.of(workspace, loaded.environment)
        made = rehearse(scenario, scene)
        rehearsed.append(Rehearsed(made, write_report(made, scene)))
    return rehearsed
