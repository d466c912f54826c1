"""
The parameters of a blueprint's deployments as CloudFormation types them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from blueprints.blueprint import Blueprint
from blueprints.deployment import deployment_type
from workflow.parameters import parameters

NOT_SHOWN = ("name", "blueprint", "waivers", "consents")
"""Of a deployment's keys: what names it, and what is the gate's."""
PREFIX = "parameters."
TYPES = {
    "whole number": "Number",
    "number": "Number",
    "text": "String",
    "true or false": "String",
    "one of": "String",
    "list of whole numbers": "List<Number>",
    "list of numbers": "List<Number>",
    "list of texts": "CommaDelimitedList",
    "list of words": "CommaDelimitedList",
}
"""By what a parameter takes, in words, its type. CloudFormation has none for a mapping, whose keys are listed instead."""
GROUP = "(group)"


class Parameter(NamedTuple):
    """A row of the section Parameters; *path* is where it stands below `parameters` or at the file's top."""

    path: str
    type: str
    allowed: str
    default: str
    description: str


def typed(blueprint: type[Blueprint]) -> Iterator[Parameter]:
    """All that a deployment of *blueprint* can be told."""
    for each in parameters(deployment_type(blueprint)):
        if each.path.split(".")[0].split("[")[0] in NOT_SHOWN or each.path == PREFIX.rstrip("."):
            continue
        kind, _, allowed = each.takes.partition(": ")
        words = "true, false" if kind == "true or false" else allowed
        yield Parameter(each.path.removeprefix(PREFIX), TYPES.get(kind, GROUP), words, each.default, each.meaning)
