"""
Warehouses as policies see them, whichever form they have.
"""

from __future__ import annotations

from planned import Policy, Resource, blocks


def settings(policy: Policy, warehouse: Resource) -> dict[str, str]:
    """
    The settings that take effect, in lower case: those of a workgroup, or of the parameter group that a cluster uses.
    """
    groups = policy.planned("aws_redshift_parameter_group")
    used = [item for item in groups if item.get("name") == warehouse.get("cluster_parameter_group_name")]
    own = {item.get("parameter_key"): item.get("parameter_value") for item in blocks(warehouse.get("config_parameter"))}
    shared = {item.get("name"): item.get("value") for group in used for item in blocks(group.get("parameter"))}
    return {str(name): str(value).lower() for name, value in {**own, **shared}.items()}
