"""
One resource of the canonical plan: what the configuration sets, as the plan normalised it, and the provider's defaults.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workflow.agreement import agrees, empty, normal
from workflow.symbols import Symbols, UnresolvedError, references

META_ARGUMENTS = frozenset(
    {"//", "count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection"}
)


class Merger:
    """Merges the configuration of one resource with its planned values; collects what does not fit."""

    def __init__(self, symbols: Symbols, address: str) -> None:
        self._symbols = symbols
        self._address = address
        self.unresolved: list[dict[str, str]] = []
        self.contradictions: list[dict[str, str]] = []

    def block(
        self, configured: Mapping[str, Any], planned: Mapping[str, Any], unknown: Any, shape: Mapping[str, Any], at: str
    ) -> dict[str, Any]:
        """
        The canonical arguments of one block. `unknown` is the plan's `after_unknown` for it, `at` its path.

        What the configuration does not set is the provider's default. A first plan has nothing there where a later plan has
        the empty text, zero or false that AWS answered; so what is empty is left out, and nothing is false.
        """
        nested = shape.get("blocks", {})
        hidden = {*shape.get("computed", ()), *shape.get("optional_computed", ()), *nested}
        booleans = shape.get("booleans", ())
        values: dict[str, Any] = {}
        own = frozenset() if at else META_ARGUMENTS  # inside of a block, `lifecycle` is an argument of the provider's
        for name in sorted({*configured, *planned} - own):
            mine, theirs = configured.get(name), planned.get(name)
            open_ = unknown if unknown is True else _item(unknown, name)
            path = f"{at}.{name}" if at else name
            if mine is None or (name in nested and mine == []):
                if name in booleans:
                    values[name] = bool(theirs)
                elif name not in hidden and not empty(theirs):
                    values[name] = normal(theirs)
                continue
            try:
                merge = self._blocks if name in nested else self._argument
                values[name] = merge(mine, theirs, open_, nested.get(name, {}), path)
            except UnresolvedError as reference:
                self.unresolved.append({"address": self._address, "attribute": path, "reference": str(reference)})
        return values

    def _argument(self, configured: Any, planned: Any, unknown: Any, _shape: Mapping[str, Any], path: str) -> Any:
        resolved = normal(self._symbols.resolve(configured))
        if unknown is True and planned is not None:
            self._contradict(path, "is both known and unknown in the plan")
        if _any_unknown(unknown):
            return resolved
        if planned is None:
            if not empty(resolved):
                self._contradict(path, "is set by the configuration and absent from the plan")
            return resolved
        if resolved == f"https://{planned}":
            return resolved  # IAM answers the address of an identity provider without its scheme
        if not agrees(self._symbols.pattern(configured), planned):
            self._contradict(path, "differs between the configuration and the plan")
        return resolved if references(configured) else normal(planned)

    def _blocks(self, configured: Any, planned: Any, unknown: Any, shape: Mapping[str, Any], path: str) -> Any:
        mine = configured if isinstance(configured, list) else [configured]
        if unknown is True:
            return [normal(self._symbols.resolve(item)) for item in mine]
        if shape.get("nesting") == "single":
            return self.block(mine[0], planned or {}, unknown, shape, path)
        theirs = list(zip(planned or [], _padded(unknown, len(planned or [])), strict=True))
        if len(mine) != len(theirs):
            self._contradict(path, f"has {len(mine)} blocks in the configuration and {len(theirs)} in the plan")
            return [normal(self._symbols.resolve(item)) for item in mine]
        if shape.get("nesting") == "set":
            theirs = self._matched(mine, theirs)
        return [
            self.block(item, planned_item, open_, shape, f"{path}[{index}]")
            for index, (item, (planned_item, open_)) in enumerate(zip(mine, theirs, strict=True))
        ]

    def _matched(self, mine: list[Any], theirs: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
        """
        The planned elements of a set, in the order of the configured elements they fit best.
        """
        left = list(theirs)
        matched = []
        for item in mine:
            pattern = self._symbols.pattern(item)
            best = max(left, key=lambda pair: _likeness(pattern, pair[0]))
            left.remove(best)
            matched.append(best)
        return matched

    def _contradict(self, path: str, cause: str) -> None:
        self.contradictions.append({"address": self._address, "attribute": path, "cause": cause})


def _likeness(pattern: Mapping[str, Any], planned: Mapping[str, Any]) -> int:
    known = [key for key in pattern if planned.get(key) is not None]
    return sum(1 if agrees(pattern[key], planned[key]) else -1 for key in known)


def _item(unknown: Any, name: str) -> Any:
    return unknown.get(name) if isinstance(unknown, Mapping) else None


def _padded(unknown: Any, length: int) -> list[Any]:
    items = unknown if isinstance(unknown, list) else []
    return (items + [{}] * length)[:length]


def _any_unknown(unknown: Any) -> bool:
    if isinstance(unknown, Mapping):
        return any(_any_unknown(item) for item in unknown.values())
    if isinstance(unknown, list):
        return any(_any_unknown(item) for item in unknown)
    return unknown is True
