"""
How each type of resource is read back: which calls, and which settings are compared with the plan. A file a service.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workflow.probes import (
    account,
    backups,
    batches,
    catalog,
    defaults,
    detection,
    functions,
    kms,
    lake_formation,
    messages,
    network,
    permission_sets,
    roles,
    rules,
    s3,
    streams,
    tables,
    trail,
    watching,
)
from workflow.probes.fact import Fact
from workflow.probes.live import Live, Planned

Probe = Callable[[Live, Planned], Iterator[Fact]]
"""Given the account and the planned values of one resource, its facts. Raises when the resource is not there."""

PROBES: dict[str, Probe] = {
    **backups.PROBES,
    **account.PROBES,
    **batches.PROBES,
    **catalog.PROBES,
    **defaults.PROBES,
    **detection.PROBES,
    **functions.PROBES,
    **kms.PROBES,
    **lake_formation.PROBES,
    **messages.PROBES,
    **network.PROBES,
    **permission_sets.PROBES,
    **roles.PROBES,
    **rules.PROBES,
    **s3.PROBES,
    **streams.PROBES,
    **tables.PROBES,
    **trail.PROBES,
    **watching.PROBES,
}
