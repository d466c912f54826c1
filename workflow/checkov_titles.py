"""
Print, as JSON, id and title of every check and policy that judges one of some types of resources.

Runs under the Python of Checkov's own environment, so it imports nothing of this project. Arguments: the folder of the
policies, then the types.
"""

from __future__ import annotations

import json
import logging
import sys


def titles(policies: str, types: set[str]) -> dict[str, str]:
    """The titles by id."""
    from checkov.common.checks_infra.registry import get_graph_checks_registry
    from checkov.terraform.checks.resource.registry import resource_registry
    from checkov.terraform.plan_runner import Runner

    logging.disable(logging.INFO)
    Runner()
    resource_registry.load_external_checks(policies)
    graph = get_graph_checks_registry("terraform")
    graph.load_checks()
    found = {check.id: check.name for kind in types for check in resource_registry.get_checks(kind)}
    for check in graph.checks:
        judged = types & set(check.resource_types)
        if judged and judged < types:  # one that names every type asks for something beside a resource
            found[check.id] = check.name
    return found


if __name__ == "__main__":
    print(json.dumps(titles(sys.argv[1], set(sys.argv[2:]))))  # noqa: T201  # the answer
