"""
What deployments read of each other, as far as their files say it: who imports is granted it by who exports.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from blueprints import files
from blueprints.document import Document
from modules.spelling import choice

DEPLOYMENTS: Final = "deployments"

Data = Mapping[str, Any]


def check_exchange(root: Path, document: Document) -> None:
    """Add what is wrong with the imports and exports of a deployment, whose own file is valid, to its *document*."""
    others = _Others(root, document)
    for name, place in document.data.get("imports", {}).items():
        others.check_import(("imports", name), *place.split("/"))
    for store, readers in document.data.get("exports", {}).items():
        for number, reader in enumerate(readers):
            others.check_export(("exports", store, number), store, reader)


class _Others:
    """The other files that one deployment's file speaks of."""

    def __init__(self, root: Path, document: Document) -> None:
        self._root = root
        self._document = document
        self._known = files.names(root / DEPLOYMENTS)

    def check_import(self, path: tuple[str, str], source: str, store: str) -> None:
        name = self._document.name
        other = self._other(path, source)
        if other is None:
            return
        exports = _mapping(_data(other).get("exports"))
        granted = sorted(each for each, readers in exports.items() if name in _listed(readers))
        circle = self._circle([name, source])
        if circle:
            self._document.refuse(path, f"imports go in a circle: {' -> '.join(circle)}; take one of them out")
        elif store not in granted:
            self._document.refuse(
                path,
                f"{source} does not export {store} to {name}{choice(store, granted) if granted else ''}; "
                f"who owns {source} grants it in {other.file}: `exports: {{{store}: [{name}]}}`",
            )

    def check_export(self, path: tuple[str, str, int], store: str, reader: str) -> None:
        name = self._document.name
        other = self._other(path, reader)
        if other is None:
            return
        alike = [each for each in self._known if each.startswith(f"{reader}-")]
        if alike:
            self._document.refuse(
                path,
                f"roles of {alike[0]} are named as roles of {reader} are ({reader}-...), so they cannot be told apart; "
                f"rename deployments/{alike[0]}.yaml",
            )
        elif f"{name}/{store}" not in _mapping(_data(other).get("imports")).values():
            self._document.refuse(
                path,
                f"{reader} does not import {name}/{store}; take {reader} out, "
                f"or add `imports: {{{store}: {name}/{store}}}` to {other.file}",
            )

    def _other(self, path: tuple[str | int, ...], named: str) -> Document | None:
        """The file of another deployment of the same environment; none, and a problem, when it is not one."""
        if named == self._document.name:
            self._document.refuse(path, "is this deployment itself; name another one")
            return None
        if named not in self._known:
            others = [each for each in self._known if each != self._document.name]
            self._document.refuse(path, f"there is no deployment {named}{choice(named, others)}")
            return None
        other = files.read(self._root, DEPLOYMENTS, named)
        if other.problems or not isinstance(other.data, dict):
            self._document.refuse(path, f"{other.file} is no deployment yet; mend it first")
            return None
        here, there = self._document.data["environment"], _data(other).get("environment")
        if here != there:
            self._document.refuse(
                path,
                f"{named} is of environment {there} ({other.where(('environment',))}), and this deployment of {here}; "
                "data is read within one environment, which is one account and region",
            )
            return None
        return other

    def _circle(self, way: list[str]) -> list[str]:
        """The way from the first deployment back to itself along imports, if there is one."""
        imports = _mapping(_data(files.read(self._root, DEPLOYMENTS, way[-1])).get("imports"))
        for source in sorted({str(place).partition("/")[0] for place in imports.values()}):
            if source == way[0]:
                return [*way, source]
            found = self._circle([*way, source]) if source in self._known and source not in way else []
            if found:
                return found
        return []


def _data(document: Document) -> Data:
    return _mapping(document.data)


def _mapping(value: Any) -> Data:
    return value if isinstance(value, dict) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
