"""
The plan a configuration would get, made without Terraform: known values, unknown references, no provider defaults.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workflow.merging import META_ARGUMENTS
from workflow.symbols import provider_block, references


def first_plan(configuration: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    """
    A plan that creates every resource of a configuration.
    """
    resources, changes = [], []
    for kind, blocks in configuration["resource"].items():
        for name, block in blocks.items():
            values, unknown = planned(with_all_tags(block, configuration, schema[kind]), schema[kind])
            place = {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name}
            resources.append({**place, "values": values})
            change = {"actions": ["create"], "before": None, "after": values, "after_unknown": unknown}
            changes.append({**place, "change": change})
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"resources": resources}},
        "resource_changes": changes,
        "complete": True,
        "errored": False,
    }


def with_all_tags(
    block: Mapping[str, Any], configuration: Mapping[str, Any], shape: Mapping[str, Any]
) -> dict[str, Any]:
    """
    A block with what the provider's default tags add to it.
    """
    if "tags_all" not in shape.get("optional_computed", ()):
        return dict(block)
    default = provider_block(configuration)["default_tags"][0]["tags"]
    return {**block, "tags_all": {**default, **(block.get("tags") or {})}}


def planned(
    block: Mapping[str, Any], shape: Mapping[str, Any], *, top: bool = True
) -> tuple[dict[str, Any], dict[str, Any]]:
    """
    The known values of a block, and what is unknown in it.
    """
    values: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for name, value in block.items():
        if (top and name in META_ARGUMENTS) or value is None:
            continue
        if name in shape.get("blocks", {}):
            items = [
                planned(item, shape["blocks"][name], top=False)
                for item in (value if isinstance(value, list) else [value])
            ]
            values[name], unknown[name] = [item[0] for item in items], [item[1] for item in items]
        elif references(value):
            unknown[name] = True
        else:
            values[name] = _unescaped(value)
    return values, unknown


def _unescaped(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("$${", "${").replace("%%{", "%{")
    if isinstance(value, Mapping):
        return {key: _unescaped(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_unescaped(item) for item in value]
    return value
