"""
A CloudFormation template as JSON, with its short forms written out and its parameters filled.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from modules.errors import InputError
from workflow.foreign.reading import read_text

_HOW = "hand over a CloudFormation template in YAML or JSON"
_GIVEN_BY_AWS = "AWS::"
_ELSEWHERE = ("Fn::ImportValue", "Fn::Transform")


class _Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short forms: `!Ref x` is `{Ref: x}`, `!Sub x` is `{Fn::Sub: x}`."""


def _short(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        value: Any = loader.construct_scalar(node)
        value = value.split(".", 1) if suffix == "GetAtt" else value
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)  # type: ignore[arg-type]
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


def _text(loader: _Loader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


_Loader.add_multi_constructor("!", _short)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _text)  # a version of a format is no date


def read_template(path: Path, parameters: Path | None = None) -> dict[str, Any]:
    """The template, with the values in the file *parameters* as defaults; raises `InputError` for anything else."""
    text = read_text(path, "a CloudFormation template", _HOW)
    try:
        template = yaml.load(text, Loader=_Loader)  # noqa: S506  # a loader of plain values, as safe as its base
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError(f"{path} is neither YAML nor JSON: {error}") from error
    if isinstance(template, dict) and "planned_values" in template:
        raise InputError(f"{path} is a plan; judge it with `make gate PLAN={path}`")
    resources = template.get("Resources") if isinstance(template, dict) else None
    if not isinstance(resources, dict) or not resources:
        raise InputError(f"{path} is no CloudFormation template: it has no `Resources`; {_HOW}")
    for name, resource in resources.items():
        if not isinstance(resource, dict) or not isinstance(resource.get("Type"), str):
            raise InputError(f"{path}: resource {name} has no `Type`")
    _fill(template, parameters)
    return dict(json.loads(json.dumps(template, default=str)))


def addresses(template: Mapping[str, Any]) -> set[str]:
    """`type.name` of every resource, as Checkov names it."""
    return {f"{resource['Type']}.{name}" for name, resource in template["Resources"].items()}


def unresolved(template: Mapping[str, Any]) -> list[dict[str, str]]:
    """Where a property takes a value that the template does not tell: a parameter without default, another stack's output."""
    open_ones = {
        name for name, parameter in (template.get("Parameters") or {}).items() if "Default" not in (parameter or {})
    }
    return [
        {"address": f"{resource['Type']}.{name}", "attribute": path, "reference": reference}
        for name, resource in template["Resources"].items()
        for path, reference in _holes(resource.get("Properties") or {}, "", open_ones)
    ]


def _holes(value: Any, path: str, open_ones: set[str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for item in value:
            yield from _holes(item, path, open_ones)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name == "Ref" and item in open_ones:
                yield path, f"parameter {item} without a default"
            elif name in _ELSEWHERE:
                yield path, name
            elif name == "Fn::Sub":
                text = item[0] if isinstance(item, list) else str(item)
                yield from (
                    (path, f"parameter {each} without a default")
                    for each in sorted(open_ones)
                    if f"${{{each}}}" in text
                )
            else:
                inside = path if name.startswith("Fn::") else f"{path}.{name}".removeprefix(".")
                yield from _holes(item, inside, open_ones)


def _fill(template: dict[str, Any], parameters: Path | None) -> None:
    if parameters is None:
        return
    how = 'write {"Name": "value"}, or a list of {"ParameterKey": ..., "ParameterValue": ...} as the AWS command line takes it'
    try:
        given = json.loads(read_text(parameters, "a file of parameters", how))
        values = (
            {each["ParameterKey"]: each["ParameterValue"] for each in given} if isinstance(given, list) else dict(given)
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{parameters} is no file of parameters ({error!r}); {how}") from error
    declared = template.get("Parameters") or {}
    for name, value in values.items():
        if name not in declared:
            raise InputError(f"{parameters}: the template has no parameter {name}")
        declared[name]["Default"] = value
