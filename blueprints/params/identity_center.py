"""
What a deployment of `identity_center` says.
"""

from __future__ import annotations

from modules.foundation.permission_sets import PermissionSetsParams
from modules.params import Params


class IdentityCenterParams(Params):
    permission_sets: PermissionSetsParams
    """The instance, and the group of each persona."""
