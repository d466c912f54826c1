"""
Give an account what every pipeline in it relies on: an audit trail that nobody can change, and alarms that somebody gets.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.analytics.query_workgroup import QueryWorkgroupParams
from modules.foundation.alarms import Alarms
from modules.foundation.audit_trail import AuditTrail
from modules.foundation.key import Keys
from modules.foundation.log_archive import LogArchive, LogArchiveParams
from modules.foundation.trail_alarms import TrailAlarms
from modules.foundation.trail_queries import TrailQueries
from modules.params import Params


class AccountBaselineParams(Params):
    archive: LogArchiveParams = LogArchiveParams()
    """How long records about the account are kept."""

    queries: QueryWorkgroupParams = QueryWorkgroupParams()
    """Limits of the auditor's queries."""


class AccountBaseline(Blueprint):
    """
    What exists once in an account, deployed in its home region. CloudTrail records all regions, and who touches the objects
    of which class, into a locked archive that only the auditor reads, with Athena. Alarms tell of every event in the CIS
    benchmark, of the use of emergency roles, and of attempts on the archive.
    """

    params_type = AccountBaselineParams
    takes_load = False

    def __init__(self, scope: Stack, id: str, params: AccountBaselineParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipeline = self.pipeline
        keys = Keys(self, "keys", pipeline=pipeline)
        alarms = Alarms(self, "alarms", pipeline=pipeline, key=keys.pipeline_key)
        archive = LogArchive(self, "archive", params.archive, pipeline=pipeline)
        trail = AuditTrail(self, "trail", pipeline=pipeline, archive=archive)
        queries = TrailQueries(self, "queries", params.queries, pipeline=pipeline, archive=archive, trail=trail)
        TrailAlarms(self, "trail_alarms", pipeline=pipeline, archive=archive, trail=trail, alarms=alarms)
        self.output("trail_arn", trail.trail.arn, "The audit trail of the account")
        self.output("audit_bucket", archive.audit.name, "Where audit records are kept")
        self.output("audit_database", queries.database.name, "The database in which the auditor finds the trail")
        self.output("audit_workgroup", queries.workgroup.workgroup.name, "The workgroup in which the auditor queries")
