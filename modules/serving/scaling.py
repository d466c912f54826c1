"""
How many machines an endpoint has: between a floor and a ceiling, as many as the requests ask for.
"""

from __future__ import annotations

from typing import Final

from bindings import Construct
from bindings.aws import AppautoscalingPolicy, AppautoscalingTarget, SagemakerEndpoint
from bindings.aws.appautoscaling_policy import TargetTrackingScalingPolicyConfiguration
from modules.serving.endpoint_params import EndpointParams

VARIANT: Final = "model"
NAMESPACE: Final = "sagemaker"
DIMENSION: Final = "sagemaker:variant:DesiredInstanceCount"

HEADROOM: Final = 0.5
"""Share of what a machine can do at which another one is started ("Load testing your auto scaling configuration")."""

MINUTE: Final = 60
BACKLOG: Final = 5  # files that wait for each machine; more start another one
SCALE_OUT_SECONDS: Final = 60
SCALE_IN_SECONDS: Final = 300


def scale(scope: Construct, endpoint: SagemakerEndpoint, params: EndpointParams) -> None:
    """Follow the requests that a machine gets in a minute, or the files that wait for one."""
    target = AppautoscalingTarget(
        scope,
        "target",
        service_namespace=NAMESPACE,
        resource_id=f"endpoint/{endpoint.name}/variant/{VARIANT}",
        scalable_dimension=DIMENSION,
        min_capacity=params.floor,
        max_capacity=params.ceiling,
        depends_on=[endpoint],
    )
    AppautoscalingPolicy(
        scope,
        "scaling",
        name=f"{endpoint.name}-{VARIANT}",
        policy_type="TargetTrackingScaling",
        service_namespace=target.service_namespace,
        resource_id=target.resource_id,
        scalable_dimension=target.scalable_dimension,
        target_tracking_scaling_policy_configuration={
            "scale_in_cooldown": SCALE_IN_SECONDS,
            "scale_out_cooldown": SCALE_OUT_SECONDS,
            **(_backlog(str(endpoint.name)) if params.asynchronous else _requests(params)),
        },
    )


def _requests(params: EndpointParams) -> TargetTrackingScalingPolicyConfiguration:
    return {
        "target_value": params.requests_per_second * MINUTE * HEADROOM,
        "predefined_metric_specification": {"predefined_metric_type": "SageMakerVariantInvocationsPerInstance"},
    }


def _backlog(endpoint: str) -> TargetTrackingScalingPolicyConfiguration:
    return {
        "target_value": BACKLOG,
        "customized_metric_specification": {
            "namespace": "AWS/SageMaker",
            "metric_name": "ApproximateBacklogSizePerInstance",
            "statistic": "Average",
            "dimensions": [{"name": "EndpointName", "value": endpoint}],
        },
    }
