"""
The verb lineage: `build/<deployment>/<target>/lineage.json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from modules.errors import InputError
from workflow.composition import compose
from workflow.lineage.events import EPOCH, events
from workflow.lineage.validation import validate
from workflow.workspace import Workspace, write_json


@dataclass(frozen=True)
class Exported:
    """Where the events were written, and how many of them and of their datasets there are."""

    path: Path
    events: int
    datasets: int


def lineage(workspace: Workspace, time: str | None = None) -> Exported:
    """Write the events of the workspace's deployment, valid ones only, as of *time* (ISO 8601 with its zone)."""
    found = events(compose(workspace.root, workspace.deployment), checked(time) if time else EPOCH)
    validate(found)
    path = workspace.folder / "lineage.json"
    with workspace.locked():
        write_json(path, found)
    datasets = {(each["namespace"], each["name"]) for event in found for each in (*event["inputs"], *event["outputs"])}
    return Exported(path, len(found), len(datasets))


def checked(time: str) -> str:
    """*time*, which must be a date and a time with its zone."""
    try:
        has_zone = "T" in time and datetime.fromisoformat(time).tzinfo is not None
    except ValueError:
        has_zone = False
    if not has_zone:
        raise InputError(f"the time {time} is none; give date, time and zone as in 2026-11-24T09:30:00Z")
    return time
