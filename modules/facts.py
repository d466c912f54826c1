"""
Facts: what one deployment made and others have to know. Applying writes them, and people commit them.
"""

from __future__ import annotations

from modules.environment_network import ExistingNetwork
from modules.params import BucketName, Params, RoleArn


class RegionFacts(Params):
    """What region_baseline has made in the environment's region."""

    network: ExistingNetwork | None = None
    """The network that pipelines share; none where each deployment has its own."""

    config_bucket: BucketName
    """The bucket with the history of settings that AWS Config records."""

    backup_role: RoleArn
    """The role AWS Backup acts as; keys of stores that are backed up let it read."""


class Facts(Params):
    """The facts of one environment, by the blueprint that made them."""

    region_baseline: RegionFacts | None = None
    """Of the region; none before its baseline is applied."""
