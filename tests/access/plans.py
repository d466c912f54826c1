"""
The access of a deployment's real plan, as it is and with something changed by hand.
"""

from __future__ import annotations

from typing import Any

from tests.gate.weakened import weakened
from tests.gate.weakenings import Weakening
from tests.planning import SCHEMA, planned
from workflow.access.compare import Access, compare
from workflow.symbols import Symbols


def declared(deployment: str) -> tuple[dict[str, Any], str]:
    """The graph with its references resolved, and the account."""
    real = planned(deployment)
    resolved = Symbols(real.configuration, SCHEMA).resolve(real.dataflow)

    return resolved, real.loaded.environment.account_id


def access(deployment: str, change: Weakening | None = None) -> Access:
    canonical = weakened(deployment, change) if change else planned(deployment).canonical

    return compare(canonical.resources, *declared(deployment))


def checks(deployment: str, change: Weakening | None = None) -> set[str]:
    return {difference.check for difference in access(deployment, change).differences}


def row(found: Access, principal: str, store: str) -> set[str]:
    """The columns of a principal, by its name, on a store."""
    return {
        column
        for (arn, place), columns in found.cells.items()
        if (found.declared.name(arn, found.account), place.name) == (principal, store)
        for column in columns
    }
