"""
The shape of a scenario: one source for the drill and for the runbook.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workflow.drill.scene import Scene


@dataclass(frozen=True)
class Step:
    """
    One thing to do: *text* says it, *command* is what a person types, *act* does the same in a drill.

    A step without *act* is for people: to look, to decide, to write down.
    """

    text: str
    command: str = ""
    act: Callable[[Scene], None] | None = None


@dataclass(frozen=True)
class Scenario:
    """
    Something bad, how it is done, and how it is put right.

    *incident* does it and may be refused; *healthy* says whether all is as before. *findings* are what GuardDuty, Security
    Hub or Config would say beside our own detections; a drill does not count on them.
    """

    name: str
    title: str
    story: str
    incident: Callable[[Scene], None]
    steps: tuple[Step, ...]
    healthy: Callable[[Scene], bool]
    findings: tuple[str, ...] = ()
