"""
What somebody might change on what serves models.
"""

from __future__ import annotations

import json

from tests.verify.resources_serving import IMAGE, ROLE

OTHER = {"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}


def open_model(sagemaker, name):
    """The model again, with a container that reaches others."""
    sagemaker.delete_model(ModelName=name)
    sagemaker.create_model(ModelName=name, ExecutionRoleArn=ROLE, PrimaryContainer={"Image": IMAGE})


def uncaptured(sagemaker, name):
    """The configuration again, without capture and on more machines."""
    sagemaker.delete_endpoint_config(EndpointConfigName=name)
    variant = {"VariantName": "model", "ModelName": name, "InstanceType": "ml.m5.large", "InitialInstanceCount": 9}
    sagemaker.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[variant])


def open_monitor(sagemaker, name):
    """The monitor again, outside of the network."""
    found = sagemaker.describe_data_quality_job_definition(JobDefinitionName=name)
    kept = (
        "DataQualityAppSpecification",
        "DataQualityJobInput",
        "DataQualityJobOutputConfig",
        "JobResources",
        "RoleArn",
    )
    sagemaker.delete_data_quality_job_definition(JobDefinitionName=name)
    sagemaker.create_data_quality_job_definition(JobDefinitionName=name, **{each: found[each] for each in kept})


CHANGES_OF_SERVING = {
    "model that reaches others": (
        *("serving", "sagemaker", "aws_sagemaker_model.m", "name", open_model),
        "aws_sagemaker_model: enable_network_isolation",
    ),
    "requests not captured": (
        *("serving", "sagemaker", "aws_sagemaker_endpoint_configuration.c", "name", uncaptured),
        "aws_sagemaker_endpoint_configuration: data_capture_config.enable_capture",
    ),
    "no endpoint": (
        *("serving", "sagemaker", "aws_sagemaker_endpoint.e", "name"),
        lambda sagemaker, it: sagemaker.delete_endpoint(EndpointName=it),
        "aws_sagemaker_endpoint: can be read",
    ),
    "monitor that reaches others": (
        *("monitoring", "sagemaker", "aws_sagemaker_data_quality_job_definition.m", "name", open_monitor),
        "aws_sagemaker_data_quality_job_definition: network_config.enable_network_isolation",
    ),
    "another template": (
        *("monitoring", "cloudformation", "aws_cloudformation_stack.s", "name"),
        lambda stacks, it: stacks.update_stack(StackName=it, TemplateBody=json.dumps(OTHER)),
        "aws_cloudformation_stack: template_body",
    ),
    "an empty page": (
        *("monitoring", "cloudwatch", "aws_cloudwatch_dashboard.d", "dashboard_name"),
        lambda watch, it: watch.delete_dashboards(DashboardNames=[it]),
        "aws_cloudwatch_dashboard: exists",
    ),
}
