"""
When a warehouse is told what: who may use it, once a day, and to take in what arrived.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Annotated

from pydantic import Field

from bindings import Construct, Deferred
from bindings.aws import CloudwatchEventRule, CloudwatchEventTarget, SchedulerSchedule, SchedulerScheduleGroup
from modules.dataflow import Process, Statement
from modules.foundation.alarms import Alarms
from modules.foundation.role import Role, service_trust
from modules.foundation.topic import Topic
from modules.grants import Trustee
from modules.ingestion.event_stream import EventStream
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.landing import Landing
from modules.storage.warehouse import Source, Warehouse
from modules.storage.warehouse_sql import Table, users

BATCH = "aws-sdk:redshiftdata:batchExecuteStatement"
USER = "IAMR:"
"""What the database calls a user who comes with credentials of IAM, before the name of the role."""

REPORTS = "reports"
"""The user of the database as which QuickSight reads."""


class ScheduleParams(Params):
    load_every_minutes: Annotated[int, Field(ge=5, le=1_440)] = 60
    """Minutes from one load to the next, 5 to 1440."""


class WarehouseSchedule(Construct):
    """
    Loads *warehouse* from *source*, and says once a day what *table* is and which of *readers* (roles) may read it.

    The load may change rows and nothing else. What defines the table acts as the administrator, with a password that it
    gets from the secret for one batch. A batch that fails is told to people.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: ScheduleParams,
        *,
        table: Table,
        pipeline: Pipeline,
        warehouse: Warehouse,
        source: Source,
        readers: Sequence[Process],
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline, self._warehouse, self._table = pipeline, warehouse, table
        self._key = key = warehouse.key
        self._source, self._readers = source, readers
        self._names: list[str] = []
        key.admit(
            list(pipeline.environment.deploy_roles),
            "scheduler",
            ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        )
        self.group = SchedulerScheduleGroup(
            self, "group", name=pipeline.name, tags={"classification": pipeline.classification}
        )
        form = warehouse.form
        admin = Statement(("secretsmanager:GetSecretValue",), (form.admin_secret_arn,)), key.decrypt("secretsmanager")
        self._loader, loads = self._role("order-load", form.login)
        _, defines = self._role("define", *admin)
        self._batch("load", f"rate({params.load_every_minutes} minutes)", loads, self._load)
        self._batch("define", "rate(1 days)", defines, self._define, secret=form.admin_secret_arn)
        self._tell(alarms)

    def _role(self, name: str, *needs: Statement) -> tuple[Process, Role]:
        """A process that runs batches in the warehouse, on behalf of the scheduler."""
        form = self._warehouse.form
        process = self._pipeline.process(name, "aws_schedule")
        process.requires(form.batch, self._key.decrypt("scheduler"), *needs)
        self._pipeline.graph.grants.trustees.append(Trustee(process.name, "deliver", (form.arn,)))
        trust = [service_trust("scheduler.amazonaws.com", self._pipeline)]
        return process, Role(
            self, f"{name.replace('-', '_')}_role", pipeline=self._pipeline, process=process, trust=trust
        )

    def _batch(
        self, name: str, rate: str, role: Role, statements: Callable[[], list[str]], *, secret: str = ""
    ) -> None:
        """A batch of statements at a *rate*, as *role*, or as whom the *secret* says."""
        self._names.append(statement_name := self._pipeline.resource_name(name))
        asked = {**self._warehouse.form.target, "StatementName": statement_name, "WithEvent": True}
        who = {"SecretArn": secret} if secret else {}
        SchedulerSchedule(
            self,
            name,
            name=statement_name,
            group_name=self.group.name,
            description=f"{self._pipeline.name}: {name}",
            schedule_expression=rate,
            state="ENABLED",
            kms_key_arn=self._key.arn,
            flexible_time_window={"mode": "OFF"},
            target={
                "arn": f"arn:{self._pipeline.environment.partition}:scheduler:::{BATCH}",
                "role_arn": role.arn,
                "input": Deferred(lambda: json.dumps({**asked, **who, "Sqls": statements()})),
                "retry_policy": {"maximum_event_age_in_seconds": 3_600, "maximum_retry_attempts": 5},
            },
            depends_on=[role.policy, self._warehouse.form.resource],
        )

    def _load(self) -> list[str]:
        days = self._warehouse.retention_days
        if isinstance(self._source, Landing):
            location = f"s3://{self._source.bucket.name}/{self._source.prefix}"
            return self._table.load_files(location, str(self._warehouse.load.principal), days)
        return self._table.load_stream(self._source.retention_hours, days)

    def _define(self) -> list[str]:
        load, table = self._warehouse.load, self._table
        writer = self._user(self._loader)
        readers = [REPORTS, *(self._user(reader) for reader in self._readers)]
        streaming = (
            table.streaming(str(self._source.name), str(load.principal), writer)
            if isinstance(self._source, EventStream)
            else []
        )
        roles = [f"GRANT ASSUMEROLE ON '{load.principal}' TO \"{writer}\" FOR COPY"]
        return [*table.definition(), *users([*readers, writer]), *table.grants(readers, writer), *roles, *streaming]

    def _user(self, process: Process) -> str:
        return f"{USER}{self._pipeline.resource_name(process.name)}"

    def _tell(self, alarms: Alarms) -> None:
        """A batch is accepted at once and may fail later; the warehouse then says so by an event."""
        pipeline, service = self._pipeline, "events.amazonaws.com"
        from_rule = {
            "StringEquals": {"aws:SourceAccount": pipeline.environment.account_id},
            "ArnLike": {"aws:SourceArn": pipeline.arn("events", f"rule/{pipeline.name}-*")},
        }
        topic = Topic(
            self, "topic", name="batches", pipeline=pipeline, key=self._key, service=service, condition=from_rule
        )
        pattern = {
            "source": ["aws.redshift-data"],
            "detail-type": ["Redshift Data Statement Status Change"],
            "detail": {"statementName": self._names, "state": ["ABORTED", "FAILED"]},
        }
        rule = CloudwatchEventRule(
            self,
            "failed",
            name=pipeline.resource_name("batch-failed"),
            description="The warehouse refused a batch of statements",
            event_pattern=json.dumps(pattern),
            state="ENABLED",
        )
        CloudwatchEventTarget(self, "people", rule=rule.name, target_id="people", arn=topic.arn)
        alarms.add(
            "batch-failed",
            "A load, or the definition of the table, failed in the warehouse",
            namespace="AWS/Events",
            metric_name="TriggeredRules",
            dimensions={"RuleName": str(rule.name)},
            threshold=0,
            statistic="Sum",
        )
        alarms.add(
            "batch-undelivered",
            "The warehouse could not be told to load",
            namespace="AWS/Scheduler",
            metric_name="InvocationDroppedCount",
            dimensions={"ScheduleGroup": pipeline.name},
            threshold=0,
            statistic="Sum",
        )
