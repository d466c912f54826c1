"""
The shape of a scenario: one source for the drill and for the runbook.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

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


FIND_OUT: Final = Step(
    "Find out who it was and what else they did: ask the audit trail for the calls of the same access key",
    "select eventtime, eventname, sourceipaddress, useridentity.arn from <audit_database>.<trail table> "
    "where useridentity.accesskeyid = '<key>' order by eventtime",
)


def attempt(call: Callable[..., Any], **arguments: Any) -> None:
    """Make one call of an incident; that it is refused is an outcome like another, and is recorded."""
    from botocore.exceptions import ClientError

    try:
        call(**arguments)
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] not in {400, 403}:
            raise
