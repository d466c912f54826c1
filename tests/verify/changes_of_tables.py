"""
What somebody might change on tables and on how they scale.
"""

from __future__ import annotations

from tests.verify import resources_tables

TABLE = ("store", "dynamodb", "aws_dynamodb_table.t", "name")
TARGET = ("store", "application-autoscaling", "aws_appautoscaling_target.t", "resource_id")
CHANGES_OF_TABLES = {
    "recovery off": (
        *TABLE,
        lambda dynamodb, it: resources_tables.recover(dynamodb, it, enabled=False),
        "aws_dynamodb_table: point_in_time_recovery.enabled",
    ),
    "items without an end": (
        *TABLE,
        lambda dynamodb, it: dynamodb.update_time_to_live(
            TableName=it, TimeToLiveSpecification={"Enabled": False, "AttributeName": "expires_at"}
        ),
        "aws_dynamodb_table: ttl.attribute_name",
    ),
    "protection of the table off": (
        *TABLE,
        lambda dynamodb, it: dynamodb.update_table(TableName=it, DeletionProtectionEnabled=False),
        "aws_dynamodb_table: deletion_protection_enabled",
    ),
    "changes not told": (
        *TABLE,
        lambda dynamodb, it: dynamodb.update_table(TableName=it, StreamSpecification={"StreamEnabled": False}),
        "aws_dynamodb_table: stream_enabled",
    ),
    "capacity on demand": (
        *TABLE,
        lambda dynamodb, it: dynamodb.update_table(TableName=it, BillingMode="PAY_PER_REQUEST"),
        "aws_dynamodb_table: billing_mode",
    ),
    "ceiling lifted": (
        *TARGET,
        lambda scaling, it: resources_tables.retarget(scaling, it, MaxCapacity=40_000),
        "aws_appautoscaling_target: max_capacity",
    ),
    "scaling removed": (
        *TARGET,
        lambda scaling, it: scaling.deregister_scalable_target(
            ServiceNamespace="dynamodb", ResourceId=it, ScalableDimension=resources_tables.DIMENSION
        ),
        "aws_appautoscaling_target: exists",
    ),
    "later to scale": (
        *TARGET,
        lambda scaling, it: resources_tables.track(scaling, it.removeprefix("table/"), 95),
        "aws_appautoscaling_policy: target_tracking_scaling_policy_configuration.target_value",
    ),
}
