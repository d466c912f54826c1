"""
What a mutation operator is, and the ways of writing one: each weakens one resource of a canonical plan in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

Values = dict[str, Any]
Edit = Callable[[Values], Iterator[tuple[str, Values | None]]]
"""All mutants of one resource: where it is weakened, and its values then; None when the resource is gone."""
Family = Literal[
    "encryption",
    "key policy",
    "IAM action",
    "IAM resource",
    "IAM principal",
    "IAM condition",
    "network",
    "logging",
    "retention",
    "versioning and lock",
    "public access",
    "TLS",
    "scaling bound",
    "DLQ and retry",
    "isolation",
    "tags",
    "boundary",
    "monitoring",
    "change",
]
ANY: tuple[str, ...] = ()
"""In place of types: every type."""


@dataclass(frozen=True)
class Operator:
    """One way of weakening resources of some types."""

    name: str
    family: Family
    types: tuple[str, ...]
    edit: Edit
    actions: tuple[str, ...] = ()
    """What Terraform does to a resource that is there already; empty when the resource is weak from the start."""

    def mutants(self, kind: str, values: Values) -> Iterator[tuple[str, Values | None]]:
        """The mutants of one resource, each with other values than it has, or with something done to it."""
        if not self.types or kind in self.types:
            for where, mutated in self.edit(values):
                if mutated != values or self.actions:
                    yield where, mutated


def gone(_: Values) -> Iterator[tuple[str, None]]:
    """The resource is gone."""
    yield "", None


def setting(path: str, value: Any, when: Callable[[Any], bool] = lambda _: True) -> Edit:
    """
    Another value of an argument, wherever its block is; blocks of lists are all visited.

    A *value* that can be called gets the old one. None takes the argument out. *when* looks at the old value.
    """
    *blocks, name = path.split(".")

    def edit(values: Values) -> Iterator[tuple[str, Values]]:
        for place in _places(values, tuple(blocks)):
            old = _at(values, place).get(name)
            new = value(old) if callable(value) and when(old) else value
            if when(old) and not (new is None and old in (None, "", [], {})):
                yield _dotted((*place, name)), replaced(values, (*place, name), new)

    return edit


def leaves(fits: Callable[[str, Any], bool], value: Any) -> Edit:
    """Another value of every argument whose name and value fit, at any depth, one at a time."""

    def edit(values: Values) -> Iterator[tuple[str, Values]]:
        for path, name, old in _leaves(values, (), ""):
            if fits(name, old):
                yield _dotted(path), replaced(values, path, value(old) if callable(value) else value)

    return edit


def only(fits: Callable[[Values], bool], edit: Edit) -> Edit:
    """The same, of resources that fit."""

    def edited(values: Values) -> Iterator[tuple[str, Values | None]]:
        if fits(values):
            yield from edit(values)

    return edited


def several(*edits: Edit) -> Edit:
    """Each of some edits, one at a time."""

    def edit(values: Values) -> Iterator[tuple[str, Values | None]]:
        for each in edits:
            yield from each(values)

    return edit


Path = tuple[str | int, ...]


def replaced(values: Values, path: Path, value: Any) -> Values:
    """A copy with another value at *path*; None takes it out."""
    copy = deepcopy(values)
    block: Any = copy
    for step in path[:-1]:
        block = block[step]
    if value is None:
        del block[path[-1]]
    else:
        block[path[-1]] = value
    return copy


def _places(values: Any, blocks: tuple[str, ...], place: Path = ()) -> Iterator[Path]:
    if isinstance(values, list):
        for index, item in enumerate(values):
            yield from _places(item, blocks, (*place, index))
    elif isinstance(values, Mapping):
        if not blocks:
            yield place
        elif blocks[0] in values:
            yield from _places(values[blocks[0]], blocks[1:], (*place, blocks[0]))


def _at(values: Any, path: Path) -> Any:
    for step in path:
        values = values[step]
    return values


def _leaves(value: Any, path: Path, name: str) -> Iterator[tuple[Path, str, Any]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, (*path, key), key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index), name)
    else:
        yield path, name, value


def _dotted(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
