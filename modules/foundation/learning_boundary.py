"""
The permission boundary of pipelines that train models; that of the other pipelines is full (IAM takes 6144 characters).
"""

from __future__ import annotations

from typing import Any, Final

from modules.environment import Environment
from modules.foundation.boundary import BOUNDARY, OBJECT_ACTIONS, arn, no_rights, outside
from modules.foundation.boundary_of_models import anywhere_in_region, metrics, own_disks, own_objects, own_resources

LEARNING_BOUNDARY: Final = "millrace-learning-boundary"
"""Name of the boundary of every role of every pipeline that trains models."""

ACTIONS: Final = {
    "codecommit": "GitPull",
    "ec2": "CreateNetworkInterface*",
    "ecr": "*LayerUpload DescribeImages PutImage UploadLayerPart",
    "events": "DescribeRule PutRule PutTargets",
    "kms": "Decrypt DescribeKey GenerateDataKey GenerateMac Sign Verify",
    "lambda": "InvokeFunction",
    "logs": "CreateLogStream DescribeLogStreams PutLogEvents",
    "sagemaker": (
        "*App *Record *Space AddTags AssociateTrialComponent CreateExperiment CreateModelCard CreateModelPackage "
        "CreatePresignedDomainUrl CreateProcessingJob CreateTrainingJob CreateTrial Describe* ListPipelineExecutionSteps "
        "StartPipelineExecution StopPipelineExecution StopProcessingJob StopTrainingJob UpdateModelCard UpdateModelPackage"
    ),
    "secretsmanager": "GetSecretValue",
    "sqs": "ChangeMessageVisibility DeleteMessage GetQueueAttributes ReceiveMessage SendMessage",
    "states": "StartExecution",
}
"""By service, what such roles may do to resources of their own account; nothing that serves a model is among it."""

UNSCOPED: Final = (
    *("ec2:AssignPrivateIpAddresses", "ec2:DeleteNetworkInterface*", "ec2:Describe*", "ec2:UnassignPrivateIpAddresses"),
    *("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:Get*", "logs:*LogDeliver*", "logs:Describe*"),
    *("logs:PutResourcePolicy", "xray:GetSampling*", "xray:PutT*"),
)
"""What AWS does not scope to a resource, or only to one that is not known beforehand."""

LOGS_OF_JOBS: Final = ("/aws/sagemaker/ProcessingJobs", "/aws/sagemaker/TrainingJobs")
"""Where SageMaker logs jobs and counts what they use, once for an account and region ("Log Groups and Streams")."""

STUDIO_LOGS: Final = "/aws/sagemaker/studio"
"""Where SageMaker logs what people work in, once for an account and region too."""


def learning_arn(environment: Environment) -> str | None:
    """The boundary of roles that train, beside that of other pipelines; what the environment names where that is another."""
    if environment.permission_boundary == arn(environment, BOUNDARY):
        return arn(environment, LEARNING_BOUNDARY)
    return environment.permission_boundary


def learning_boundary(environment: Environment) -> dict[str, Any]:
    """What a role of a pipeline that trains may do at most."""
    place = environment
    return {
        "Version": "2012-10-17",
        "Statement": [
            own_resources("LearningInThisAccount", place, ACTIONS),
            own_objects(place, (*OBJECT_ACTIONS.split(), "GetBucketAcl")),
            {
                "Sid": "RolesOfJobs",
                "Effect": "Allow",
                "Action": ["iam:PassRole"],
                "Resource": [f"arn:{place.partition}:iam::{place.account_id}:role/*"],
                "Condition": {"StringEquals": {"iam:PassedToService": ["sagemaker.amazonaws.com"]}},
            },
            own_disks("DisksOfJobs", place),
            metrics("MetricsOfJobs", LOGS_OF_JOBS),
            anywhere_in_region("NetworkInterfacesAndTraces", place, UNSCOPED),
            outside(place),
            *no_rights(),
        ],
    }
