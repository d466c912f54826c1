"""
A DynamoDB table with its scaling, made with boto3, with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

from tests.verify.resources import key_arn, name

DIMENSION = "dynamodb:table:WriteCapacityUnits"
METRIC = "DynamoDBWriteCapacityUtilization"


def store(session):
    """A provisioned table whose write capacity scales."""
    dynamodb, this, arn = session.client("dynamodb"), name(), key_arn(session)
    dynamodb.create_table(
        TableName=this,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PROVISIONED",
        ProvisionedThroughput={"ReadCapacityUnits": 5, "WriteCapacityUnits": 5},
        SSESpecification={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": arn},
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        DeletionProtectionEnabled=True,
    )
    recover(dynamodb, this, enabled=True)
    dynamodb.update_time_to_live(
        TableName=this, TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires_at"}
    )
    scaling = session.client("application-autoscaling")
    place = {"ServiceNamespace": "dynamodb", "ResourceId": f"table/{this}", "ScalableDimension": DIMENSION}
    scaling.register_scalable_target(**place, MinCapacity=5, MaxCapacity=100)
    track(scaling, this, 70)
    planned = {"service_namespace": "dynamodb", "resource_id": f"table/{this}", "scalable_dimension": DIMENSION}
    metric = [{"predefined_metric_type": METRIC}]
    return {
        "aws_dynamodb_table.t": {
            "name": this,
            "hash_key": "id",
            "billing_mode": "PROVISIONED",
            "deletion_protection_enabled": True,
            "server_side_encryption": [{"enabled": True, "kms_key_arn": arn}],
            "stream_enabled": True,
            "stream_view_type": "NEW_AND_OLD_IMAGES",
            "point_in_time_recovery": [{"enabled": True}],
            "ttl": [{"enabled": True, "attribute_name": "expires_at"}],
        },
        "aws_appautoscaling_target.t": {**planned, "min_capacity": 5, "max_capacity": 100},
        "aws_appautoscaling_policy.p": {
            **planned,
            "name": f"{this}-write",
            "policy_type": "TargetTrackingScaling",
            "target_tracking_scaling_policy_configuration": [
                {"target_value": 70, "predefined_metric_specification": metric}
            ],
        },
    }


def recover(dynamodb, table, *, enabled):
    dynamodb.update_continuous_backups(
        TableName=table, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": enabled}
    )


def track(scaling, table, target):
    scaling.put_scaling_policy(
        PolicyName=f"{table}-write",
        ServiceNamespace="dynamodb",
        ResourceId=f"table/{table}",
        ScalableDimension=DIMENSION,
        PolicyType="TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration={
            "TargetValue": target,
            "PredefinedMetricSpecification": {"PredefinedMetricType": METRIC},
        },
    )


def retarget(scaling, resource, **bounds):
    scaling.register_scalable_target(
        ServiceNamespace="dynamodb", ResourceId=resource, ScalableDimension=DIMENSION, **bounds
    )
