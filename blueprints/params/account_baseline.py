"""
What a deployment of `account_baseline` says.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.foundation.account_personas import AccountPersonasParams
from modules.foundation.break_glass import BreakGlassParams
from modules.foundation.budget import BudgetParams
from modules.foundation.deploy_roles import DeployRolesParams
from modules.foundation.log_archive import LogArchiveParams
from modules.params import DISTINCT, Params, Region


class AccountBaselineParams(Params):
    archive: LogArchiveParams = LogArchiveParams()
    """How long records about the account are kept."""

    queries: QueryWorkgroupParams = QueryWorkgroupParams()
    """Limits of the auditor's queries."""

    personas: AccountPersonasParams
    """Who audits the account, responds to incidents, and runs the platform."""

    deploy: DeployRolesParams
    """The repositories whose automation plans and applies pipelines."""

    break_glass: BreakGlassParams
    """Who has emergency access."""

    budget: BudgetParams
    """What the account may cost."""

    further_regions: Annotated[tuple[Region, ...], Field(max_length=10), DISTINCT] = ()
    """Regions that the organization's policy leaves open beside the environment's own, at most 10."""
