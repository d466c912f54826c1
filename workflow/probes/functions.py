"""
Lambda functions and what invokes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned

OF_STREAMS = {
    "parallelization_factor": "ParallelizationFactor",
    "bisect_batch_on_function_error": "BisectBatchOnFunctionError",
    "maximum_retry_attempts": "MaximumRetryAttempts",
    "maximum_record_age_in_seconds": "MaximumRecordAgeInSeconds",
}
"""Settings of a mapping that reads a stream; a queue has none of them."""
NO_RESERVATION = -1  # Terraform's word for a function without reserved concurrency


def function(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("lambda").get_function(FunctionName=planned["function_name"])
    yield from same(
        planned,
        answer["Configuration"],
        {
            "role": "Role",
            "runtime": "Runtime",
            "handler": "Handler",
            "architectures": "Architectures",
            "memory_size": "MemorySize",
            "timeout": "Timeout",
            "source_code_hash": "CodeSha256",
            "kms_key_arn": "KMSKeyArn",
            "environment[0].variables": "Environment.Variables",
            "vpc_config[0].subnet_ids": "VpcConfig.SubnetIds",
            "vpc_config[0].security_group_ids": "VpcConfig.SecurityGroupIds",
            "tracing_config[0].mode": "TracingConfig.Mode",
        },
    )
    reserved = answer.get("Concurrency", {}).get("ReservedConcurrentExecutions", NO_RESERVATION)
    yield Fact("reserved_concurrent_executions", planned["reserved_concurrent_executions"], reserved)


def event_source_mapping(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("lambda").get_event_source_mapping(UUID=planned["uuid"])
    yield Fact("enabled", planned["enabled"], found["State"] in ("Enabled", "Enabling", "Creating"))
    named, arn = planned["function_name"], found["FunctionArn"]  # Terraform takes either
    yield Fact("function_name", named, arn if named.startswith("arn:") else arn.split(":")[6])
    if ":sqs:" not in planned["event_source_arn"]:
        yield from same(planned, found, OF_STREAMS)
    yield from same(
        planned,
        found,
        {
            "event_source_arn": "EventSourceArn",
            "starting_position": "StartingPosition",
            "batch_size": "BatchSize",
            "maximum_batching_window_in_seconds": "MaximumBatchingWindowInSeconds",
            "function_response_types": "FunctionResponseTypes",
            "scaling_config[0].maximum_concurrency": "ScalingConfig.MaximumConcurrency",
            "destination_config[0].on_failure[0].destination_arn": "DestinationConfig.OnFailure.Destination",
        },
    )


def permission(live: Live, planned: Planned) -> Iterator[Fact]:
    """Who may invoke a function stands in the function's policy, a statement each."""
    text = live.client("lambda").get_policy(FunctionName=planned["function_name"])["Policy"]
    found = live.only(iter(json.loads(text)["Statement"]), Sid=planned["statement_id"])
    yield from same(
        planned,
        found,
        {
            "action": "Action",
            "principal": "Principal.Service",
            "source_account": 'Condition.StringEquals."AWS:SourceAccount"',
            "source_arn": 'Condition.ArnLike."AWS:SourceArn"',
        },
    )


PROBES = {
    "aws_lambda_event_source_mapping": event_source_mapping,
    "aws_lambda_function": function,
    "aws_lambda_permission": permission,
}
