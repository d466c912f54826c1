"""
The canonical form of a plan that we did not make: its unknown arguments filled from its own `configuration`.

Terraform prints there what each argument refers to, and not the text around the reference. So an argument that names one
thing (a key, a bucket, a role) can be filled, and a document with references inside cannot; that is listed as not evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from modules.errors import InputError
from workflow.canonical import IDENTITIES, Canonical
from workflow.foreign.references import References, Unresolved, leaf_references, split

_NAMES_ONE_THING = re.compile(
    r"(\w+_)?(arns?|ids?|keys?|key_id|bucket|roles?|url|names?|topic|queue|identifiers?|user|group|stream|vpc|security_groups|subnets)"
)
_KEPT = {*IDENTITIES, "tags_all", "name", "bucket", "function_name"}


def canonical_of(plan: Mapping[str, Any], schema: Mapping[str, Any]) -> Canonical:
    """
    The plan with symbols in place of what is unknown, and without what was read back from AWS.

    *schema* is the table of arguments (`bindings/schema.json`): for types in it, arguments that AWS filled in and the
    configuration does not set are taken out. Raises `InputError` for a plan that is not whole.
    """
    _whole(plan)
    result = deepcopy(dict(plan))
    resources = {each["address"]: each for each in managed(result["planned_values"].get("root_module") or {})}
    references = References(plan, {address: each.get("values") or {} for address, each in resources.items()})
    changes = {change["address"]: change["change"] for change in plan.get("resource_changes", [])}
    unresolved: list[dict[str, str]] = []
    for address, resource in resources.items():
        values = resource.setdefault("values", {})
        expressions = references.expressions(address)
        unknown = (changes.get(address) or {}).get("after_unknown") or {}
        _strip(values, expressions, schema.get(resource["type"], {}))
        filler = Filler(address, references)
        filler.fill(values, unknown, expressions, "")
        for attribute in IDENTITIES:
            if unknown.get(attribute) is True and attribute not in values:
                values[attribute] = references.symbol(address, attribute)
        unresolved += filler.unresolved
    result["resource_changes"] = [_creation(resource) for resource in resources.values()]
    gone = [address for address, change in changes.items() if change["actions"] in (["delete"], ["forget"])]
    return Canonical(plan=result, unresolved=unresolved, deleted=sorted(gone))


def managed(module: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The managed resources of a module and those below it; data sources are taken out of it."""
    module["resources"] = [each for each in module.get("resources") or [] if each["mode"] == "managed"]
    yield from module["resources"]
    for child in module.get("child_modules") or []:
        yield from managed(child)


class Filler:
    """Fills the unknown arguments of one resource."""

    def __init__(self, address: str, references: References) -> None:
        self._address = address
        self._module = split(address)[0]
        self._references = references
        self.unresolved: list[dict[str, str]] = []

    def fill(
        self, values: dict[str, Any], unknown: Mapping[str, Any], expressions: Mapping[str, Any], path: str
    ) -> None:
        """Fill *values* at every place that is unknown and that the configuration sets."""
        for name, hidden in unknown.items():
            expression, here = expressions.get(name), f"{path}{name}"
            if expression is None or not hidden:
                continue
            if isinstance(expression, Mapping) and "references" in expression:
                if hidden is True or (isinstance(hidden, list) and any(each is True for each in hidden)):
                    self._set(values, name, hidden, expression, here)
                continue
            blocks, inside = values.get(name), expression if isinstance(expression, list) else [expression]
            if isinstance(hidden, list) and isinstance(blocks, list) and len(blocks) == len(inside) == len(hidden):
                for block, below, given in zip(blocks, hidden, inside, strict=True):
                    if isinstance(below, Mapping) and isinstance(block, dict) and isinstance(given, Mapping):
                        self.fill(block, below, given, f"{here}.")
            elif _any(hidden):
                self._list(here, "a block whose number of elements is not that of the configuration")

    def _set(self, values: dict[str, Any], name: str, hidden: Any, expression: Mapping[str, Any], path: str) -> None:
        listed = leaf_references(expression)
        if not _NAMES_ONE_THING.fullmatch(name) or not listed:
            self._list(path, ", ".join(listed) or "an expression")
            return
        try:
            found = [self._references.resolve(each, self._module) for each in listed]
        except Unresolved as unresolved:
            self._list(path, str(unresolved))
            return
        several = isinstance(hidden, list) or name.endswith("s")
        if not several and len(found) > 1:
            self._list(path, ", ".join(listed))
        else:
            values[name] = found if several else found[0]

    def _list(self, path: str, reference: str) -> None:
        self.unresolved.append({"address": self._address, "attribute": path, "reference": reference})


def _strip(values: dict[str, Any], expressions: Mapping[str, Any], shape: Mapping[str, Any]) -> None:
    answered = {*shape.get("computed", ()), *shape.get("optional_computed", ()), *shape.get("blocks", ())}
    for name in (answered & set(values)) - set(expressions) - _KEPT:
        del values[name]


def _any(hidden: Any) -> bool:
    if isinstance(hidden, Mapping):
        return any(_any(each) for each in hidden.values())
    return any(_any(each) for each in hidden) if isinstance(hidden, list) else bool(hidden)


def _creation(resource: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in resource.items() if name != "values"}
    change = {"actions": ["create"], "before": None, "after": resource["values"], "after_unknown": {}}
    return {**kept, "change": change}


def _whole(plan: Mapping[str, Any]) -> None:
    for name in ("errored", "deferred_changes", "deferred_action_invocations"):
        if plan.get(name):
            raise InputError(f"the plan is not whole ({name!r} is set); make it again")
    if plan.get("complete") is False:
        raise InputError("the plan leaves changes for a later plan ('complete' is false); make it without targets")
    try:
        root = plan["planned_values"].get("root_module") or {}
        shaped = all({"address", "mode", "type", "name"} <= set(each) for each in _all(root))
        changed = all(
            isinstance(each["change"]["actions"], list) and isinstance(each["address"], str) and "type" in each
            for each in plan.get("resource_changes", [])
        )
        plan["configuration"].get("root_module")
    except (AttributeError, KeyError, TypeError) as fault:
        raise InputError(
            f"the plan has not the shape of a JSON plan of Terraform ({fault!r}); make it again"
        ) from fault
    if not shaped or not changed:
        raise InputError("the plan has not the shape of a JSON plan of Terraform; make it again")


def _all(module: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from module.get("resources") or []
    for child in module.get("child_modules") or []:
        yield from _all(child)
