"""
What somebody might change behind Terraform's back in a warehouse and around it.
"""

from __future__ import annotations

from tests.verify.resources import ACCOUNT, ROOT, policy


def load_something_else(scheduler, group):
    """The one schedule of *group* runs another statement."""
    [found] = scheduler.list_schedules(GroupName=group)["Schedules"]
    there = scheduler.get_schedule(GroupName=group, Name=found["Name"])
    target = {**there["Target"], "Input": '{"Sqls": ["GRANT ALL ON ALL TABLES IN SCHEMA reporting TO PUBLIC"]}'}
    scheduler.update_schedule(
        Name=found["Name"],
        GroupName=group,
        ScheduleExpression=there["ScheduleExpression"],
        FlexibleTimeWindow=there["FlexibleTimeWindow"],
        Target=target,
        State="ENABLED",
    )


def open_secret(manager, arn):
    everything = {"Effect": "Allow", "Principal": {"AWS": ROOT}, "Action": "secretsmanager:*", "Resource": "*"}
    manager.put_resource_policy(SecretId=arn, ResourcePolicy=policy(everything))


CHANGES_OF_WAREHOUSES = {
    "warehouse in public": (
        *("cluster", "redshift", "aws_redshift_cluster.c", "cluster_identifier"),
        lambda redshift, it: redshift.modify_cluster(ClusterIdentifier=it, PubliclyAccessible=True),
        "aws_redshift_cluster: publicly_accessible",
    ),
    "warehouse with other settings": (
        *("cluster", "redshift", "aws_redshift_cluster.c", "cluster_identifier"),
        lambda redshift, it: redshift.modify_cluster(ClusterIdentifier=it, ClusterParameterGroupName="open"),
        "aws_redshift_cluster: cluster_parameter_group_name",
    ),
    "copies stopped": (
        *("cluster", "redshift", "aws_redshift_snapshot_copy.c", "cluster_identifier"),
        lambda redshift, it: redshift.disable_snapshot_copy(ClusterIdentifier=it),
        "aws_redshift_snapshot_copy: destination_region",
    ),
    "another load": (
        *("schedule", "scheduler", "aws_scheduler_schedule_group.g", "name"),
        load_something_else,
        "aws_scheduler_schedule: target.input",
    ),
    "secret opened": (
        *("secret", "secretsmanager", "aws_secretsmanager_secret.s", "arn"),
        open_secret,
        "aws_secretsmanager_secret: policy",
    ),
    "secret deleted": (
        *("secret", "secretsmanager", "aws_secretsmanager_secret.s", "arn"),
        lambda manager, it: manager.delete_secret(SecretId=it, RecoveryWindowInDays=30),
        "aws_secretsmanager_secret: exists",
    ),
    "viewers gone": (
        *("viewers", "quicksight", "aws_quicksight_group.g", "group_name"),
        lambda quicksight, it: quicksight.delete_group(AwsAccountId=ACCOUNT, Namespace="default", GroupName=it),
        "aws_quicksight_group: exists",
    ),
}
