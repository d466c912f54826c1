"""
Names of the stack: not longer than AWS takes, and not in use by something that the stack does not own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workflow.preflight.result import Result

if TYPE_CHECKING:
    import boto3


class Named(NamedTuple):
    """A resource type with a name of our choice: the argument, its longest length, and the call that finds one by name."""

    argument: str
    longest: int
    service: str
    operation: str
    parameter: str


NAMED: Final[Mapping[str, Named]] = {
    "aws_cloudtrail": Named("name", 128, "cloudtrail", "get_trail", "Name"),
    "aws_dynamodb_table": Named("name", 255, "dynamodb", "describe_table", "TableName"),
    "aws_glue_catalog_database": Named("name", 255, "glue", "get_database", "Name"),
    "aws_iam_role": Named("name", 64, "iam", "get_role", "RoleName"),
    "aws_iam_user": Named("name", 64, "iam", "get_user", "UserName"),
    "aws_kinesis_firehose_delivery_stream": Named(
        "name", 64, "firehose", "describe_delivery_stream", "DeliveryStreamName"
    ),
    "aws_kinesis_stream": Named("name", 128, "kinesis", "describe_stream_summary", "StreamName"),
    "aws_kms_alias": Named("name", 256, "kms", "describe_key", "KeyId"),
    "aws_lambda_function": Named("function_name", 64, "lambda", "get_function", "FunctionName"),
    "aws_s3_bucket": Named("bucket", 63, "s3", "head_bucket", "Bucket"),
    "aws_cloudformation_stack": Named("name", 128, "cloudformation", "describe_stacks", "StackName"),
    "aws_sagemaker_data_quality_job_definition": Named(
        "name", 63, "sagemaker", "describe_data_quality_job_definition", "JobDefinitionName"
    ),
    "aws_sagemaker_endpoint": Named("name", 63, "sagemaker", "describe_endpoint", "EndpointName"),
    "aws_sagemaker_endpoint_configuration": Named(
        "name", 63, "sagemaker", "describe_endpoint_config", "EndpointConfigName"
    ),
    "aws_sagemaker_model": Named("name", 63, "sagemaker", "describe_model", "ModelName"),
    "aws_sagemaker_model_package_group": Named(
        "model_package_group_name", 63, "sagemaker", "describe_model_package_group", "ModelPackageGroupName"
    ),
    "aws_sagemaker_pipeline": Named("pipeline_name", 256, "sagemaker", "describe_pipeline", "PipelineName"),
    "aws_sqs_queue": Named("name", 80, "sqs", "get_queue_url", "QueueName"),
}
"""Lengths from the quota page of each service ("Name" in its API reference)."""

ABSENT: Final = frozenset(
    {
        *("404", "NoSuchEntity", "ResourceNotFoundException", "NotFoundException", "EntityNotFoundException"),
        *("TrailNotFoundException", "QueueDoesNotExist", "ResourceNotFound", "ValidationException"),
        *("AWS.SimpleQueueService.NonExistentQueue", "ValidationError"),
    }
)


def names(session: boto3.Session, configuration: Mapping[str, Any], owned: Collection[str]) -> Iterator[Result]:
    """One result for each name that is too long or taken, or one that says that all are free; *owned* are addresses in the state."""
    clean = 0
    for resource_type, named in NAMED.items():
        for resource, arguments in configuration.get("resource", {}).get(resource_type, {}).items():
            name = str(arguments[named.argument])
            part = f"name {name}"
            if len(name) > named.longest:
                text = f"has {len(name)} characters, and {resource_type} takes {named.longest}; shorten the deployment's name"
                yield Result(part, "missing", text)
            elif f"{resource_type}.{resource}" not in owned and taken(session, named, name):
                text = (
                    f"is taken by a {resource_type} that this stack does not own; remove it, import it with "
                    "`terraform import`, or choose another name for the deployment"
                )
                yield Result(part, "missing", text)
            else:
                clean += 1
    yield Result("names", "ok", f"{clean} are short enough, and free or already the stack's own")


def taken(session: boto3.Session, named: Named, name: str) -> bool:
    """Whether something of this name is there; a bucket that answers `403` belongs to somebody else."""
    from botocore.exceptions import ClientError

    try:
        getattr(session.client(named.service), named.operation)(**{named.parameter: name})  # type: ignore[call-overload]
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in ABSENT:
            return False
        if code == "403":
            return True
        raise
    return True
