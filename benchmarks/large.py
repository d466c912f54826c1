"""
The gate on a plan of a thousand resources, against Checkov's command line on the same plan.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workflow.clock import today
from workflow.foreign.plan import canonical_of
from workflow.gate import Gate
from workflow.workspace import read_json

COPIES = 9  # of a plan of 114 resources


def enlarged(plan: str, deployment: str, blueprint: str) -> dict[str, Any]:
    """Copies of a plan as one, each with names and addresses of its own; all keep their references."""
    copies = [
        json.loads(
            plan.replace(f"{blueprint}_", f"copy{number}_").replace(deployment, f"{deployment[:-4]}{number}-dev")
        )
        for number in range(COPIES)
    ]
    whole: dict[str, Any] = copies[0]
    for copy in copies[1:]:
        for part in ("planned_values", "configuration"):
            whole[part]["root_module"]["resources"] += copy[part]["root_module"]["resources"]
        whole["resource_changes"] += copy["resource_changes"]
    whole["planned_values"].pop("outputs", None)
    whole["configuration"]["root_module"].pop("outputs", None)
    whole.pop("output_changes", None)
    return whole


def compared(
    root: Path,
    plan: dict[str, Any],
    gate: Gate,
    command_line: Callable[[Path], object],
    in_turns: Callable[..., list[float]],
) -> tuple[float, float]:
    """Seconds of the command line, and of the warm gate with the canonical plan made anew."""
    schema = read_json(root / "bindings" / "schema.json")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.json")
        path.write_text(json.dumps(plan), encoding="utf-8")
        cold, warm = in_turns(
            lambda: command_line(path), lambda: gate.judge(canonical_of(plan, schema), [], today(root))
        )
    return cold, warm
