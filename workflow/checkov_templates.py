"""
What the worker does for CloudFormation templates, and how it tells which checks look at an argument.

Runs in Checkov's own environment, like `checkov_worker`, which imports it; it imports nothing of this project.
"""

from __future__ import annotations

import inspect
import json
import sys
from typing import Any

LARGEST = 500_000_000
"""Most bytes of a template."""


def template_report(path: str) -> Any:
    """
    All checks of Checkov's on one template.
    """
    from checkov.cloudformation.parser import cfn_yaml
    from checkov.cloudformation.runner import Runner
    from checkov.runner_filter import RunnerFilter

    cfn_yaml.MAX_IAC_FILE_SIZE = LARGEST  # the limit of one byte that is set for plans has a parser skip templates
    options = RunnerFilter(framework=["cloudformation"], show_progress_bar=False)
    return Runner().run(root_folder=None, files=[path], runner_filter=options)


def template_registry() -> tuple[Any, list[Any]]:
    """
    The registry of checks on resources of templates, and the checks of connections.
    """
    from checkov.cloudformation.checks.resource.registry import cfn_registry
    from checkov.cloudformation.runner import Runner

    runner = Runner()
    runner.graph_registry.load_checks()
    return cfn_registry, list(runner.graph_registry.checks)


def needs(kind: str, attribute: str, registry: Any, graph_checks: list[Any], shared: list[str]) -> list[str]:
    """
    The ids of checks on a type of resource whose text names an argument.

    A policy of ours also needs what the files it shares with others name, *shared*.
    """
    first = attribute.split(".", maxsplit=1)[0]
    named = {f'"{word}"' for word in (first, attribute.rpartition(".")[2])} | {f"'{first}'", f'"{first}/'}
    common = "".join(_source(sys.modules[name]) for name in shared if name in sys.modules)
    found = {
        check.id
        for check in registry.get_checks(kind)
        if any(word in _source(type(check)) + (common if check.id.startswith("MR_") else "") for word in named)
    }
    for check in graph_checks:
        text = json.dumps([getattr(check, "resource_types", None), _definition(check)], default=str)
        if kind in text and first in text:
            found.add(check.id)
    return sorted(found)


def _source(thing: Any) -> str:
    try:
        return inspect.getsource(thing)
    except (OSError, TypeError):
        return ""


def _definition(check: Any) -> Any:
    """
    A check of connections as plain values: solvers within solvers.
    """
    if isinstance(check, list):
        return [_definition(each) for each in check]
    if not hasattr(check, "__dict__"):
        return check
    shown = ("attribute", "resource_types", "sub_checks", "connected_resources_types", "attribute_value")
    return {name: _definition(value) for name, value in vars(check).items() if name in shown}
