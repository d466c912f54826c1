"""
What the worker does for mutants: verdicts of checks on one resource that is another, and on the resources around it.

A scan builds a graph of the whole plan, which costs more than the checks. Checks in Python do without: they get the values of
one resource, and policies of ours read the others from a list. Checks of connections need the graph, so they are not asked here.

Runs in Checkov's own environment, like `checkov_worker`, which imports it; it imports nothing of this project.
"""

from __future__ import annotations

import inspect
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Node = dict[str, Any]
LIFECYCLE = frozenset({"CKV_AWS_217", "CKV_AWS_233", "CKV_AWS_237"})
"""Checks that Checkov leaves out of plans."""


class Resources:
    """The resources of a plan, in place of a graph of them."""

    def __init__(self, nodes: list[Node]) -> None:
        self._nodes = nodes

    def nodes(self) -> Iterator[tuple[int, Node]]:
        """
        Each with a number, as a graph gives them.
        """
        return enumerate(self._nodes)


def asked(policies: set[str], registry: Any) -> list[str]:
    """
    Ids of the checks that can be asked so: policies of ours, and those of Checkov's in Python that look at no graph.
    """
    checks = {check.id: check for checks in registry.checks.values() for check in checks}
    return sorted(
        name
        for name, check in checks.items()
        if name not in LIFECYCLE and (name in policies or "graph" not in inspect.getsource(type(check)))
    )


def tried(job: dict[str, Any], registry: Any) -> list[list[list[str]]]:
    """
    For each mutant the checks that fail, with the addresses where they do.

    *job* names files: `plan`, the plan as it is, and `mutants`, a list of `address` and `part`, a plan of the one resource, or
    nothing where it is gone. It has `checks`, the ids of those to ask about a mutant itself, and `around`, the ids of those to
    ask about every other resource by type of the mutant; nothing is asked about the mutant itself then.
    """
    nodes = {node["config"]["__address__"]: node for node in _nodes(job["plan"])}
    checks = {check.id: check for checks in registry.checks.values() for check in checks}
    found = []
    for mutant in json.loads(Path(job["mutants"]).read_text(encoding="utf-8")):
        address = mutant["address"]
        others = [node for at, node in nodes.items() if at != address]
        own = _part(job["plan"], mutant["part"])
        registry.graph = Resources([*others, *own])
        if job["around"] is None:
            wanted = {*job["checks"]}
            pairs = [(check, node) for node in own for check in registry.checks[node["resource_type"]]]
            found.append(_failed(registry, [(check, node) for check, node in pairs if check.id in wanted]))
        else:
            names = job["around"].get(address.partition(".")[0], ())
            pairs = [(checks[name], node) for name in names for node in others]
            found.append(_failed(registry, [(c, n) for c, n in pairs if n["resource_type"] in c.supported_entities]))
    return found


def _failed(registry: Any, pairs: list[tuple[Any, Node]]) -> list[list[str]]:
    from checkov.common.models.enums import CheckResult
    from checkov.terraform.checks.utils.base_cloudsplaining_iam_scanner import BaseTerraformCloudsplainingIAMScanner

    BaseTerraformCloudsplainingIAMScanner.policy_document_cache.clear()  # it would answer from the mutant before
    found = []
    for check, node in pairs:
        kind, _, name = node["block_name_"].partition(".")
        result = registry.run_check(check, node["config"], name, kind, "/plan.json", {})
        if result["result"] is CheckResult.FAILED:
            found.append([check.id, node["config"]["__address__"]])
    return found


def _part(plan: str, part: dict[str, Any] | None) -> list[Node]:
    if part is None:
        return []
    path = Path(f"{plan}.part-{os.getpid()}.json")
    path.write_text(json.dumps(part), encoding="utf-8")
    try:
        return list(_nodes(str(path)))
    finally:
        path.unlink()


def _nodes(path: str) -> Iterator[Node]:
    from checkov.terraform.plan_parser import parse_tf_plan

    faults: dict[str, str] = {}
    definition, _ = parse_tf_plan(path, faults)
    if definition is None or faults:
        raise ValueError(f"no plan that Checkov can read: {faults}")
    for block in definition["resource"]:
        for kind, named in block.items():
            for name, configuration in named.items():
                yield {
                    "block_type_": "resource",
                    "resource_type": kind,
                    "block_name_": f"{kind}.{name}",
                    "config_": block,
                    "config": configuration,
                }
