"""
Mutants of changes: what is there is strong, and the plan takes it away, or makes it weaker where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workflow.changes.compare import differences
from workflow.mutation.catalogue import Mutant


def noticed(deployment: str, resources: Mapping[str, Mapping[str, Any]], mutant: Mutant) -> set[str]:
    """The checks of changes that find something in a plan that does to one resource what the mutant says, and nothing else."""
    changes = [_change(address, values, mutant) for address, values in resources.items()]
    return {each.check for each in differences({"resource_changes": changes}, deployment) if each.check}


def _change(address: str, values: Mapping[str, Any], mutant: Mutant) -> dict[str, Any]:
    changed = address == mutant.address
    return {
        "address": address,
        "type": address.partition(".")[0],
        "mode": "managed",
        "change": {
            "actions": list(mutant.actions) if changed else ["no-op"],
            "before": values,
            "after": mutant.values if changed else values,
            "after_unknown": {},
        },
    }
