"""
All that a blueprint can make, and on which settings it depends that it does.

Nothing declares such conditions. They are found by composing each deployment of the blueprint with each value of each
setting that has few values, and comparing what comes out; a value that the models or the graph refuse is passed over.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bindings import App
from blueprints import BLUEPRINTS
from blueprints.composing import Composer
from blueprints.deployment import Deployment
from blueprints.loading import Loaded, load_deployments
from blueprints.stack import Exchange, add_stack
from blueprints.synthesis import packaged
from modules.archive import Archive
from modules.environment import Environment
from modules.errors import InputError
from modules.params import Params
from workflow.anatomy.choices import changed, choices
from workflow.anatomy.cloudformation import cloudformation_type, logical_id
from workflow.workspace import read_json

ENVIRONMENT = "environment"
Setting = tuple[str, str]
"""The path of a setting in its file, and an item of it when it is a list."""


class Part(NamedTuple):
    """A resource or an output; *kind* is the resource's type, or what the output is."""

    section: str
    id: str
    kind: str


@dataclass(frozen=True)
class Condition:
    """What a setting has to be, or which *item* its list has to contain or to lack."""

    setting: str
    words: tuple[str, ...]
    item: str = ""

    @property
    def name(self) -> str:
        return logical_id(self.expression)

    @property
    def expression(self) -> str:
        words = " or ".join(self.words)
        return f"{self.setting} {words} {self.item}" if self.item else f"{self.setting} is {words}"


@dataclass
class Template:
    """The parts of a blueprint, each with its conditions, all of which have to hold."""

    parts: dict[Part, list[Condition]] = field(default_factory=dict)

    def section(self, name: str) -> Iterator[tuple[Part, list[Condition]]]:
        yield from ((part, conditions) for part, conditions in self.parts.items() if part.section == name)

    @property
    def conditions(self) -> list[Condition]:
        return list(dict.fromkeys(each for conditions in self.parts.values() for each in conditions))


@dataclass
class _Tried:
    """By part, the values of a setting with which it was there and those with which it was not."""

    present: dict[Part, set[str]] = field(default_factory=dict)
    absent: dict[Part, set[str]] = field(default_factory=dict)
    order: dict[str, None] = field(default_factory=dict)

    def add(self, outcomes: dict[str, set[Part]]) -> None:
        every = set().union(*outcomes.values())
        self.order |= dict.fromkeys(outcomes)
        for word, parts in outcomes.items():
            for part in every:
                (self.present if part in parts else self.absent).setdefault(part, set()).add(word)

    def words(self, part: Part) -> tuple[str, ...]:
        """The values with which *part* is there, in the order in which they are declared; none where it always is."""
        varies = part in self.present and part in self.absent
        return tuple(word for word in self.order if word in self.present[part]) if varies else ()


def template(root: Path, blueprint: str) -> Template:
    """The template of the blueprint called *blueprint*; empty when no deployment uses it."""
    used = [each for each in load_deployments(root, BLUEPRINTS) if each.deployment.blueprint == blueprint]
    archives = packaged(root)
    composer = Composer(root, archives)
    found: dict[Part, None] = {}
    tried: dict[Setting, _Tried] = {}
    everywhere = _Tried()
    bases: dict[str, set[Part]] = {}
    for loaded in used:
        made = Making(loaded.environment, archives, composer.exchange(loaded))
        base = made.parts(loaded.deployment)
        bases[loaded.environment.name] = bases.get(loaded.environment.name, set()) | set(base)
        found |= dict.fromkeys(base)
        for setting, outcomes in _outcomes(loaded, made, base).items():
            tried.setdefault(setting, _Tried()).add({word: set(made) for word, made in outcomes.items()})
            found |= dict.fromkeys(part for made in outcomes.values() for part in made)
    everywhere.add(bases)
    return Template({part: _conditions(part, tried, everywhere) for part in sorted(found)})


@dataclass(frozen=True)
class Making:
    """What a deployment is composed with, whatever its settings."""

    environment: Environment
    archives: Mapping[str, Archive]
    exchange: Exchange

    def parts_or_none(self, deployment: Deployment[Params]) -> list[Part] | None:
        try:
            return self.parts(deployment)
        except InputError:
            return None

    def parts(self, deployment: Deployment[Params]) -> list[Part]:
        """All resources and outputs of *deployment*; raises `InputError` when it is refused."""
        with tempfile.TemporaryDirectory() as outdir:
            app = App(outdir=outdir)
            add_stack(app, deployment, self.environment, self.archives, exchange=self.exchange)
            app.synth()
            stack = read_json(Path(outdir, "stacks", deployment.name, "cdk.tf.json"))
        resources = [
            Part(
                "Resources",
                logical_id(*made["//"]["metadata"]["path"].split("/")[2:]),
                cloudformation_type(resource_type),
            )
            for resource_type, named in stack["resource"].items()
            for made in named.values()
        ]
        outputs = stack.get("output", {}).items()
        return [*resources, *(Part("Outputs", logical_id(name), output["description"]) for name, output in outputs)]


def _outcomes(loaded: Loaded, making: Making, base: list[Part]) -> dict[Setting, dict[str, list[Part]]]:
    """By setting and value, the parts that there are; settings of which one value is possible are left out."""
    outcomes: dict[Setting, dict[str, list[Part]]] = {}
    for choice in choices(loaded.deployment):
        deployment = changed(loaded.deployment, choice)
        if deployment == loaded.deployment:
            made: list[Part] | None = base
        else:
            made = making.parts_or_none(deployment) if deployment else None
        if made is not None:
            path = choice.path[1:] if choice.path[0] == "parameters" else choice.path
            setting = ".".join(path), choice.item
            outcomes.setdefault(setting, {})[choice.word] = made
    return outcomes


def _conditions(part: Part, tried: dict[Setting, _Tried], everywhere: _Tried) -> list[Condition]:
    settings = tried.items()
    found = [Condition(setting, words, item) for (setting, item), each in settings if (words := each.words(part))]
    words = everywhere.words(part)
    return found or ([Condition(ENVIRONMENT, words)] if words else [])
