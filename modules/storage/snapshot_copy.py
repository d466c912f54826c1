"""
Copies of a cluster's snapshots in a second region.
"""

from __future__ import annotations

from typing import Final

from bindings import Construct
from bindings.aws import RedshiftCluster, RedshiftSnapshotCopy, RedshiftSnapshotCopyGrant
from modules.foundation.key import Key, KeyParams
from modules.pipeline import Pipeline

COPY: Final = "copy"
"""The alias of the provider of that region."""

MANUAL_DAYS = 90  # how long snapshots are kept that people make


class SnapshotCopy(Construct):
    """Snapshots of *cluster* go to *region*, under a key there that Redshift gets to use by a grant."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        cluster: RedshiftCluster,
        region: str,
        retention_days: int,
    ) -> None:
        super().__init__(scope, id)
        there = pipeline.elsewhere(region, COPY)
        key = Key(self, "key", KeyParams(purpose="snapshots"), pipeline=there, classification=pipeline.classification)
        grant = RedshiftSnapshotCopyGrant(
            self,
            "grant",
            snapshot_copy_grant_name=pipeline.resource_name("snapshots"),
            kms_key_id=key.arn,
            tags={"classification": pipeline.classification},
            provider=there.provider,
        )
        RedshiftSnapshotCopy(
            self,
            "copy",
            cluster_identifier=cluster.cluster_identifier,
            destination_region=region,
            snapshot_copy_grant_name=grant.snapshot_copy_grant_name,
            retention_period=retention_days,
            manual_snapshot_retention_period=MANUAL_DAYS,
        )
