"""
What `waive` is not told on the command line, asked for at the terminal.
"""

from __future__ import annotations

import sys
from typing import Any

import typer

from modules.errors import InputError
from workflow.approvals.writing import chosen

QUESTIONS = {
    "reason": "Why it is acceptable (20 characters or more)",
    "owner": "Mail address of who answers for it",
    "approver": "Mail address of who approved it; somebody else",
    "ticket": "Where the decision is recorded",
}


def finding_for(found: list[dict[str, Any]], control: str | None, resource: str | None) -> dict[str, Any]:
    """The finding that is meant: named, the only one that fits, or picked from a list."""
    fitting = [each for each in found if control in (None, each["check"]) and resource in (None, each["address"])]
    if control and resource:
        return chosen(found, control, resource)
    if not fitting:
        raise InputError(f"the gate found nothing on {resource or control}; it found {_named(found)}")
    if len(fitting) == 1 and (control or resource):
        return fitting[0]
    _require_terminal("--control and --resource", fitting)
    for number, each in enumerate(fitting, 1):
        typer.echo(f"{number:3}  {each['severity']:8} {each['check']} {each['address']}: {each['message']}")
    number = int(typer.prompt("Which one", type=typer_range(len(fitting))))
    return fitting[number - 1]


def typer_range(most: int) -> Any:
    """A number from 1 to *most*, as prompts check it."""
    import click

    return click.IntRange(1, most)


def answers(given: dict[str, str | None]) -> dict[str, str]:
    """Each word that is not given is asked for."""
    return {name: value or _asked(name) for name, value in given.items()}


def _asked(name: str) -> str:
    _require_terminal(f"--{name}", [])
    return str(typer.prompt(QUESTIONS[name]))


def _require_terminal(flag: str, found: list[dict[str, Any]]) -> None:
    if not sys.stdin.isatty():
        there = f"; there are {_named(found)}" if found else ""
        raise InputError(f"there is no terminal to ask at, and {flag} is missing{there}")


def _named(found: list[dict[str, Any]]) -> str:
    return ", ".join(f"{each['check']} on {each['address']}" for each in found)
