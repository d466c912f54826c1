"""
Deployments as stacks, each composed once, and the stores that they read of each other.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bindings import App, Stack
from blueprints import BLUEPRINTS, files
from blueprints.blame import blame
from blueprints.exchange import DEPLOYMENTS
from blueprints.from_outside import FromOutside
from blueprints.loading import Loaded, load_deployment
from blueprints.problems import DocumentError
from blueprints.stack import Exchange, add_stack
from modules.archive import Archive
from modules.dataflow import Graph
from modules.errors import CompositionError, SettingError
from modules.foundation.exports import Reader, find
from modules.imported import Imported


@dataclass(frozen=True)
class Composed:
    """One deployment, its stack and its graph."""

    loaded: Loaded
    stack: Stack
    graph: Graph


class Composer:
    """Composes deployments: those called *wanted* in *app*, and what they import from beside it."""

    def __init__(
        self, root: Path, archives: Mapping[str, Archive], app: App | None = None, wanted: Iterable[str] = ()
    ) -> None:
        self._root = root
        self._archives = archives
        self._app = app
        self._loaded = {name: load_deployment(root, name, BLUEPRINTS) for name in wanted}
        self._composed: dict[str, Composed] = {}

    def compose(self, name: str) -> Composed:
        """The deployment called *name*, after those it imports from; raises `InputError`."""
        if name not in self._composed:
            try:
                self._composed[name] = self._compose(name)
            except (SettingError, CompositionError) as error:
                document = files.read(self._root, DEPLOYMENTS, name)
                blame(document, error)
                raise DocumentError(document.problems) from error
        return self._composed[name]

    def _compose(self, name: str) -> Composed:
        loaded = self._loaded.get(name) or load_deployment(self._root, name, BLUEPRINTS)
        with tempfile.TemporaryDirectory() as beside:
            app = self._app if self._app and name in self._loaded else App(outdir=beside)
            stack, graph = add_stack(
                app, loaded.deployment, loaded.environment, self._archives, loaded.facts, self.exchange(loaded)
            )
        return Composed(loaded, stack, graph)

    def exchange(self, loaded: Loaded) -> Exchange:
        """What a deployment has from others, as their own files say it, and what others have from it."""
        imports = {alias: self._imported(alias, place) for alias, place in loaded.deployment.imports.items()}
        exports = {
            store: [Reader(reader, self._owner(reader)) for reader in readers]
            for store, readers in loaded.deployment.exports.items()
        }
        return Exchange(imports, exports)

    def _owner(self, deployment: str) -> str:
        return str(files.read(self._root, DEPLOYMENTS, deployment).data.get("owner"))

    def _imported(self, alias: str, place: str) -> Imported:
        deployment, _, name = place.partition("/")
        source = self.compose(deployment)
        store = find(source.graph, name, ("imports", alias))
        outside = FromOutside(source.stack, source.loaded.environment)
        read = tuple(outside.statement(statement) for statement in store.read_statements)
        made = replace(
            store, name=alias, origin=place, read_statements=read, write_statements=(), capacity=None, zone=None
        )
        return Imported(made, source.graph.load_on(store))
