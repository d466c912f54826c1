"""
SageMaker: models in use, their endpoints, and the monitors of what they answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned


def model(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_model(ModelName=planned["name"])
    yield from same(
        planned,
        found,
        {
            "execution_role_arn": "ExecutionRoleArn",
            "enable_network_isolation": "EnableNetworkIsolation",
            "primary_container[0].image": "PrimaryContainer.Image",
            "primary_container[0].model_data_url": "PrimaryContainer.ModelDataUrl",
            "primary_container[0].environment": "PrimaryContainer.Environment",
            "vpc_config[0].subnets": "VpcConfig.Subnets",
            "vpc_config[0].security_group_ids": "VpcConfig.SecurityGroupIds",
        },
    )


def configuration(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_endpoint_config(EndpointConfigName=planned["name"])
    variant, capture = "production_variants[0]", "data_capture_config[0]"
    live_variant, output = "ProductionVariants[0]", "AsyncInferenceConfig.OutputConfig"
    yield from same(
        planned,
        found,
        {
            "kms_key_arn": "KmsKeyId",
            f"{variant}.model_name": f"{live_variant}.ModelName",
            f"{variant}.instance_type": f"{live_variant}.InstanceType",
            f"{variant}.initial_instance_count": f"{live_variant}.InitialInstanceCount",
            f"{variant}.enable_ssm_access": f"{live_variant}.EnableSSMAccess",
            f"{capture}.enable_capture": "DataCaptureConfig.EnableCapture",
            f"{capture}.initial_sampling_percentage": "DataCaptureConfig.InitialSamplingPercentage",
            f"{capture}.destination_s3_uri": "DataCaptureConfig.DestinationS3Uri",
            f"{capture}.kms_key_id": "DataCaptureConfig.KmsKeyId",
            f"{capture}.capture_options[].capture_mode": "DataCaptureConfig.CaptureOptions[].CaptureMode",
            "async_inference_config[0].output_config[0].kms_key_id": f"{output}.KmsKeyId",
            "async_inference_config[0].output_config[0].s3_output_path": f"{output}.S3OutputPath",
            "async_inference_config[0].output_config[0].s3_failure_path": f"{output}.S3FailurePath",
        },
    )


def endpoint(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_endpoint(EndpointName=planned["name"])
    update, routing = "BlueGreenUpdatePolicy", "deployment_config[0].blue_green_update_policy[0]"
    traffic = f"{routing}.traffic_routing_configuration[0]"
    yield from same(planned, found, {"endpoint_config_name": "EndpointConfigName"})
    yield Fact("status", "InService", found["EndpointStatus"])
    deployed = found.get("LastDeploymentConfig")
    if deployed is not None:  # SageMaker tells it from the first update on
        yield from same(
            planned,
            deployed,
            {
                f"{traffic}.type": f"{update}.TrafficRoutingConfiguration.Type",
                f"{traffic}.canary_size[0].value": f"{update}.TrafficRoutingConfiguration.CanarySize.Value",
                "deployment_config[0].auto_rollback_configuration[0].alarms[].alarm_name": (
                    "AutoRollbackConfiguration.Alarms[].AlarmName"
                ),
            },
        )


def data_quality(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_data_quality_job_definition(JobDefinitionName=planned["name"])
    network, cluster = "network_config[0]", "job_resources[0].cluster_config[0]"
    yield from same(
        planned,
        found,
        {
            "role_arn": "RoleArn",
            "data_quality_app_specification[0].image_uri": "DataQualityAppSpecification.ImageUri",
            "data_quality_job_output_config[0].kms_key_id": "DataQualityJobOutputConfig.KmsKeyId",
            f"{cluster}.instance_type": "JobResources.ClusterConfig.InstanceType",
            f"{cluster}.volume_kms_key_id": "JobResources.ClusterConfig.VolumeKmsKeyId",
            f"{network}.enable_network_isolation": "NetworkConfig.EnableNetworkIsolation",
            f"{network}.enable_inter_container_traffic_encryption": (
                "NetworkConfig.EnableInterContainerTrafficEncryption"
            ),
            f"{network}.vpc_config[0].subnets": "NetworkConfig.VpcConfig.Subnets",
            f"{network}.vpc_config[0].security_group_ids": "NetworkConfig.VpcConfig.SecurityGroupIds",
            "stopping_condition[0].max_runtime_in_seconds": "StoppingCondition.MaxRuntimeInSeconds",
        },
    )


def schedule(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("sagemaker").describe_monitoring_schedule(MonitoringScheduleName=planned["name"])
    said = "monitoring_schedule_config[0]"
    yield from same(
        planned,
        found["MonitoringScheduleConfig"],
        {
            f"{said}.monitoring_job_definition_name": "MonitoringJobDefinitionName",
            f"{said}.monitoring_type": "MonitoringType",
            f"{said}.schedule_config[0].schedule_expression": "ScheduleConfig.ScheduleExpression",
        },
    )
    yield Fact("status", "Scheduled", found["MonitoringScheduleStatus"])


def stack(live: Live, planned: Planned) -> Iterator[Fact]:
    """The template that made it, and whether it is whole; CloudFormation gives it as text or as an object."""
    client = live.client("cloudformation")
    found: Any = client.get_template(StackName=planned["name"])["TemplateBody"]
    [said] = client.describe_stacks(StackName=planned["name"])["Stacks"]
    told = found if isinstance(found, dict) else json.loads(found)
    yield Fact("template_body", json.loads(planned["template_body"]), json.loads(json.dumps(told)))
    yield Fact("complete", planned=True, live=said["StackStatus"] in ("CREATE_COMPLETE", "UPDATE_COMPLETE"))


PROBES = {
    "aws_cloudformation_stack": stack,
    "aws_sagemaker_data_quality_job_definition": data_quality,
    "aws_sagemaker_endpoint": endpoint,
    "aws_sagemaker_endpoint_configuration": configuration,
    "aws_sagemaker_model": model,
    "aws_sagemaker_monitoring_schedule": schedule,
}
