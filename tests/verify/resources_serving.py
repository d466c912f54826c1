"""
What serves a model, made with boto3, with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

import json

from tests.verify.resources import ACCOUNT, key_arn, name

ROLE = f"arn:aws:iam::{ACCOUNT}:role/serve"
IMAGE = f"{ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/scoring@sha256:{'7d' * 32}"
URL = "s3://released/model.tar.gz"
NETWORK = {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}
VPC = [{"subnets": ["subnet-1"], "security_group_ids": ["sg-1"]}]


def model(sagemaker, this):
    sagemaker.create_model(
        ModelName=this,
        ExecutionRoleArn=ROLE,
        PrimaryContainer={"Image": IMAGE, "ModelDataUrl": URL, "Environment": {"A": "b"}},
        VpcConfig=NETWORK,
        EnableNetworkIsolation=True,
    )
    return {
        "name": this,
        "execution_role_arn": ROLE,
        "enable_network_isolation": True,
        "primary_container": [{"image": IMAGE, "model_data_url": URL, "environment": {"A": "b"}}],
        "vpc_config": VPC,
    }


def configuration(sagemaker, this, key):
    capture = {
        "EnableCapture": True,
        "InitialSamplingPercentage": 100,
        "DestinationS3Uri": "s3://captured/",
        "KmsKeyId": key,
        "CaptureOptions": [{"CaptureMode": "Input"}, {"CaptureMode": "Output"}],
    }
    variant = {"VariantName": "model", "ModelName": this, "InstanceType": "ml.m5.large", "InitialInstanceCount": 2}
    sagemaker.create_endpoint_config(
        EndpointConfigName=this, ProductionVariants=[variant], DataCaptureConfig=capture, KmsKeyId=key
    )
    return {
        "name": this,
        "kms_key_arn": key,
        "production_variants": [
            {
                "model_name": this,
                "instance_type": "ml.m5.large",
                "initial_instance_count": 2,
                "enable_ssm_access": False,
            }
        ],
        "data_capture_config": [
            {
                "enable_capture": True,
                "initial_sampling_percentage": 100,
                "destination_s3_uri": "s3://captured/",
                "kms_key_id": key,
                "capture_options": [{"capture_mode": "Input"}, {"capture_mode": "Output"}],
            }
        ],
    }


def serving(session):
    """A model, how it is served, and the endpoint, which moves to another one by a canary."""
    sagemaker, this, key = session.client("sagemaker"), name(), key_arn(session)
    served = model(sagemaker, this)
    configured = configuration(sagemaker, this, key)
    routing = {"Type": "CANARY", "WaitIntervalInSeconds": 600, "CanarySize": {"Type": "CAPACITY_PERCENT", "Value": 10}}
    sagemaker.create_endpoint(
        EndpointName=this,
        EndpointConfigName=this,
        DeploymentConfig={
            "BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": routing},
            "AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "fails"}]},
        },
    )
    traffic = {"type": "CANARY", "canary_size": [{"type": "CAPACITY_PERCENT", "value": 10}]}
    deployment = {
        "blue_green_update_policy": [{"traffic_routing_configuration": [traffic]}],
        "auto_rollback_configuration": [{"alarms": [{"alarm_name": "fails"}]}],
    }
    return {
        "aws_sagemaker_model.m": served,
        "aws_sagemaker_endpoint_configuration.c": configured,
        "aws_sagemaker_endpoint.e": {"name": this, "endpoint_config_name": this, "deployment_config": [deployment]},
    }


def monitoring(session):
    """A monitor of data quality, a stack that could make others, and the page that shows what they find."""
    sagemaker, this, key = session.client("sagemaker"), name(), key_arn(session)
    place = {"S3Uri": "s3://reports/", "LocalPath": "/opt/ml/processing/output"}
    machine = {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": key}
    sagemaker.create_data_quality_job_definition(
        JobDefinitionName=this,
        DataQualityAppSpecification={"ImageUri": IMAGE},
        DataQualityJobInput={"EndpointInput": {"EndpointName": this, "LocalPath": "/opt/ml/processing/input"}},
        DataQualityJobOutputConfig={"KmsKeyId": key, "MonitoringOutputs": [{"S3Output": place}]},
        JobResources={"ClusterConfig": machine},
        NetworkConfig={
            "EnableNetworkIsolation": True,
            "EnableInterContainerTrafficEncryption": True,
            "VpcConfig": NETWORK,
        },
        RoleArn=ROLE,
        StoppingCondition={"MaxRuntimeInSeconds": 1_800},
    )
    template = {"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}
    session.client("cloudformation").create_stack(StackName=this, TemplateBody=json.dumps(template))
    body = json.dumps({"widgets": []})
    session.client("cloudwatch").put_dashboard(DashboardName=this, DashboardBody=body)
    monitor = {
        "name": this,
        "role_arn": ROLE,
        "data_quality_app_specification": [{"image_uri": IMAGE}],
        "data_quality_job_output_config": [{"kms_key_id": key}],
        "job_resources": [{"cluster_config": [{"instance_type": "ml.m5.large", "volume_kms_key_id": key}]}],
        "network_config": [
            {
                "enable_network_isolation": True,
                "enable_inter_container_traffic_encryption": True,
                "vpc_config": VPC,
            }
        ],
        "stopping_condition": [{"max_runtime_in_seconds": 1_800}],
    }
    return {
        "aws_sagemaker_data_quality_job_definition.m": monitor,
        "aws_cloudformation_stack.s": {"name": this, "template_body": json.dumps(template, indent=1)},
        "aws_cloudwatch_dashboard.d": {"dashboard_name": this, "dashboard_body": body},
    }


MAKERS = (serving, monitoring)
