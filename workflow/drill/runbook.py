"""
Runbooks: what to do when it is no drill, from the very scenarios that are rehearsed.
"""

from __future__ import annotations

from pathlib import Path

from workflow.drill.scenario import Scenario
from workflow.drill.scenarios import SCENARIOS
from workflow.workspace import write_text

FOLDER = Path("docs", "runbooks")


def runbook(scenario: Scenario) -> str:
    """The text of one runbook."""
    lines = [f"# {scenario.title}", "", scenario.story, "", "## You are here because", ""]
    lines += ["- an alarm or an event rule of the account baseline named it, or"]
    lines += [f"- {finding} did, or" for finding in scenario.findings]
    lines += ["- somebody told you.", "", "## What to do", ""]
    for number, step in enumerate(scenario.steps, start=1):
        lines.append(f"{number}. {step.text}.")
        if step.command:
            lines += ["", "   ```", f"   {step.command}", "   ```", ""]
    lines += [
        "",
        "Rehearse it on the embedded AWS, where it harms nobody:",
        "",
        "```sh",
        f"make drill SCENARIO={scenario.name}",
        "```",
        "",
    ]
    return "\n".join(lines)


def write_runbooks(root: Path) -> list[Path]:
    """Write a runbook for each scenario and remove those of scenarios that are gone; their paths."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{scenario.name}.md" for scenario in SCENARIOS]
    for stale in set(folder.glob("*.md")) - set(paths):
        stale.unlink()
    for path, scenario in zip(paths, SCENARIOS, strict=True):
        write_text(path, runbook(scenario))
    return paths
