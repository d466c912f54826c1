"""
The permission boundary of pipelines that serve models: they answer with what was released, and with nothing else.
"""

from __future__ import annotations

from typing import Any, Final

from modules.environment import Environment
from modules.foundation.boundary import BOUNDARY, OBJECT_ACTIONS, arn, no_rights, outside
from modules.foundation.boundary_of_models import anywhere_in_region, metrics, own_disks, own_objects, own_resources

SERVING_BOUNDARY: Final = "millrace-serving-boundary"
"""Name of the boundary of every role of every pipeline that serves models."""

ACTIONS: Final = {
    "ec2": "CreateNetworkInterface*",
    "ecr": "*LayerUpload DescribeImages PutImage UploadLayerPart",
    "kms": "Decrypt DescribeKey GenerateDataKey",
    "logs": "CreateLogStream DescribeLogStreams PutLogEvents",
    "sagemaker": "DescribePipeline InvokeEndpoint InvokeEndpointAsync StartPipelineExecution",
    "sns": "Publish",
    "sqs": "ChangeMessageVisibility DeleteMessage GetQueueAttributes ReceiveMessage SendMessage",
}
"""By service, what such roles may do to resources of their own account; nothing that makes a model or an endpoint."""

UNSCOPED: Final = (
    *(
        "ec2:DeleteNetworkInterface*",
        "ec2:Describe*",
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:Get*",
    ),
    *("logs:*LogDeliver*", "logs:Describe*", "logs:PutResourcePolicy"),
)
"""What AWS does not scope to a resource, or only to one that is not known beforehand."""

METRICS_OF_ENDPOINTS: Final = "/aws/sagemaker/Endpoints"
METRICS_OF_MONITORS: Final = "/aws/sagemaker/Endpoint/data-metrics"
"""Where SageMaker counts what a monitor's container finds ("CloudWatch Metrics for Bring Your Own Containers")."""

METRICS: Final = (METRICS_OF_MONITORS, METRICS_OF_ENDPOINTS, "/aws/sagemaker/ProcessingJobs")

UNJUDGED: Final = ("approved", "models", "quarantine", "staged")
"""Zones of training whose files are data, or models that nobody has released yet."""


def serving_arn(environment: Environment) -> str | None:
    """The boundary of roles that serve, beside that of other pipelines; what the environment names where that is another."""
    if environment.permission_boundary == arn(environment, BOUNDARY):
        return arn(environment, SERVING_BOUNDARY)
    return environment.permission_boundary


def serving_boundary(environment: Environment) -> dict[str, Any]:
    """
    What a role of a pipeline that serves may do at most.

    An endpoint loads its model as such a role, so that a model nobody has released cannot be served, whoever asks for it.
    """
    place = environment
    ends = f"{place.account_id}-{place.region}/*"
    buckets = f"arn:{place.partition}:s3:::*"
    return {
        "Version": "2012-10-17",
        "Statement": [
            own_resources("ServingInThisAccount", place, ACTIONS),
            own_objects(place, OBJECT_ACTIONS.split()),
            {
                "Sid": "ReleasedModelsOnly",
                "Effect": "Deny",
                "Action": ["s3:GetObject", "s3:GetObjectVersion"],
                "Resource": [f"{buckets}-{zone}-{ends}" for zone in UNJUDGED],
            },
            {
                "Sid": "ReleasesNothing",
                "Effect": "Deny",
                "Action": ["s3:PutObject"],
                "Resource": [f"{buckets}-{zone}-{ends}" for zone in (*UNJUDGED, "released")],
            },
            own_disks("DisksOfMachines", place),
            metrics("MetricsOfServing", METRICS),
            anywhere_in_region("NetworkInterfaces", place, UNSCOPED),
            outside(place),
            *no_rights(),
        ],
    }
