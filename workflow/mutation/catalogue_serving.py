"""
Operators on models in use and on the monitors of what they answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workflow.mutation.operators import Operator, gone, setting, several

MODEL, ENDPOINT = "aws_sagemaker_model", "aws_sagemaker_endpoint"
CONFIGURATION = "aws_sagemaker_endpoint_configuration"
MONITOR, STACK = "aws_sagemaker_data_quality_job_definition", "aws_cloudformation_stack"
ROUTING = "deployment_config.blue_green_update_policy.traffic_routing_configuration"


def _said(before: str, after: str) -> Callable[[Any], Any]:
    return lambda text: text.replace(before, after) if isinstance(text, str) else text


OPERATORS = [
    Operator("model reaches others", "isolation", (MODEL,), setting("enable_network_isolation", value=False)),
    Operator("model outside the network", "network", (MODEL,), setting("vpc_config", None)),
    Operator("model from somewhere", "isolation", (MODEL,), setting("primary_container.model_data_url", "s3://somewhere/model.tar.gz")),
    Operator("model in any image", "isolation", (MODEL,), setting("primary_container.image", "somewhere/server:latest")),
    Operator("model unsigned", "isolation", (MODEL,), setting("primary_container.environment", None)),
    Operator("endpoint in the clear", "encryption", (CONFIGURATION,), several(setting("kms_key_arn", None), setting("data_capture_config.kms_key_id", None), setting("async_inference_config.output_config.kms_key_id", None))),
    Operator("requests not captured", "logging", (CONFIGURATION,), several(setting("data_capture_config.enable_capture", value=False), setting("data_capture_config.initial_sampling_percentage", 0))),
    Operator("requests captured elsewhere", "logging", (CONFIGURATION,), setting("data_capture_config.destination_s3_uri", "s3://somewhere/")),
    Operator("people on endpoints", "isolation", (CONFIGURATION,), setting("production_variants.enable_ssm_access", value=True)),
    Operator("new model at once", "monitoring", (ENDPOINT,), several(setting("deployment_config", None), setting(f"{ROUTING}.type", "ALL_AT_ONCE"), setting(f"{ROUTING}.canary_size.value", 100))),
    Operator("new model never taken back", "monitoring", (ENDPOINT,), setting("deployment_config.auto_rollback_configuration", None)),
    Operator("monitor reaches others", "isolation", (MONITOR,), setting("network_config.enable_network_isolation", value=False)),
    Operator("monitor talks in the clear", "encryption", (MONITOR,), setting("network_config.enable_inter_container_traffic_encryption", value=False)),
    Operator("monitor outside the network", "network", (MONITOR,), setting("network_config.vpc_config", None)),
    Operator("monitor without end", "scaling bound", (MONITOR,), setting("stopping_condition", None)),
    Operator("monitor in a template reaches others", "isolation", (STACK,), setting("template_body", _said('"EnableNetworkIsolation": true', '"EnableNetworkIsolation": false'))),
    Operator("monitor in a template talks in the clear", "encryption", (STACK,), setting("template_body", _said('"EnableInterContainerTrafficEncryption": true', '"EnableInterContainerTrafficEncryption": false'))),
    Operator("monitor in a template in the clear", "encryption", (STACK,), setting("template_body", _said('"VolumeKmsKeyId"', '"NoKey"'))),
    Operator("monitor in a template outside the network", "network", (STACK,), setting("template_body", _said('"VpcConfig"', '"NoNetwork"'))),
    Operator("template hides a role", "IAM action", (STACK,), setting("template_body", _said('"Resources": {', '"Resources": {"Hidden": {"Type": "AWS::IAM::Role"}, '))),
    Operator("model not watched", "monitoring", ("aws_sagemaker_monitoring_schedule", MONITOR, STACK), gone),
]  # fmt: skip
"""Operators on what serves models."""
