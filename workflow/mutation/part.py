"""
The part of a plan that a mutant touches: no check that could give another verdict is left out, nor anything it looks at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workflow.mutation.catalogue import Mutant

Items = Sequence[Mapping[str, Any]]
NAMES = ("arn", "bucket", "function_name", "id", "key_id", "name", "url")
"""Arguments that stand for a resource in others."""


class Parts:
    """The parts of one canonical plan, by the types that each check looks at."""

    def __init__(self, plan: Mapping[str, Any], looked_at: Mapping[str, Iterable[str]]) -> None:
        self.plan = plan
        self._looked_at = {check: frozenset(types) for check, types in looked_at.items()}
        self._by_kind: dict[str, tuple[list[str], frozenset[str]]] = {}
        self._by_address = _values(plan)

    def touched(self, kind: str) -> tuple[list[str], frozenset[str]]:
        """The checks that look at a type, and all types that any of them looks at."""
        if kind not in self._by_kind:
            checks = sorted(check for check, types in self._looked_at.items() if kind in types)
            types = frozenset({kind}).union(*(self._looked_at[check] for check in checks))
            self._by_kind[kind] = checks, types
        return self._by_kind[kind]

    def of(self, mutant: Mutant) -> tuple[dict[str, Any], list[str]]:
        """The part of the plan with a mutant in it, and the checks to run on it."""
        checks, types = self.touched(mutant.kind)
        return mutated(self.plan, mutant, types), checks

    def single(self, mutant: Mutant) -> dict[str, Any] | None:
        """A plan of the mutant and nothing else; none where it is gone."""
        if mutant.values is None:
            return None
        [planned], [changed], [configured] = (
            [item for item in items if item["address"] == mutant.address] for items in _sections(self.plan)
        )
        expressions = _expressions(configured["expressions"], mutant.values, self._by_address)
        return _plan(
            self.plan,
            [_with(planned, mutant, {"values": mutant.values})],
            [_with(changed, mutant, {"change": {**changed["change"], "after": mutant.values}})],
            [{**configured, "expressions": expressions}],
        )


def mutated(plan: Mapping[str, Any], mutant: Mutant, types: frozenset[str] | None = None) -> dict[str, Any]:
    """
    A plan with a mutant in all three sections, since Checkov fills holes of one from another; only resources of *types*, or all.
    """
    planned, changed, configured = _sections(plan)
    by_address = _values(plan)
    kept = [item for item in planned if types is None or item["type"] in types]
    kept = [_with(item, mutant, {"values": mutant.values}) for item in kept if _stays(item, mutant)]
    there = {item["address"] for item in kept}
    changes = [
        _with(item, mutant, {"change": {**item["change"], "after": mutant.values}})
        for item in changed
        if item["address"] in there
    ]
    expressed = [
        {**item, "expressions": _expressions(item["expressions"], mutant.values or {}, by_address)}
        if item["address"] == mutant.address
        else item
        for item in configured
        if item["address"] in there
    ]
    return _plan(plan, kept, changes, expressed)


def _sections(plan: Mapping[str, Any]) -> tuple[Items, Items, Items]:
    return (
        plan["planned_values"]["root_module"]["resources"],
        plan["resource_changes"],
        plan["configuration"]["root_module"]["resources"],
    )


def _plan(plan: Mapping[str, Any], planned: Items, changed: Items, configured: Items) -> dict[str, Any]:
    return {
        **plan,
        "planned_values": {"root_module": {"resources": planned}},
        "resource_changes": changed,
        "configuration": {**plan["configuration"], "root_module": {"resources": configured}},
    }


def _values(plan: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {item["address"]: item["values"] for item in _sections(plan)[0]}


def _stays(item: Mapping[str, Any], mutant: Mutant) -> bool:
    return mutant.values is not None or item["address"] != mutant.address


def _with(item: Mapping[str, Any], mutant: Mutant, change: dict[str, Any]) -> dict[str, Any]:
    return {**item, **change} if item["address"] == mutant.address else dict(item)


def _expressions(
    expressions: Mapping[str, Any], values: Mapping[str, Any], by_address: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """The references whose targets are still named by the argument they stood in."""
    kept = {}
    for argument, expression in expressions.items():
        text = json.dumps(values.get(argument))
        references = [each for each in expression.get("references", ()) if _named(each, by_address, text)]
        if references:
            kept[argument] = {"references": references}
    return kept


def _named(reference: str, by_address: Mapping[str, Mapping[str, Any]], text: str) -> bool:
    target = by_address.get(".".join(reference.split(".")[:2]), {})
    names = [target[name] for name in NAMES if isinstance(target.get(name), str) and target[name]]
    return any(json.dumps(name)[1:-1] in text for name in names)
