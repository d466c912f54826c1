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
    print_table(console, "Parameters", columns, typed(blueprint))
    conditions = [(each.name, each.expression) for each in found.conditions]
    print_table(console, "Conditions", ("name", "holds when"), conditions)
    resources = [(part.id, part.kind, _and(conditions)) for part, conditions in found.section("Resources")]
    print_table(console, f"Resources ({len(resources)})", ("logical id", "resource type", "condition"), resources)
    outputs = [(part.id, part.kind, _and(conditions)) for part, conditions in found.section("Outputs")]
    print_table(console, "Outputs", ("output", "what it is", "condition"), outputs)
    console.print(
        "parameters are keys of a deployment file; resources and outputs are those of all settings that were tried"
    )


def _and(conditions: list[Condition]) -> str:
    return " and ".join(each.name for each in conditions)
