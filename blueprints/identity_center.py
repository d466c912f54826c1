"""
Who of the organisation gets which permission set in an account, through IAM Identity Center.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.identity_center import IdentityCenterParams
from modules.foundation.permission_sets import NAMES, PermissionSets


class IdentityCenter(Blueprint):
    """
    Permission sets for personas, each with a boundary, assigned to groups. Deployed with credentials of the
    organization's management account, or of the one that Identity Center is delegated to.
    """

    params_type = IdentityCenterParams
    takes_load = False

    def __init__(self, scope: Stack, id: str, params: IdentityCenterParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        PermissionSets(self, "permission_sets", params.permission_sets, pipeline=self.pipeline)
        names = [f"permission_set:{NAMES[persona]}" for persona in sorted(params.permission_sets.groups)]
        self.output("permission_sets", ",".join(names), "What `personas` of the environment names")
