"""
The base of every blueprint: a construct with parameters, a dataflow graph and outputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from bindings import Construct, Stack
from modules.archive import Archive
from modules.dataflow import Load
from modules.errors import SettingError
from modules.imported import Imported
from modules.params import Params
from modules.pipeline import Pipeline


@dataclass(frozen=True)
class Context:
    """
    What a blueprint gets beside its own parameters: the pipeline, the load at its source, the packaged functions, and the
    stores of other deployments that it may read.
    """

    pipeline: Pipeline
    load: Load | None
    archives: Mapping[str, Archive]
    imports: Mapping[str, Imported] = field(default_factory=dict)


class Blueprint(Construct):
    """A named graph of modules. Its module docstring is the catalog's headline, its class docstring the summary."""

    params_type: ClassVar[type[Params]]
    takes_load: ClassVar[bool] = True
    """Whether data enters at some rate, which a deployment then has to state as its workload."""

    @classmethod
    def regions(cls, params: Any, pipeline: Pipeline) -> Mapping[str, str]:  # noqa: ARG003  # most blueprints stay in one region
        """Further regions in which resources are made, by the alias of their provider; none when not said otherwise."""
        return {}

    def __init__(self, scope: Stack, id: str, params: Any, *, context: Context) -> None:
        super().__init__(scope, id)
        self._stack = scope
        self._name = id
        self.params = params
        self.pipeline = context.pipeline
        self._load = context.load
        self._imports = context.imports

    @property
    def load(self) -> Load:
        """What enters at the source; raises `ValueError` in a blueprint that takes no load."""
        if self._load is None:
            raise ValueError(f"{type(self).__name__} takes no load")
        return self._load

    def imported(self, name: str) -> Imported:
        """The store of another deployment that this one calls *name*; raises `SettingError` when it imports none."""
        if name not in self._imports:
            raise SettingError(
                ("imports",),
                f"has no {name}, which the blueprint {self._name} reads; add `{name}: <deployment>/<store>`",
            )
        return self._imports[name]

    def output(self, name: str, value: str, description: str) -> None:
        self._stack.output(name, value, description)

    def facts(self, facts: Mapping[str, Any]) -> None:
        """What other deployments of the environment have to know; applying writes it beside the environment's file."""
        self._stack.output("facts", {self._name: dict(facts)}, "What other deployments have to know")
