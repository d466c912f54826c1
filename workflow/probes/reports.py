"""
QuickSight: groups, the way to a warehouse, and data sets with their rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned

RULES = "row_level_permission_data_set[0]"
LIVE_RULES = "RowLevelPermissionDataSet"
FREQUENCY = "schedule[0].schedule_frequency[0]"


def group(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("quicksight").describe_group(
        AwsAccountId=live.account_id, GroupName=planned["group_name"], Namespace=planned["namespace"]
    )["Group"]
    yield from same(planned, found, {"group_name": "GroupName", "description": "Description"})


def vpc_connection(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("quicksight").describe_vpc_connection(
        AwsAccountId=live.account_id, VPCConnectionId=planned["vpc_connection_id"]
    )["VPCConnection"]
    yield from same(
        planned,
        found,
        {
            "role_arn": "RoleArn",
            "security_group_ids": "SecurityGroupIds",
            "subnet_ids": "NetworkInterfaces[].SubnetId",
        },
    )


def data_source(live: Live, planned: Planned) -> Iterator[Fact]:
    quicksight = live.client("quicksight")
    which = {"AwsAccountId": live.account_id, "DataSourceId": planned["data_source_id"]}
    found = quicksight.describe_data_source(**which)["DataSource"]
    yield from same(
        planned,
        found,
        {
            "type": "Type",
            "parameters[0].redshift[0].database": "DataSourceParameters.RedshiftParameters.Database",
            "credentials[0].secret_arn": "SecretArn",
            "ssl_properties[0].disable_ssl": "SslProperties.DisableSsl",
            "vpc_connection_properties[0].vpc_connection_arn": "VpcConnectionProperties.VpcConnectionArn",
        },
    )
    opened = quicksight.describe_data_source_permissions(**which).get("Permissions", [])
    yield Fact("permission", _principals(planned.get("permission"), "principal"), _principals(opened, "Principal"))


def data_set(live: Live, planned: Planned) -> Iterator[Fact]:
    quicksight = live.client("quicksight")
    which = {"AwsAccountId": live.account_id, "DataSetId": planned["data_set_id"]}
    found = quicksight.describe_data_set(**which)["DataSet"]
    yield from same(
        planned,
        found,
        {
            "import_mode": "ImportMode",
            f"{RULES}.arn": f"{LIVE_RULES}.Arn",
            f"{RULES}.permission_policy": f"{LIVE_RULES}.PermissionPolicy",
            f"{RULES}.status": f"{LIVE_RULES}.Status",
            "column_level_permission_rules[].[column_names, principals]": (
                "ColumnLevelPermissionRules[].[ColumnNames, Principals]"
            ),
            "physical_table_map[0].custom_sql[0].sql_query": "values(PhysicalTableMap)[0].CustomSql.SqlQuery",
        },
    )
    opened = quicksight.describe_data_set_permissions(**which).get("Permissions", [])
    yield Fact("permissions", _principals(planned.get("permissions"), "principal"), _principals(opened, "Principal"))


def _principals(permissions: object, name: str) -> list[str]:
    """Who has a permission at all."""
    return [str(each[name]) for each in permissions] if isinstance(permissions, list) else []


def refresh_schedule(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("quicksight").describe_refresh_schedule(
        AwsAccountId=live.account_id, DataSetId=planned["data_set_id"], ScheduleId=planned["schedule_id"]
    )["RefreshSchedule"]
    yield from same(
        planned,
        found,
        {
            "schedule[0].refresh_type": "RefreshType",
            f"{FREQUENCY}.interval": "ScheduleFrequency.Interval",
            f"{FREQUENCY}.time_of_the_day": "ScheduleFrequency.TimeOfTheDay",
        },
    )


PROBES = {
    "aws_quicksight_data_set": data_set,
    "aws_quicksight_data_source": data_source,
    "aws_quicksight_group": group,
    "aws_quicksight_refresh_schedule": refresh_schedule,
    "aws_quicksight_vpc_connection": vpc_connection,
}
