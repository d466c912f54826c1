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
    clusters,
    containers,
    defaults,
    detection,
    functions,
    kms,
    lake_formation,
    learning,
    machines,
    messages,
    network,
    permission_sets,
    reports,
    roles,
    rules,
    s3,
    schedules,
    secrets,
    serving,
    spark_clusters,
    streams,
    studio,
    tables,
    trail,
    warehouses,
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
    **clusters.PROBES,
    **containers.PROBES,
    **defaults.PROBES,
    **detection.PROBES,
    **functions.PROBES,
    **kms.PROBES,
    **machines.PROBES,
    **lake_formation.PROBES,
    **learning.PROBES,
    **messages.PROBES,
    **network.PROBES,
    **permission_sets.PROBES,
    **reports.PROBES,
    **roles.PROBES,
    **rules.PROBES,
    **s3.PROBES,
    **spark_clusters.PROBES,
    **schedules.PROBES,
    **secrets.PROBES,
    **serving.PROBES,
    **streams.PROBES,
    **studio.PROBES,
    **tables.PROBES,
    **trail.PROBES,
    **warehouses.PROBES,
    **watching.PROBES,
}
