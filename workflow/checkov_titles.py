"""
Print, as JSON, by id, title and types of every check and policy that judges one of some types of resources.

Runs under the Python of Checkov's own environment, so it imports nothing of this project. Arguments: the folder of the
policies, then the types.
"""

from __future__ import annotations

import json
import logging
import sys
from typing import Any


def titles(policies: str, types: set[str]) -> dict[str, dict[str, Any]]:
    """By id, `title` and the `types` among *types* that it judges."""
    from checkov.common.checks_infra.registry import get_graph_checks_registry
    from checkov.terraform.checks.resource.registry import resource_registry
    from checkov.terraform.plan_runner import Runner

    logging.disable(logging.INFO)
    Runner()
    resource_registry.load_external_checks(policies)
    graph = get_graph_checks_registry("terraform")
    graph.load_checks()
    found: dict[str, dict[str, Any]] = {}
    pairs = [(check, kind) for kind in sorted(types) for check in resource_registry.get_checks(kind)]
    pairs += [(check, kind) for check in graph.checks for kind in sorted(types & set(check.resource_types))]
    for check, kind in pairs:
        found.setdefault(check.id, {"title": check.name, "types": []})["types"].append(kind)
    return found


if __name__ == "__main__":
    print(json.dumps(titles(sys.argv[1], set(sys.argv[2:]))))  # noqa: T201  # the answer
