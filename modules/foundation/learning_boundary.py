"""
The permission boundary of pipelines that train models; that of the other pipelines is full (IAM takes 6144 characters).
"""

from __future__ import annotations

from typing import Any, Final

from modules.environment import Environment
from modules.foundation.boundary import BOUNDARY, OBJECT_ACTIONS, arn, no_rights, outside

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
    own = f"*:{place.account_id}:*"  # NoOtherRegion says which region
    in_region = {"StringEquals": {"aws:RequestedRegion": place.region}}
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "LearningInThisAccount",
                "Effect": "Allow",
                "Action": [f"{service}:{name}" for service, names in ACTIONS.items() for name in names.split()],
                "Resource": [f"arn:{place.partition}:{service}:{own}" for service in ACTIONS],
            },
            {
                "Sid": "ObjectsOfThisAccount",
                "Effect": "Allow",
                "Action": [f"s3:{name}" for name in (*OBJECT_ACTIONS.split(), "GetBucketAcl")],
                "Resource": [f"arn:{place.partition}:s3:::*"],
                "Condition": {"StringEquals": {"aws:ResourceAccount": place.account_id}},
            },
            {
                "Sid": "RolesOfJobs",
                "Effect": "Allow",
                "Action": ["iam:PassRole"],
                "Resource": [f"arn:{place.partition}:iam::{place.account_id}:role/*"],
                "Condition": {"StringEquals": {"iam:PassedToService": ["sagemaker.amazonaws.com"]}},
            },
            {
                "Sid": "DisksOfJobs",
                "Effect": "Allow",
                "Action": ["kms:CreateGrant"],
                "Resource": [f"arn:{place.partition}:kms:{own}"],
                "Condition": {
                    "Bool": {"kms:GrantIsForAWSResource": "true"},
                    "StringLike": {"kms:ViaService": "sagemaker.*"},
                },
            },
            {
                "Sid": "MetricsOfJobs",
                "Effect": "Allow",
                "Action": ["cloudwatch:PutMetricData"],
                "Resource": "*",
                "Condition": {"StringEquals": {"cloudwatch:namespace": list(LOGS_OF_JOBS)}},
            },
            {
                "Sid": "NetworkInterfacesAndTraces",
                "Effect": "Allow",
                "Action": list(UNSCOPED),
                "Resource": "*",
                "Condition": in_region,
            },
            outside(place),
            *no_rights(),
        ],
    }
