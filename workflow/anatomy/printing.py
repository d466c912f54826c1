"""
The verb anatomy: a blueprint in the four sections that a CloudFormation template has.
"""

from __future__ import annotations

from pathlib import Path

from rich.text import Text

from blueprints import BLUEPRINTS
from modules.errors import InputError
from modules.spelling import choice
from workflow.anatomy.parameters import typed
from workflow.anatomy.template import Condition, template
from workflow.catalog import print_table, screen
from workflow.catalog_facts import headline


def print_anatomy(root: Path, name: str) -> None:
    """Print the blueprint called *name*; raises `InputError` for an unknown one."""
    if name not in BLUEPRINTS:
        raise InputError(f"there is no blueprint {name}{choice(name, BLUEPRINTS)}")
    blueprint, console = BLUEPRINTS[name], screen()
    found = template(root, name)
    console.print(Text(f"{name}: {headline(blueprint)}", style="bold"))
    columns = ("parameter", "type", "allowed", "default", "description")
    print_table(console, "Parameters (keys of a deployment file)", columns, typed(blueprint))
    conditions = [(each.name, each.expression) for each in found.conditions]
    print_table(console, "Conditions (settings that decide what is made)", ("name", "holds when"), conditions)
    resources = [(part.id, part.kind, _and(conditions)) for part, conditions in found.section("Resources")]
    title = f"Resources ({len(resources)}, with those of other settings than its deployments have)"
    print_table(console, title, ("logical id", "resource type", "condition"), resources)
    outputs = [(part.id, part.kind, _and(conditions)) for part, conditions in found.section("Outputs")]
    print_table(console, "Outputs", ("output", "what it is", "condition"), outputs)
    console.print("how they are put together: make show and make diagram; what a plan makes: make plan")


def _and(conditions: list[Condition]) -> str:
    return " and ".join(each.name for each in conditions)
