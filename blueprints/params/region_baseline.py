"""
What a deployment of `region_baseline` says.
"""

from __future__ import annotations

from modules.foundation.access_analyzers import AccessAnalyzersParams
from modules.foundation.backup import BackupParams
from modules.foundation.config_recorder import ConfigRecorderParams
from modules.foundation.regional_defaults import RegionalDefaultsParams
from modules.foundation.shared_network import SharedNetworkParams
from modules.params import Params


class RegionBaselineParams(Params):
    home: bool = True
    """Whether this is the account's home region, where what has no region (identities) is recorded and analyzed."""

    network: SharedNetworkParams = SharedNetworkParams()
    """The network that pipelines share, where the environment asks for one."""

    defaults: RegionalDefaultsParams = RegionalDefaultsParams()
    """What holds for machines and the network of AWS's own."""

    config: ConfigRecorderParams = ConfigRecorderParams()
    """The recorder of settings."""

    analyzers: AccessAnalyzersParams = AccessAnalyzersParams()
    """The search for access that is open or unused."""

    backup: BackupParams = BackupParams()
    """How long backups are kept, and where else."""
