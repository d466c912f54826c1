"""
The controls that hold for some types of resources, and the checks of Checkov's and policies of ours that enforce them.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from modules.errors import InputError
from workflow.controls import Control, read_control_list
from workflow.gate_controls import COMPARED, read_controls


class Held(NamedTuple):
    """A control that holds for some types, and what enforces it there."""

    id: str
    title: str
    severity: str
    checks: str
    """Ids, the ones that judge any of the types."""


class NotAsked(NamedTuple):
    """A check of Checkov's that can apply to the types and is not asked, or not of all."""

    id: str
    title: str
    where: str


def applicable(root: Path, types: Iterable[str]) -> dict[str, dict[str, Any]]:
    """By id, `title` and `types` of the checks that judge any of *types*; raises `InputError` when Checkov is not set up."""
    python = root / ".venv-checkov" / "bin" / "python"
    if not python.exists():
        raise InputError("Checkov's environment .venv-checkov is missing; run `make setup`")
    script = root / "workflow" / "checkov_titles.py"
    command = [str(python), "-I", "-B", str(script), str(root / "policies"), *sorted(types)]
    found: dict[str, dict[str, Any]] = json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    return found


def held(controls: Iterable[Control], checks: Mapping[str, Any]) -> Iterator[Held]:
    """The controls that any of *checks* enforces, and those that hold for every plan, in the order of the list."""
    known = {*checks, *COMPARED}
    for control in controls:
        judging = [check for check in control.checks if check in known]
        if judging:
            yield Held(control.id, control.title, control.severity, ", ".join(judging))


def not_asked(root: Path, checks: Mapping[str, Mapping[str, Any]]) -> list[NotAsked]:
    """The checks among *checks* that are listed as exceptions, and of which resources they are not asked."""
    where: dict[str, list[str]] = {}
    for exception in read_controls(root).exceptions:
        tags = [f"{name}={value}" for name, value in exception.tags.items()]
        where.setdefault(exception.check, []).append(" ".join([*exception.types, *tags]) or "anything")
    listed = sorted(check for check in checks if check in where)
    return [NotAsked(check, checks[check]["title"], ", ".join(where[check])) for check in listed]


def controls_of(root: Path, types: Iterable[str]) -> tuple[list[Held], list[NotAsked]]:
    """The controls that hold for *types*, and the checks that are not asked."""
    checks = applicable(root, types)
    return list(held(read_control_list(root).controls, checks)), not_asked(root, checks)
