"""
Reading planned values.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


def at(values: Any, path: str) -> list[Any]:
    """
    Everything at a dotted path, through lists of blocks; nothing where a block is not there.
    """
    if isinstance(values, list):
        return [found for item in values for found in at(item, path)]
    if not path:
        return [values]
    head, _, rest = path.partition(".")
    if not isinstance(values, dict) or values.get(head) in (None, "", []):
        return []
    return at(values[head], rest)


def arguments(shape: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """
    The dotted paths of all arguments of a type that can be set.
    """
    for name in (*shape.get("required", ()), *shape.get("optional", ()), *shape.get("optional_computed", ())):
        yield prefix + name
    for name, block in shape.get("blocks", {}).items():
        yield from arguments(block, f"{prefix}{name}.")


def statements(document: str) -> list[dict[str, Any]]:
    """
    The statements of a policy document.
    """
    return list(json.loads(document)["Statement"])


def texts(value: Any) -> list[str]:
    """
    One text or several, as a list.
    """
    return [value] if isinstance(value, str) else list(value or [])


def rights(real):
    """
    What each process of a plan may do: the statements of its role that allow, by the tag of the role.
    """
    process_of = {role["id"]: role["tags"]["process"] for role in real.of("aws_iam_role").values()}
    found = {process: [] for process in process_of.values()}
    for policy in real.of("aws_iam_role_policy").values():
        found[process_of[policy["role"]]] += [
            statement for statement in statements(policy["policy"]) if statement["Effect"] == "Allow"
        ]

    return found


def cluster_groups(real):
    """
    The security groups of the nodes and of the service of a cluster, by the part they have in it.
    """
    parts = {
        "primary": "emr_managed_master_security_group",
        "nodes": "emr_managed_slave_security_group",
        "service": "service_access_security_group",
    }
    places = [place for cluster in real.of("aws_emr_cluster").values() for place in cluster["ec2_attributes"]]

    return {part: place[argument] for place in places for part, argument in parts.items()}
