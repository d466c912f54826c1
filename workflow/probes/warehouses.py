"""
Redshift: clusters and what belongs to them, and the serverless form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned

RESIZE = "target_action[0].resize_cluster[0]"


def cluster(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["cluster_identifier"]
    [found] = live.client("redshift").describe_clusters(ClusterIdentifier=name)["Clusters"]
    yield from same(
        planned,
        found,
        {
            "node_type": "NodeType",
            "database_name": "DBName",
            "master_username": "MasterUsername",
            "encrypted": "Encrypted",
            "kms_key_id": "KmsKeyId",
            "publicly_accessible": "PubliclyAccessible",
            "enhanced_vpc_routing": "EnhancedVpcRouting",
            "cluster_subnet_group_name": "ClusterSubnetGroupName",
            "cluster_parameter_group_name": "ClusterParameterGroups[0].ParameterGroupName",
            "vpc_security_group_ids": "VpcSecurityGroups[].VpcSecurityGroupId",
            "iam_roles": "IamRoles[].IamRoleArn",
            "allow_version_upgrade": "AllowVersionUpgrade",
            "automated_snapshot_retention_period": "AutomatedSnapshotRetentionPeriod",
        },
    )
    yield Fact("multi_az", planned.get("multi_az"), found.get("MultiAZ") == "Enabled")
    yield Fact(
        "manage_master_password", planned.get("manage_master_password"), bool(found.get("MasterPasswordSecretArn"))
    )
    yield from same(planned, found, {"master_password_secret_kms_key_id": "MasterPasswordSecretKmsKeyId"})


def logging(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("redshift").describe_logging_status(ClusterIdentifier=planned["cluster_identifier"])
    yield Fact("enabled", planned=True, live=found["LoggingEnabled"])
    yield from same(planned, found, {"log_destination_type": "LogDestinationType", "log_exports": "LogExports"})


def parameter_group(live: Live, planned: Planned) -> Iterator[Fact]:
    there = live.pages("redshift", "describe_cluster_parameters", "Parameters", ParameterGroupName=planned["name"])
    values = {each["ParameterName"]: each.get("ParameterValue") for each in there}
    for parameter in planned.get("parameter") or []:
        yield Fact(f"parameter.{parameter['name']}", parameter["value"], values.get(parameter["name"]))


def subnet_group(live: Live, planned: Planned) -> Iterator[Fact]:
    [found] = live.client("redshift").describe_cluster_subnet_groups(ClusterSubnetGroupName=planned["name"])[
        "ClusterSubnetGroups"
    ]
    yield from same(planned, found, {"description": "Description", "subnet_ids": "Subnets[].SubnetIdentifier"})


def snapshot_copy(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["cluster_identifier"]
    [found] = live.client("redshift").describe_clusters(ClusterIdentifier=name)["Clusters"]
    yield from same(
        planned,
        found.get("ClusterSnapshotCopyStatus", {}),
        {
            "destination_region": "DestinationRegion",
            "retention_period": "RetentionPeriod",
            "snapshot_copy_grant_name": "SnapshotCopyGrantName",
        },
    )


def snapshot_copy_grant(live: Live, planned: Planned) -> Iterator[Fact]:
    name = planned["snapshot_copy_grant_name"]
    there = live.client("redshift").describe_snapshot_copy_grants(SnapshotCopyGrantName=name)
    [found] = there["SnapshotCopyGrants"]
    yield from same(planned, found, {"kms_key_id": "KmsKeyId"})


def usage_limit(live: Live, planned: Planned) -> Iterator[Fact]:
    [found] = live.client("redshift").describe_usage_limits(UsageLimitId=planned["id"])["UsageLimits"]
    yield from same(
        planned,
        found,
        {
            "cluster_identifier": "ClusterIdentifier",
            "feature_type": "FeatureType",
            "limit_type": "LimitType",
            "amount": "Amount",
            "period": "Period",
            "breach_action": "BreachAction",
        },
    )


def scheduled_action(live: Live, planned: Planned) -> Iterator[Fact]:
    there = live.client("redshift").describe_scheduled_actions(ScheduledActionName=planned["name"])
    [found] = there["ScheduledActions"]
    yield from same(
        planned,
        found,
        {
            "schedule": "Schedule",
            "iam_role": "IamRole",
            f"{RESIZE}.cluster_identifier": "TargetAction.ResizeCluster.ClusterIdentifier",
            f"{RESIZE}.number_of_nodes": "TargetAction.ResizeCluster.NumberOfNodes",
            f"{RESIZE}.node_type": "TargetAction.ResizeCluster.NodeType",
        },
    )
    yield Fact("enable", planned.get("enable", True), found["State"] == "ACTIVE")


def namespace(live: Live, planned: Planned) -> Iterator[Fact]:
    there = live.client("redshift-serverless").get_namespace(namespaceName=planned["namespace_name"])
    found = there["namespace"]
    yield from same(
        planned,
        found,
        {
            "db_name": "dbName",
            "admin_username": "adminUsername",
            "kms_key_id": "kmsKeyId",
            "admin_password_secret_kms_key_id": "adminPasswordSecretKmsKeyId",
            "log_exports": "logExports",
        },
    )
    yield Fact("manage_admin_password", planned.get("manage_admin_password"), bool(found.get("adminPasswordSecretArn")))
    roles = [_role(role) for role in found.get("iamRoles", [])]
    yield Fact("iam_roles", planned.get("iam_roles"), roles)


def _role(described: str) -> str:
    """The ARN in `IamRole(applyStatus=in-sync, iamRoleArn=...)`, as the service describes a role."""
    return described.partition("iamRoleArn=")[2].rstrip(")") or described


def workgroup(live: Live, planned: Planned) -> Iterator[Fact]:
    there = live.client("redshift-serverless").get_workgroup(workgroupName=planned["workgroup_name"])
    found: dict[str, Any] = there["workgroup"]
    yield from same(
        planned,
        found,
        {
            "namespace_name": "namespaceName",
            "base_capacity": "baseCapacity",
            "max_capacity": "maxCapacity",
            "publicly_accessible": "publiclyAccessible",
            "enhanced_vpc_routing": "enhancedVpcRouting",
            "security_group_ids": "securityGroupIds",
            "subnet_ids": "subnetIds",
        },
    )
    values = {each["parameterKey"]: each["parameterValue"] for each in found.get("configParameters", [])}
    for parameter in planned.get("config_parameter") or []:
        key = parameter["parameter_key"]
        yield Fact(f"config_parameter.{key}", parameter["parameter_value"], values.get(key))


def serverless_usage_limit(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("redshift-serverless").get_usage_limit(usageLimitId=planned["id"])["usageLimit"]
    yield from same(
        planned,
        found,
        {
            "resource_arn": "resourceArn",
            "usage_type": "usageType",
            "amount": "amount",
            "period": "period",
            "breach_action": "breachAction",
        },
    )


PROBES = {
    "aws_redshift_cluster": cluster,
    "aws_redshift_logging": logging,
    "aws_redshift_parameter_group": parameter_group,
    "aws_redshift_scheduled_action": scheduled_action,
    "aws_redshift_snapshot_copy": snapshot_copy,
    "aws_redshift_snapshot_copy_grant": snapshot_copy_grant,
    "aws_redshift_subnet_group": subnet_group,
    "aws_redshift_usage_limit": usage_limit,
    "aws_redshiftserverless_namespace": namespace,
    "aws_redshiftserverless_usage_limit": serverless_usage_limit,
    "aws_redshiftserverless_workgroup": workgroup,
}
