"""
What Terraform needs for a warehouse: Redshift in both forms, QuickSight, schedules and secrets.

The embedded AWS serves little of it, so few calls were seen; the others follow from what the types do. What Redshift asks of whoever lets it keep a
password is in "Managing Amazon Redshift admin passwords using AWS Secrets Manager", what a rotation asks in the API reference
of `RotateSecret`.
"""

from __future__ import annotations

from typing import Final

from modules.foundation.deploy_family import Family

WAREHOUSES: Final = Family(
    types=(
        "redshift_cluster redshift_logging redshift_parameter_group redshift_scheduled_action redshift_snapshot_copy "
        "redshift_snapshot_copy_grant redshift_subnet_group redshift_usage_limit redshiftserverless_namespace "
        "redshiftserverless_usage_limit redshiftserverless_workgroup"
    ),
    read={
        "redshift": (
            "DescribeClusterParameterGroups DescribeClusterParameters DescribeClusterSubnetGroups DescribeClusters "
            "DescribeLoggingStatus DescribeScheduledActions DescribeSnapshotCopyGrants DescribeTags DescribeUsageLimits"
        ),
        "redshift-serverless": "GetNamespace GetUsageLimit GetWorkgroup ListTagsForResource",
    },
    write={
        "redshift": (
            "CreateCluster CreateClusterParameterGroup CreateClusterSnapshot CreateClusterSubnetGroup CreateScheduledAction "
            "CreateSnapshotCopyGrant CreateTags DeleteCluster DeleteClusterParameterGroup DeleteClusterSubnetGroup "
            "DeleteScheduledAction DeleteSnapshotCopyGrant DeleteTags DisableLogging DisableSnapshotCopy EnableLogging "
            "EnableSnapshotCopy ModifyAquaConfiguration ModifyCluster ModifyClusterIamRoles ModifyClusterParameterGroup "
            "ModifyClusterSubnetGroup ModifyScheduledAction ModifySnapshotCopyRetentionPeriod"
        ),
        "redshift-serverless": "CreateUsageLimit DeleteUsageLimit UpdateUsageLimit",
    },
    scopes={
        "logs": ("log-group:/aws/redshift/cluster/{name}-*", "log-group:/aws/redshift/{name}-*"),
        "redshift": (
            "cluster:{name}-*",
            "parametergroup:{name}-*",
            "snapshot:{name}-*",
            "snapshotcopygrant:{name}-*",
            "subnetgroup:{name}-*",
        ),
    },
    tagged={
        "redshift": "CreateTags CreateUsageLimit DeleteTags DeleteUsageLimit ModifyUsageLimit",
        "redshift-serverless": (
            "CreateNamespace CreateWorkgroup DeleteNamespace DeleteWorkgroup TagResource UntagResource UpdateNamespace "
            "UpdateWorkgroup"
        ),
    },
    tagged_scopes={"redshift": ("usagelimit:*",), "redshift-serverless": ("namespace/*", "workgroup/*")},
    copies={"redshift": ("snapshotcopygrant:{name}-*",)},
    receivers=("redshift-serverless.amazonaws.com", "redshift.amazonaws.com", "scheduler.redshift.amazonaws.com"),
    linked=("redshift.amazonaws.com",),
)
"""Namespaces, workgroups and limits have ids of AWS."""

REPORTS: Final = Family(
    types=(
        "quicksight_data_set quicksight_data_source quicksight_group quicksight_refresh_schedule quicksight_vpc_connection"
    ),
    read={
        "quicksight": (
            "DescribeDataSet DescribeDataSetPermissions DescribeDataSetRefreshProperties DescribeDataSource "
            "DescribeDataSourcePermissions DescribeGroup DescribeRefreshSchedule DescribeVPCConnection ListTagsForResource"
        )
    },
    write={
        "quicksight": (
            "CreateDataSet CreateDataSource CreateGroup CreateRefreshSchedule CreateVPCConnection DeleteDataSet "
            "DeleteDataSetRefreshProperties DeleteDataSource DeleteGroup DeleteRefreshSchedule DeleteVPCConnection "
            "PassDataSet PassDataSource PutDataSetRefreshProperties TagResource UntagResource UpdateDataSet "
            "UpdateDataSetPermissions UpdateDataSource UpdateDataSourcePermissions UpdateGroup UpdateRefreshSchedule "
            "UpdateVPCConnection"
        )
    },
    scopes={
        "quicksight": (
            "dataset/{name}-*",
            "datasource/{name}-*",
            "group/default/{name}-*",
            "vpcConnection/{name}-*",
        )
    },
    receivers=("quicksight.amazonaws.com",),
)

SCHEDULES: Final = Family(
    types="scheduler_schedule scheduler_schedule_group",
    read={"scheduler": "GetSchedule GetScheduleGroup ListTagsForResource"},
    write={
        "scheduler": (
            "CreateSchedule CreateScheduleGroup DeleteSchedule DeleteScheduleGroup TagResource UntagResource UpdateSchedule"
        )
    },
    scopes={"scheduler": ("schedule-group/{name}", "schedule/{name}/*")},
    receivers=("scheduler.amazonaws.com",),
)

SECRETS: Final = Family(
    types="secretsmanager_secret secretsmanager_secret_rotation",
    read={"secretsmanager": "DescribeSecret GetResourcePolicy"},
    write={
        "secretsmanager": (
            "CancelRotateSecret CreateSecret DeleteResourcePolicy DeleteSecret GetRandomPassword PutResourcePolicy "
            "RotateSecret TagResource UntagResource UpdateSecret"
        )
    },
    scopes={"secretsmanager": ("secret:redshift!{name}-*", "secret:{name}-*")},
)
"""Redshift keeps the password of its administrator in a secret of its own; nobody reads one here."""
