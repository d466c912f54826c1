"""
The base of every blueprint: a construct with parameters, a dataflow graph and outputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bindings import Construct, Stack
from modules.archive import Archive
from modules.dataflow import Load
from modules.params import Params
from modules.pipeline import Pipeline


@dataclass(frozen=True)
class Context:
    """What a blueprint gets beside its own parameters: the pipeline, the load at its source, the packaged functions."""

    pipeline: Pipeline
    load: Load
    archives: Mapping[str, Archive]


class Blueprint(Construct):
    """A named graph of modules. Its module docstring is the catalog's headline, its class docstring the summary."""

    params_type: ClassVar[type[Params]]

    def __init__(self, scope: Stack, id: str, params: Any, *, context: Context) -> None:
        super().__init__(scope, id)
        self._stack = scope
        self.params = params
        self.pipeline = context.pipeline

    def output(self, name: str, value: str, description: str) -> None:
        self._stack.output(name, value, description)
