"""
What an AWS account has once: who may do what in it, how an emergency is handled, what it may cost.
"""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field

from bindings import Stack, escape
from blueprints.blueprint import Blueprint, Context
from modules.foundation import guardrails
from modules.foundation.account_personas import AccountPersonas, AccountPersonasParams
from modules.foundation.account_settings import AccountSettings
from modules.foundation.boundary import BOUNDARY, PEOPLE_BOUNDARY, Boundary, arn, people_boundary, pipeline_boundary
from modules.foundation.break_glass import BreakGlass, BreakGlassParams
from modules.foundation.budget import Budget, BudgetParams
from modules.foundation.deploy_roles import DeployRoles, DeployRolesParams
from modules.params import DISTINCT, Params, Region


class AccountBaselineParams(Params):
    personas: AccountPersonasParams
    """Who audits the account, responds to incidents, and runs the platform."""

    deploy: DeployRolesParams
    """The repository whose automation plans and applies pipelines."""

    break_glass: BreakGlassParams
    """Who has emergency access."""

    budget: BudgetParams
    """What the account may cost."""

    further_regions: Annotated[tuple[Region, ...], DISTINCT, Field(max_length=10)] = ()
    """Regions that the organization's policy leaves open beside the environment's own, at most 10."""


class AccountBaseline(Blueprint):
    """Boundaries, roles of people and of automation, emergency access with its alarm, account settings and a budget."""

    params_type = AccountBaselineParams
    takes_load = False
    reaches_global = True

    def __init__(self, scope: Stack, id: str, params: AccountBaselineParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipeline, place = self.pipeline, self.pipeline.environment
        bound = arn(place)
        Boundary(
            self,
            "boundary",
            name=BOUNDARY,
            document=pipeline_boundary(place),
            bounds="every role of every pipeline",
        )
        Boundary(
            self,
            "people_boundary",
            name=PEOPLE_BOUNDARY,
            document=people_boundary(place),
            bounds="people's permission sets",
        )
        AccountPersonas(self, "personas", params.personas, pipeline=pipeline, boundary=bound)
        AccountSettings(self, "settings", pipeline=pipeline)
        DeployRoles(self, "deploy", params.deploy, pipeline=pipeline, boundary=bound)
        emergency = BreakGlass(self, "break_glass", params.break_glass, pipeline=pipeline, boundary=bound)
        Budget(self, "budget", params.budget, pipeline=pipeline)
        policy = guardrails.service_control_policy(
            place.partition,
            [place.region, pipeline.in_global_region().environment.region, *params.further_regions],
            place.deploy_roles,
            [emergency.role.arn],
        )
        self.output("permission_boundary", bound, "What `permission_boundary` of the environment names")
        self.output("break_glass_role", emergency.role.arn, "The role of emergency access")
        self.output(
            "service_control_policy",
            escape(json.dumps(policy, separators=(",", ":"))),
            "For those who have AWS Organizations: the policy of the account",
        )
