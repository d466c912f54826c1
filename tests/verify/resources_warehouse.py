"""
What a warehouse consists of, made with boto3, with the values that a plan of Terraform has for it; the embedded AWS serves
these types as far as boto3 can read them.
"""

from __future__ import annotations

import json

from tests.verify.resources import ACCOUNT, ROOT, key_arn, name, policy

LOGS = ["connectionlog", "useractivitylog", "userlog"]
LOADER = f"arn:aws:iam::{ACCOUNT}:role/loader"


def subnet_group(session):
    ec2, redshift, this = session.client("ec2"), session.client("redshift"), name()
    vpc = ec2.create_vpc(CidrBlock="10.40.0.0/20")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.40.0.0/22")["Subnet"]["SubnetId"]
    redshift.create_cluster_subnet_group(ClusterSubnetGroupName=this, Description="private", SubnetIds=[subnet])
    return {"aws_redshift_subnet_group.s": {"name": this, "description": "private", "subnet_ids": [subnet]}}


def cluster(session):
    """A cluster, its logging, and copies of its snapshots."""
    redshift, this, arn = session.client("redshift"), name(), key_arn(session)
    group = subnet_group(session)
    redshift.create_cluster(
        ClusterIdentifier=this,
        NodeType="ra3.xlplus",
        NumberOfNodes=2,
        DBName="warehouse",
        MasterUsername="keeper",
        MasterUserPassword="Never-used-1",
        Encrypted=True,
        KmsKeyId=arn,
        PubliclyAccessible=False,
        EnhancedVpcRouting=True,
        ClusterSubnetGroupName=group["aws_redshift_subnet_group.s"]["name"],
        IamRoles=[LOADER],
        AllowVersionUpgrade=True,
        AutomatedSnapshotRetentionPeriod=35,
    )
    grant = name()
    redshift.create_snapshot_copy_grant(SnapshotCopyGrantName=grant, KmsKeyId=arn)
    redshift.enable_snapshot_copy(
        ClusterIdentifier=this, DestinationRegion="eu-west-1", RetentionPeriod=35, SnapshotCopyGrantName=grant
    )
    values = {
        "cluster_identifier": this,
        "node_type": "ra3.xlplus",
        "database_name": "warehouse",
        "master_username": "keeper",
        "encrypted": True,
        "kms_key_id": arn,
        "publicly_accessible": False,
        "enhanced_vpc_routing": True,
        "cluster_subnet_group_name": group["aws_redshift_subnet_group.s"]["name"],
        "cluster_parameter_group_name": "default.redshift-1.0",
        "iam_roles": [LOADER],
        "allow_version_upgrade": True,
        "automated_snapshot_retention_period": 35,
    }
    copy = {"destination_region": "eu-west-1", "retention_period": 35, "snapshot_copy_grant_name": grant}
    return {
        **group,
        "aws_redshift_cluster.c": values,
        "aws_redshift_snapshot_copy_grant.g": {"snapshot_copy_grant_name": grant, "kms_key_id": arn},
        "aws_redshift_snapshot_copy.c": {"cluster_identifier": this, **copy},
    }


def viewers(session):
    """A group of QuickSight."""
    quicksight, this = session.client("quicksight"), name()
    quicksight.create_group(AwsAccountId=ACCOUNT, Namespace="default", GroupName=this, Description="viewers")
    return {"aws_quicksight_group.g": {"group_name": this, "namespace": "default", "description": "viewers"}}


def schedule(session):
    scheduler, group, this, arn = session.client("scheduler"), name(), name(), key_arn(session)
    scheduler.create_schedule_group(Name=group)
    target = {"Arn": "arn:aws:scheduler:::aws-sdk:redshiftdata:batchExecuteStatement", "RoleArn": LOADER}
    scheduler.create_schedule(
        Name=this,
        GroupName=group,
        ScheduleExpression="rate(1 hours)",
        FlexibleTimeWindow={"Mode": "OFF"},
        KmsKeyArn=arn,
        State="ENABLED",
        Target={**target, "Input": json.dumps({"Sqls": ["SELECT 1"]})},
    )
    values = {
        "name": this,
        "group_name": group,
        "schedule_expression": "rate(1 hours)",
        "state": "ENABLED",
        "kms_key_arn": arn,
        "target": [{"arn": target["Arn"], "role_arn": LOADER, "input": json.dumps({"Sqls": ["SELECT 1"]})}],
    }
    return {"aws_scheduler_schedule.s": values, "aws_scheduler_schedule_group.g": {"name": group}}


def secret(session):
    manager, this, arn = session.client("secretsmanager"), name(), key_arn(session)
    made = manager.create_secret(Name=this, Description="reports", KmsKeyId=arn)["ARN"]
    reader = {"Effect": "Allow", "Principal": {"AWS": ROOT}, "Action": "secretsmanager:GetSecretValue", "Resource": "*"}
    manager.put_resource_policy(SecretId=made, ResourcePolicy=policy(reader))
    values = {"name": this, "arn": made, "kms_key_id": arn, "description": "reports", "policy": policy(reader)}
    return {"aws_secretsmanager_secret.s": values}


MAKERS = (cluster, schedule, secret, viewers)
