"""
The plan that a changed configuration would get: Terraform's real plan, with the changed resources planned by hand in all
sections of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from tests.gate.first_plan import planned, with_all_tags

Block = dict[str, Any]


def replanned(
    plan: Mapping[str, Any],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    schema: Mapping[str, Any],
    *,
    everything: bool = False,
) -> dict[str, Any]:
    """
    *plan* is the plan of the configuration *before*; the result is that of *after*. With *everything*, unchanged
    resources are planned by hand too.
    """
    old, new = _blocks(before, schema), _blocks(after, schema)
    values = {item["address"]: item.get("values", {}) for item in plan["planned_values"]["root_module"]["resources"]}
    unknown = {item["address"]: item["change"].get("after_unknown") or {} for item in plan["resource_changes"]}
    for address, block in new.items():
        if block != old.get(address) or everything:
            known, hidden = planned(block, schema[address.split(".")[0]])
            gone = {*old.get(address, ()), *block}
            values[address] = {**_without(values.get(address, {}), gone), **known}
            unknown[address] = {**_without(unknown.get(address, {}), gone), **hidden}
    result = deepcopy(dict(plan))
    result["planned_values"]["root_module"]["resources"] = [_place(at) | {"values": values[at]} for at in new]
    result["resource_changes"] = [
        _place(at)
        | {"change": {"actions": ["create"], "before": None, "after": values[at], "after_unknown": unknown[at]}}
        for at in new
    ]
    return result


def _blocks(configuration: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Block]:
    return {
        f"{kind}.{name}": with_all_tags(block, configuration, schema[kind])
        for kind, blocks in configuration["resource"].items()
        for name, block in blocks.items()
    }


def _without(block: Mapping[str, Any], names: set[str]) -> Block:
    return {name: value for name, value in block.items() if name not in names}


def _place(address: str) -> Block:
    kind, name = address.split(".")
    return {"address": address, "mode": "managed", "type": kind, "name": name}
