"""
What a blueprint makes: found out by synthesizing the deployments that use it, into a folder that is gone afterwards.
"""

from __future__ import annotations

import inspect
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from blueprints import BLUEPRINTS
from blueprints.blueprint import Blueprint
from blueprints.loading import load_deployments
from blueprints.synthesis import synthesize


@dataclass(frozen=True)
class Made:
    """A deployment's stack, in numbers."""

    deployment: str
    counts: Counter[str]
    """How many resources of each type."""
    outputs: dict[str, str]
    """What each output is, by its name."""


def made(root: Path, name: str) -> list[Made]:
    """The stacks of all deployments of the blueprint called *name*; raises `InputError` when one cannot be synthesized."""
    names = [each.deployment.name for each in load_deployments(root, BLUEPRINTS) if each.deployment.blueprint == name]
    if not names:
        return []
    with tempfile.TemporaryDirectory() as outdir:
        return [
            _made(synthesis.loaded.deployment.name, json.loads((synthesis.folder / "cdk.tf.json").read_text()))
            for synthesis in synthesize(root, names, Path(outdir))
        ]


def _made(deployment: str, stack: dict[str, Any]) -> Made:
    counts = Counter({kind: len(named) for kind, named in stack["resource"].items()})
    outputs = {name: output["description"] for name, output in stack.get("output", {}).items()}
    return Made(deployment, counts, outputs)


def headline(thing: type[Blueprint]) -> str:
    """The module docstring, on one line."""
    return _line(sys.modules[thing.__module__].__doc__)


def summary(thing: type[Blueprint]) -> str:
    """The class docstring, on one line."""
    return _line(thing.__doc__)


def modules(thing: type[Blueprint]) -> Iterator[tuple[str, str]]:
    """File and headline of every module that the blueprint puts together itself, or takes parameters of."""
    used = {
        each.__module__
        for names in (thing.__module__, thing.params_type.__module__)
        for each in vars(sys.modules[names]).values()
        if getattr(each, "__module__", "").count(".") == 2 and each.__module__.startswith("modules.")
    }
    for name in sorted(used):
        yield f"{name.replace('.', '/')}.py", _line(sys.modules[name].__doc__)


def _line(text: str | None) -> str:
    return " ".join(inspect.cleandoc(text or "").split())
