"""
The controls that judge some types of resources: policies of ours, and Checkov's own checks.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from modules.errors import InputError
from workflow.gate_controls import Controls, read_controls


class Control(NamedTuple):
    """One policy of ours or check of Checkov's."""

    id: str
    title: str
    note: str
    """The severity of a policy; of a check, where it is listed as one that makes no sense."""


def controls(root: Path, types: Iterable[str]) -> list[Control]:
    """Policies, then checks, that judge any of *types*; raises `InputError` when Checkov is not set up."""
    python = root / ".venv-checkov" / "bin" / "python"
    if not python.exists():
        raise InputError("Checkov's environment .venv-checkov is missing; run `make setup`")
    script = root / "workflow" / "checkov_titles.py"
    command = [str(python), "-I", "-B", str(script), str(root / "policies"), *sorted(types)]
    titles = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    judged_by = read_controls(root)
    notes = {check: entry.severity for check, entry in judged_by.policies.items()} | _exceptions(judged_by)
    return [
        Control(check, title, notes.get(check, ""))
        for check, title in sorted(titles.items(), key=lambda item: (item[0] not in judged_by.policies, item[0]))
    ]


def _exceptions(judged_by: Controls) -> dict[str, str]:
    """By check, of which resources it is not asked."""
    where: dict[str, list[str]] = {}
    for exception in judged_by.exceptions:
        tags = [f"{name}={value}" for name, value in exception.tags.items()]
        where.setdefault(exception.check, []).append(" ".join([*exception.types, *tags]) or "anything")
    return {check: f"not asked of {', '.join(listed)}" for check, listed in where.items()}
