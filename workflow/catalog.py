"""
The blueprints, for people: what each is for, what it takes, what it makes, what judges it.

Everything is read from models, docstrings and stacks, so it cannot differ from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from blueprints import BLUEPRINTS
from modules.errors import InputError
from modules.spelling import choice
from workflow.catalog_controls import controls_of
from workflow.catalog_facts import Made, headline, made, modules, summary
from workflow.parameters import parameters

PLAIN_WIDTH = 120  # characters a line, where there is no terminal that has a width
WRAPPED = {
    "takes": 2,
    "meaning": 3,
    "what it is": 1,
    "what it is for": 1,
    "what it makes sure of": 2,
    "checks": 2,
    "what it asks for": 2,
    "not of": 2,
    "what is known": 1,
    "allowed": 2,
    "description": 3,
    "logical id": 2,
    "resource type": 2,
    "condition": 2,
    "holds when": 1,
}
"""The columns that may be broken into lines, and how they share the width."""


def print_list() -> None:
    """Print every blueprint with its headline."""
    console = screen()
    print_table(
        console, "", ("blueprint", "what it is for"), [(name, headline(each)) for name, each in BLUEPRINTS.items()]
    )
    console.print("more about one: make show BLUEPRINT=<blueprint>")


def print_blueprint(root: Path, name: str) -> None:
    """Print all about one blueprint; raises `InputError` for an unknown name."""
    if name not in BLUEPRINTS:
        raise InputError(f"there is no blueprint {name}{choice(name, BLUEPRINTS)}")
    blueprint, console = BLUEPRINTS[name], screen()
    stacks = made(root, name)
    types = sorted({kind for stack in stacks for kind in stack.counts})
    console.print(Text(f"{name}: {headline(blueprint)}", style="bold"))
    console.print(Text(summary(blueprint)))
    columns = ("parameter", "takes", "default", "meaning")
    print_table(console, "Parameters (`[]` is each item of a list)", columns, parameters(blueprint.params_type))
    print_table(
        console,
        "Resources, as its deployments make them",
        ("type", *(stack.deployment for stack in stacks)),
        [(kind, *(str(stack.counts[kind]) for stack in stacks)) for kind in types] + [_total(stacks)],
    )
    outputs = {key: text for stack in stacks for key, text in stack.outputs.items()}
    print_table(console, "Outputs", ("output", "what it is"), outputs.items())
    print_table(console, "Modules it puts together", ("file", "what it is"), modules(blueprint))
    judges, left_out = controls_of(root, types) if types else ([], [])
    print_table(console, "Its controls", ("control", "what it makes sure of", "severity", "checks"), judges)
    print_table(console, "Checks of Checkov's that are not asked", ("id", "what it asks for", "not of"), left_out)
    used = ", ".join(stack.deployment for stack in stacks) or "none yet"
    console.print(Text(f"Deployments that use it: {used}"))


def _total(stacks: Iterable[Made]) -> tuple[str, ...]:
    return ("all", *(str(stack.counts.total()) for stack in stacks))


def screen() -> Console:
    """On a terminal as wide as that, elsewhere plain and of a fixed width."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=PLAIN_WIDTH, no_color=True)


def print_table(console: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False)
    for column in columns:
        ratio = WRAPPED.get(column)
        table.add_column(column, no_wrap=ratio is None, overflow="fold", ratio=ratio)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
