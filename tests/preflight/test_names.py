from __future__ import annotations

import json

import pytest

from tests.planning import DEPLOYMENTS, planned
from workflow.preflight.names import NAMED, names, taken

TRUST = '{"Version": "2012-10-17", "Statement": []}'
HERE = {"LocationConstraint": "eu-central-1"}


def trail(session, client, name):
    session.client("s3").create_bucket(Bucket="trail-logs", CreateBucketConfiguration=HERE)
    client.create_trail(Name=name, S3BucketName="trail-logs")


def delivery(_, client, name):
    target = {"RoleARN": "arn:aws:iam::111122223333:role/r", "BucketARN": "arn:aws:s3:::b"}
    client.create_delivery_stream(DeliveryStreamName=name, S3DestinationConfiguration=target)


def table(_, client, name):
    key = {"AttributeName": "id"}
    client.create_table(
        TableName=name,
        KeySchema=[{**key, "KeyType": "HASH"}],
        AttributeDefinitions=[{**key, "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )


def alias(_, client, name):
    client.create_alias(AliasName=name, TargetKeyId=client.create_key()["KeyMetadata"]["KeyId"])


ROLE = "arn:aws:iam::111122223333:role/orders-dev-train"
TEMPLATE = json.dumps({"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}})


def pipeline(_, client, name):
    client.create_pipeline(PipelineName=name, PipelineDefinition="{}", ClientRequestToken="x" * 32, RoleArn=ROLE)


def variant(client, name):
    client.create_model(ModelName=name, ExecutionRoleArn=ROLE, PrimaryContainer={"Image": "scoring"})
    return {"VariantName": "model", "ModelName": name, "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}


def endpoint_configuration(_, client, name):
    client.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[variant(client, name)])


def endpoint(session, client, name):
    endpoint_configuration(session, client, name)
    client.create_endpoint(EndpointName=name, EndpointConfigName=name)


def monitor(_, client, name):
    cluster = {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 10}
    captured = {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}
    place = {"S3Uri": "s3://reports/", "LocalPath": "/opt/ml/processing/output"}
    client.create_data_quality_job_definition(
        JobDefinitionName=name,
        DataQualityAppSpecification={"ImageUri": "scoring"},
        DataQualityJobInput={"EndpointInput": captured},
        DataQualityJobOutputConfig={"MonitoringOutputs": [{"S3Output": place}]},
        JobResources={"ClusterConfig": cluster},
        RoleArn=ROLE,
    )


MAKE = {
    "aws_cloudformation_stack": lambda _, client, name: client.create_stack(StackName=name, TemplateBody=TEMPLATE),
    "aws_cloudtrail": trail,
    "aws_dynamodb_table": table,
    "aws_glue_catalog_database": lambda _, client, name: client.create_database(DatabaseInput={"Name": name}),
    "aws_iam_role": lambda _, client, name: client.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST),
    "aws_iam_user": lambda _, client, name: client.create_user(UserName=name),
    "aws_kinesis_firehose_delivery_stream": delivery,
    "aws_kinesis_stream": lambda _, client, name: client.create_stream(StreamName=name, ShardCount=1),
    "aws_kms_alias": alias,
    "aws_s3_bucket": lambda _, client, name: client.create_bucket(Bucket=name, CreateBucketConfiguration=HERE),
    "aws_sagemaker_data_quality_job_definition": monitor,
    "aws_sagemaker_endpoint": endpoint,
    "aws_sagemaker_endpoint_configuration": endpoint_configuration,
    "aws_sagemaker_model": lambda _, client, name: client.create_model(
        ModelName=name, ExecutionRoleArn=ROLE, PrimaryContainer={"Image": "scoring"}
    ),
    "aws_sagemaker_model_package_group": lambda _, client, name: client.create_model_package_group(
        ModelPackageGroupName=name
    ),
    "aws_sagemaker_pipeline": pipeline,
    "aws_sqs_queue": lambda _, client, name: client.create_queue(QueueName=name),
}


def make(session, resource_type, name):
    """Something of this type with this name, made by somebody else."""
    MAKE[resource_type](session, session.client(NAMED[resource_type].service), name)


@pytest.mark.parametrize("resource_type", sorted(set(NAMED) - {"aws_lambda_function"}))
def test_taken(session, resource_type):
    """
    A name in use is found, and one beside it is free.
    """
    name = "alias/orders-dev/pipeline" if resource_type == "aws_kms_alias" else "orders-dev"
    before = taken(session, NAMED[resource_type], name)
    make(session, resource_type, name)

    assert (False, True) == (before, taken(session, NAMED[resource_type], name))
    assert not taken(session, NAMED[resource_type], f"{name}-other")


def test_clash(session):
    """
    A bucket of this name that the state does not hold stops the plan; one that it holds does not.
    """
    configuration = {"resource": {"aws_s3_bucket": {"raw": {"bucket": "orders-raw"}}}}
    make(session, "aws_s3_bucket", "orders-raw")
    [clash, _] = names(session, configuration, [])
    [owned] = names(session, configuration, ["aws_s3_bucket.raw"])

    assert ("name orders-raw", "missing", "ok") == (clash.part, clash.state, owned.state)


def test_too_long(session):
    """
    A name that AWS would refuse is told before it does.
    """
    configuration = {"resource": {"aws_iam_role": {"it": {"name": "r" * 65}}}}

    assert "has 65 characters, and aws_iam_role takes 64" in next(names(session, configuration, [])).text


@pytest.mark.parametrize("deployment", DEPLOYMENTS)
def test_names_of_a_deployment(session, deployment):
    """
    In an empty account every name of a deployment is free and short enough.
    """
    assert ["ok"] == [each.state for each in names(session, planned(deployment).configuration, [])]
