"""
Redshift Serverless: computing power that grows and shrinks by itself between two bounds, and costs nothing at rest.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from bindings import Construct
from bindings.aws import RedshiftserverlessNamespace, RedshiftserverlessUsageLimit, RedshiftserverlessWorkgroup
from modules.dataflow import Statement
from modules.foundation.alarms import Alarms
from modules.params import Fault, Params, RuleError
from modules.storage.warehouse_form import DATABASE, LOGS, PORT, Form, Site

STEP = 8  # RPUs are had in steps of eight ("Amazon Redshift Serverless capacity")
NAMESPACE = "AWS/Redshift-Serverless"
NEARLY = 0.9  # of the ceiling
RPU = Annotated[int, Field(ge=STEP, le=512, multiple_of=STEP)]


class ServerlessParams(Params):
    base_rpu: RPU = 8
    """Redshift processing units that a query starts with, 8 to 512 in steps of 8."""

    maximum_rpu: RPU = 32
    """The ceiling to which it grows, 8 to 512 in steps of 8; not less than *base_rpu*."""

    rpu_hours_a_day: Annotated[int, Field(ge=1, le=12_288)] = 64
    """RPU-hours after which no query is taken for the rest of the day, 1 to 12288 (512 RPUs all day)."""

    longest_query_seconds: Annotated[int, Field(ge=60, le=86_399)] = 3_600
    """Seconds after which a query is stopped, 60 to 86399."""

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        if self.maximum_rpu < self.base_rpu:
            text = (
                f"is {self.maximum_rpu}, less than base_rpu, which is {self.base_rpu}; a ceiling is not under the floor"
            )
            RuleError.raise_any([Fault(text, ("maximum_rpu",))])
        return self


class Serverless(Construct):
    """A namespace, which holds the data, and a workgroup, which computes, at *site*."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: ServerlessParams,
        *,
        site: Site,
    ) -> None:
        super().__init__(scope, id)
        pipeline, key, alarms = site.pipeline, site.key, site.alarms
        name = pipeline.resource_name("warehouse")
        tags: dict[str, str] = {"classification": pipeline.classification}
        self.namespace = RedshiftserverlessNamespace(
            self,
            "namespace",
            namespace_name=name,
            db_name=DATABASE,
            manage_admin_password=True,
            admin_password_secret_kms_key_id=key.arn,
            kms_key_id=key.arn,
            iam_roles=[site.role_arn],
            log_exports=list(LOGS),
            tags=tags,
        )
        self.workgroup = RedshiftserverlessWorkgroup(
            self,
            "workgroup",
            workgroup_name=name,
            namespace_name=self.namespace.namespace_name,
            base_capacity=params.base_rpu,
            max_capacity=params.maximum_rpu,
            enhanced_vpc_routing=True,
            publicly_accessible=False,
            port=PORT,
            security_group_ids=[site.security_group_id],
            subnet_ids=site.subnet_ids,
            config_parameter=[
                {"parameter_key": parameter, "parameter_value": value}
                for parameter, value in settings(params.longest_query_seconds).items()
            ],
            tags=tags,
        )
        RedshiftserverlessUsageLimit(
            self,
            "usage_limit",
            resource_arn=self.workgroup.arn,
            usage_type="serverless-compute",
            amount=params.rpu_hours_a_day,
            period="daily",
            breach_action="deactivate",
        )
        workgroup = str(self.workgroup.workgroup_name)
        place = pipeline.environment
        domain = pipeline.service("redshift-serverless").split(".", 2)[2]
        self.form = Form(
            resource=self.workgroup,
            arn=self.workgroup.arn,
            login=Statement(("redshift-serverless:GetCredentials",), (self.workgroup.arn,)),
            admin_secret_arn=self.namespace.admin_password_secret_arn,
            target={"WorkgroupName": workgroup, "Database": DATABASE},
            source={
                "host": f"{workgroup}.{place.account_id}.{place.region}.redshift-serverless.{domain}",
                "port": PORT,
                "database": DATABASE,
            },
            namespace=f"redshift://{workgroup}.{place.account_id}.{place.region}:{PORT}",
        )
        self._watch(alarms, name, params)

    def _watch(self, alarms: Alarms, workgroup: str, params: ServerlessParams) -> None:
        alarms.add(
            "warehouse-capacity",
            "The warehouse computes near its ceiling",
            namespace=NAMESPACE,
            metric_name="ComputeCapacity",
            dimensions={"Workgroup": workgroup},
            threshold=NEARLY * params.maximum_rpu,
            statistic="Average",
            evaluation_periods=6,
        )
        alarms.add(
            "warehouse-queue",
            "Queries wait for the warehouse",
            namespace=NAMESPACE,
            metric_name="QueriesQueued",
            dimensions={"Workgroup": workgroup},
            threshold=5,
            statistic="Average",
            evaluation_periods=3,
        )
        alarms.add(
            "warehouse-usage",
            "Most of what the warehouse may compute in a day is used",
            namespace=NAMESPACE,
            metric_name="ComputeSeconds",
            dimensions={"Workgroup": workgroup},
            threshold=params.rpu_hours_a_day * 3_600 / 24,
            statistic="Sum",
            evaluation_periods=3,
        )


def settings(longest_query_seconds: int) -> dict[str, str]:
    """All that AWS knows of a workgroup, since it answers with all and Terraform compares: TLS, a log of every statement."""
    return {
        "auto_mv": "true",
        "datestyle": "ISO, MDY",
        "enable_case_sensitive_identifier": "false",
        "enable_user_activity_logging": "true",
        "max_query_execution_time": str(longest_query_seconds),
        "query_group": "default",
        "require_ssl": "true",
        "search_path": "$user, public",
        "use_fips_ssl": "false",
    }
