"""
The list of controls for people: all of them, or one with everything that is known about it.
"""

from __future__ import annotations

from pathlib import Path

from rich.text import Text

from modules.errors import InputError
from modules.spelling import choice
from workflow.catalog import print_table, screen
from workflow.controls import Control, read_control_list


def print_controls(root: Path) -> None:
    """Print every control with its severity and the checks that enforce it, by practice."""
    console = screen()
    controls = read_control_list(root).controls
    for practice in dict.fromkeys(control.practice for control in controls):
        rows = [(each.id, each.severity, each.title) for each in controls if each.practice == practice]
        print_table(console, practice.replace("_", " "), ("control", "severity", "what it makes sure of"), rows)
    console.print(f"{len(controls)} controls; more about one: make controls CONTROL=<control>")


def print_control(root: Path, name: str) -> None:
    """Print all about one control; raises `InputError` for an unknown name. The id of a check names the control it is in."""
    listed = read_control_list(root)
    by_name = listed.by_check() | {control.id: control for control in listed.controls}
    if name not in by_name:
        raise InputError(f"there is no control {name}{choice(name, by_name)}")
    control, console = by_name[name], screen()
    console.print(Text(f"{control.id}: {control.title}", style="bold"))
    print_table(console, "", ("about", "what is known"), _facts(control))


def _facts(control: Control) -> list[tuple[str, str]]:
    facts = [
        ("practice", control.practice.replace("_", " ")),
        ("severity", control.severity),
        ("statement", control.statement),
        ("rationale", f"{control.rationale} ({control.source})"),
        ("remedy", control.remedy),
        ("checks", ", ".join(control.checks)),
        ("tests of plans", "\n".join(control.plan_tests)),
        ("live probes of", ", ".join(control.probes)),
        ("elsewhere", ", ".join(control.frameworks())),
    ]
    return [(name, text) for name, text in facts if text]
