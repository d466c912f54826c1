"""
The canonical plan: what the configuration decides, and nothing read back from AWS.

A first plan hides what is unknown until apply; a later plan shows what AWS answered, so that removed encryption still
looks present. The canonical plan is the same for both: computed attributes and blocks that the configuration does not
set are gone, and every argument with a reference, and every identity, holds a symbol that names its target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from modules.errors import InputError
from workflow.merging import META_ARGUMENTS, Merger
from workflow.surroundings import faults
from workflow.symbols import Symbols, alias_of, provider_block, references

IDENTITIES = ("arn", "id", "key_id", "url")
_INDEX = re.compile(r"\[.*\]$")


@dataclass(frozen=True)
class Canonical:
    """A canonical plan, and what could not be said in it."""

    plan: dict[str, Any]
    """In the form of `terraform show -json`."""
    unresolved: list[dict[str, str]] = field(default_factory=list)
    """`address`, `attribute` and `reference` of every argument whose value nobody can tell; each fails the gate."""
    contradictions: list[dict[str, str]] = field(default_factory=list)
    """`address`, `attribute` and `cause` where plan and configuration disagree; each fails the gate."""
    deleted: list[str] = field(default_factory=list)
    """Addresses the plan destroys; they are in no other section."""

    @property
    def resources(self) -> dict[str, dict[str, Any]]:
        """
        The values of every resource, by address.
        """
        return {
            resource["address"]: resource["values"]
            for resource in _below(self.plan["planned_values"].get("root_module", {}))
        }


def _below(module: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """
    The resources of a module and those of the modules in it; a stack of ours has no modules.
    """
    yield from module.get("resources", ())
    for child in module.get("child_modules", ()):
        yield from _below(child)


def canonical(plan: Mapping[str, Any], configuration: Mapping[str, Any], schema: Mapping[str, Any]) -> Canonical:
    """
    Make a plan canonical.

    `plan` is what `terraform show -json` prints, `configuration` the stack's `cdk.tf.json`, `schema` the table of each
    type's arguments (`bindings/schema.json`).
    """
    _check(plan)
    symbols = Symbols(configuration, schema)
    configured: Mapping[str, Any] = configuration.get("resource", {})
    changes = {change["address"]: change["change"] for change in plan.get("resource_changes", [])}
    result = Canonical(plan={}, deleted=sorted(_gone(changes)))
    planned, addresses = [], set()
    for resource in _planned(plan):
        address, kind, name = resource["address"], resource["type"], resource["name"]
        if changes.get(address, {}).get("actions") == ["forget"]:
            continue
        addresses.add(_INDEX.sub("", address))
        if kind not in schema:
            raise InputError(f"{address}: the table of arguments has no type {kind}; generate the bindings again")
        block = configured.get(kind, {}).get(name)
        if block is None or address not in changes:
            where = "the configuration" if block is None else "the plan's changes"
            result.contradictions.append({"address": address, "attribute": "", "cause": f"is not in {where}"})
            continue
        merger = Merger(symbols, address)
        block = {**block, **_all_tags(block, configuration, schema[kind])}
        shape = _without_tags_all(schema[kind])
        values = merger.block(block, resource.get("values", {}), changes[address].get("after_unknown") or {}, shape, "")
        index = address[len(f"{kind}.{name}") :]
        values |= {
            attribute: symbols.identity(kind, name, index, attribute)
            for attribute in IDENTITIES
            if attribute in (*shape.get("computed", ()), *shape.get("optional_computed", ()))
        }
        planned.append({"address": address, "mode": "managed", "type": kind, "name": name, "values": values})
        result.unresolved.extend(merger.unresolved)
        result.contradictions.extend(merger.contradictions)
    result.contradictions.extend(_missing(configured, addresses, set(result.deleted)))
    result.contradictions.extend(faults(configuration))
    planned.sort(key=lambda resource: str(resource["address"]))
    result.plan.update(_sections(plan, planned, configuration))
    return result


def _check(plan: Mapping[str, Any]) -> None:
    if not isinstance(plan, Mapping) or not {"format_version", "terraform_version", "planned_values"} <= set(plan):
        raise InputError("the plan is no JSON plan of Terraform (`terraform show -json`); make it again")
    for name in ("errored", "deferred_changes", "deferred_action_invocations"):
        if plan.get(name):
            raise InputError(f"the plan is not whole ({name!r} is set); make it again")
    if plan.get("complete") is False:
        raise InputError("the plan leaves changes for a later plan ('complete' is false); make it without targets")
    try:
        root = plan["planned_values"].get("root_module", {})
        modules = root.get("child_modules")
        shaped = all({"address", "mode", "type", "name"} <= set(item) for item in root.get("resources", []))
        changed = all(
            isinstance(item["change"]["actions"], list) and isinstance(item["address"], str) and "type" in item
            for item in plan.get("resource_changes", [])
        )
    except (AttributeError, KeyError, TypeError) as fault:
        raise InputError(
            f"the plan has not the shape of a JSON plan of Terraform ({fault!r}); make it again"
        ) from fault
    if not shaped or not changed:
        raise InputError("the plan has not the shape of a JSON plan of Terraform; make it again")
    if modules:
        raise InputError("the plan holds Terraform modules, which a synthesized stack has none of")


def _planned(plan: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for resource in plan["planned_values"].get("root_module", {}).get("resources", []):
        if resource["mode"] != "managed":
            raise InputError(f"{resource['address']}: data sources are not used; their values are unknown in a plan")
        yield resource


def _gone(changes: Mapping[str, Any]) -> list[str]:
    return [address for address, change in changes.items() if change["actions"] in (["delete"], ["forget"])]


def _all_tags(
    block: Mapping[str, Any], configuration: Mapping[str, Any], shape: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    if "tags_all" not in shape.get("optional_computed", ()):
        return {}
    default = provider_block(configuration, alias_of(block)).get("default_tags") or {}
    first = default[0] if isinstance(default, list) else default
    tags = {**first.get("tags", {}), **(block.get("tags") or {})}
    return {"tags_all": tags} if tags else {}


def _without_tags_all(shape: Mapping[str, Any]) -> dict[str, Any]:
    return {**shape, "optional_computed": [name for name in shape.get("optional_computed", ()) if name != "tags_all"]}


def _missing(configured: Mapping[str, Any], planned: set[str], gone: set[str]) -> Iterator[dict[str, str]]:
    bases = planned | {_INDEX.sub("", address) for address in gone}
    for kind, blocks in configured.items():
        for name, block in blocks.items():
            if f"{kind}.{name}" not in bases and not {"count", "for_each"} & set(block):
                cause = "is in the configuration and not in the plan"
                yield {"address": f"{kind}.{name}", "attribute": "", "cause": cause}


def _sections(
    plan: Mapping[str, Any], planned: list[dict[str, Any]], configuration: Mapping[str, Any]
) -> dict[str, Any]:
    """
    The three sections Checkov reads, consistent with each other: it fills holes of one from another.
    """
    changes = [
        {**resource, "change": {"actions": ["create"], "before": None, "after": resource["values"]}}
        for resource in planned
    ]
    for change in changes:
        del change["values"]
    provider = provider_block(configuration)
    constants = {key: {"constant_value": value} for key, value in provider.items() if not isinstance(value, list)}
    return {
        "format_version": plan["format_version"],
        "terraform_version": plan["terraform_version"],
        "planned_values": {"root_module": {"resources": planned}},
        "resource_changes": changes,
        "configuration": {
            "provider_config": {"aws": {"name": "aws", "expressions": constants}},
            "root_module": {"resources": list(_expressions(configuration.get("resource", {}), planned))},
        },
    }


def _expressions(configured: Mapping[str, Any], planned: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen = set()
    for resource in planned:
        kind, name = resource["type"], resource["name"]
        if (kind, name) in seen:
            continue
        seen.add((kind, name))
        arguments = {key: value for key, value in configured[kind][name].items() if key in resource["values"]}
        expressions = {key: _expression(value) for key, value in arguments.items() if key not in META_ARGUMENTS}
        yield {
            "address": f"{kind}.{name}",
            "mode": "managed",
            "type": kind,
            "name": name,
            "expressions": {key: value for key, value in expressions.items() if value},
        }


def _expression(value: Any) -> dict[str, Any]:
    """
    The references of one argument, as Terraform lists them: with the attribute, then the resource alone.
    """
    texts = [text for full in references(value) for text in (full, ".".join(full.split(".")[:2]))]
    return {"references": list(dict.fromkeys(texts))} if texts else {}
