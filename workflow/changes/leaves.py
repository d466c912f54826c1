"""
The values of a resource as flat pairs, so that those before and after a change can be laid side by side.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workflow.changes.judging import UNKNOWN

_NAMES = ("id", "rule_name", "name", "sid", "index_name")
Step = tuple[str, str]
"""The name of an argument or block, and what tells apart blocks of that name."""
Path = tuple[Step, ...]


def leaves(values: Mapping[str, Any], unknown: Any = None) -> dict[Path, Any]:
    """Every argument that has a value, by its path; what is known only after apply is `UNKNOWN`."""
    return dict(_walk(values, unknown if isinstance(unknown, Mapping) else {}, ()))


def argument(kind: str, path: Path) -> str:
    """`type.block.argument`, as rules name it."""
    return ".".join([kind, *(name for name, _ in path)])


def _walk(values: Mapping[str, Any], unknown: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, Any]]:
    for name in {**values, **unknown}:
        value, hidden = values.get(name), unknown.get(name)
        if hidden is True:
            yield (*path, (name, "")), UNKNOWN
        elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            below = hidden if isinstance(hidden, list) else []
            for index, item in enumerate(value):
                if item.get("status") == "Disabled" and "id" in item:
                    continue  # a rule of a lifecycle that does nothing
                inside = below[index] if index < len(below) and isinstance(below[index], Mapping) else {}
                yield from _walk(item, inside, (*path, (name, _which(item, index, len(value)))))
        elif isinstance(value, Mapping):
            yield from _walk(value, hidden if isinstance(hidden, Mapping) else {}, (*path, (name, "")))
        elif value is not None:
            yield (*path, (name, "")), value


def _which(item: Mapping[str, Any], index: int, count: int) -> str:
    """What tells one block from its like: the objects it is for, or its name, or its place."""
    if "filter" in item or "prefix" in item:
        return json.dumps([item.get("filter") or [], item.get("prefix") or ""], sort_keys=True)
    name = next((str(item[key]) for key in _NAMES if item.get(key)), "")
    return name or (str(index) if count > 1 else "")
