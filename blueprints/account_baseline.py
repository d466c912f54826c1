"""
Give an account what every pipeline in it relies on: who may do what, an audit trail nobody can change, help in an emergency.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bindings import Stack, escape
from blueprints.blueprint import Blueprint, Context
from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.foundation import guardrails
from modules.foundation.account_personas import AccountPersonas, AccountPersonasParams
from modules.foundation.account_settings import AccountSettings
from modules.foundation.alarms import Alarms
from modules.foundation.audit_trail import AuditTrail
from modules.foundation.boundary import BOUNDARY, PEOPLE_BOUNDARY, Boundary, arn, people_boundary, pipeline_boundary
from modules.foundation.break_glass import BreakGlass, BreakGlassParams
from modules.foundation.budget import Budget, BudgetParams
from modules.foundation.deploy_roles import DeployRoles, DeployRolesParams
from modules.foundation.key import Key, Keys
from modules.foundation.learning_boundary import LEARNING_BOUNDARY, learning_boundary
from modules.foundation.log_archive import LogArchive, LogArchiveParams
from modules.foundation.serving_boundary import SERVING_BOUNDARY, serving_boundary
from modules.foundation.trail_alarms import TrailAlarms
from modules.foundation.trail_queries import TrailQueries
from modules.params import DISTINCT, Params, Region
from modules.pipeline import GLOBAL, Pipeline


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

    further_regions: Annotated[tuple[Region, ...], DISTINCT, Field(max_length=10)] = ()
    """Regions that the organization's policy leaves open beside the environment's own, at most 10."""


class AccountBaseline(Blueprint):
    """
    What exists once in an account, deployed in its home region. CloudTrail records all regions, and who touches the objects
    of which class, into a locked archive that only the auditor reads, with Athena. Alarms tell of every event in the CIS
    benchmark, of the use of emergency access, and of attempts on the archive. Boundaries hold every role; people and
    automation have roles of their own; the account has a budget.
    """

    params_type = AccountBaselineParams
    takes_load = False

    @classmethod
    def regions(cls, params: AccountBaselineParams, pipeline: Pipeline) -> Mapping[str, str]:  # noqa: ARG003  # no choice
        elsewhere = pipeline.in_global_region()
        return {GLOBAL: elsewhere.environment.region} if elsewhere.provider else {}

    def __init__(self, scope: Stack, id: str, params: AccountBaselineParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipeline, place = self.pipeline, self.pipeline.environment
        bound = place.permission_boundary or arn(place)
        bounding = Boundary(
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
        Boundary(
            self,
            "learning_boundary",
            name=LEARNING_BOUNDARY,
            document=learning_boundary(place),
            bounds="every role of every pipeline that trains models",
        )
        Boundary(
            self,
            "serving_boundary",
            name=SERVING_BOUNDARY,
            document=serving_boundary(place),
            bounds="every role of every pipeline that serves models",
        )
        pipeline = pipeline.bounded_by(bounding.arn)
        key = Keys(self, "keys", pipeline=pipeline).pipeline_key
        if place.existing_trail is None:
            self._audit(params, pipeline, key)
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
        self.output("sealed_users", ",".join(emergency.users), "The users of emergency access")

    def _audit(self, params: AccountBaselineParams, pipeline: Pipeline, key: Key) -> None:
        """The trail of the account and all that belongs to it; left out where the environment names a trail that is there."""
        alarms = Alarms(self, "alarms", pipeline=pipeline, key=key)
        archive = LogArchive(self, "archive", params.archive, pipeline=pipeline)
        trail = AuditTrail(self, "trail", pipeline=pipeline, archive=archive)
        queries = TrailQueries(self, "queries", params.queries, pipeline=pipeline, archive=archive, trail=trail)
        TrailAlarms(self, "trail_alarms", pipeline=pipeline, archive=archive, trail=trail, alarms=alarms)
        self.output("trail_arn", trail.trail.arn, "The audit trail of the account")
        self.output("audit_bucket", archive.audit.name, "Where audit records are kept")
        self.output("audit_database", queries.database.name, "The database in which the auditor finds the trail")
        self.output("audit_workgroup", queries.workgroup.workgroup.name, "The workgroup in which the auditor queries")
