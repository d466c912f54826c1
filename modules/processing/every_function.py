"""
What every Lambda function has, whatever feeds it: a role, private subnets, logs, tracing, bounds, and alarms.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from bindings import Construct, Reference, escape
from bindings.aws import LambdaFunction
from modules.archive import Archive
from modules.dataflow import Process, Statement
from modules.errors import InputError
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.network import Network
from modules.foundation.role import Role, service_trust
from modules.params import Params
from modules.pipeline import Pipeline

RUNTIME = "python3.13"
ENVIRONMENT_BYTES = 4_096  # "Lambda quotas": all environment variables together
INTERFACES = ("ec2:AssignPrivateIpAddresses", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses")
NOT_SCOPED = ("ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs")
TRACES = ("xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments")


class FunctionParams(Params):
    memory_mib: Annotated[int, Field(ge=128, le=10_240)] = 512
    """Memory of one invocation in MiB, 128 to 10240; computing power grows with it."""

    timeout_seconds: Annotated[int, Field(ge=10, le=900)] = 60
    """Seconds after which an invocation is stopped, 10 to 900."""

    maximum_concurrency: Annotated[int, Field(ge=2, le=1_000)] = 100
    """The ceiling of invocations at a time, 2 to 1000; reserved for this function and never more than it needs."""


@dataclass(frozen=True)
class Code:
    """
    What a function runs: its *archive* and *variables*, and what it needs beside its stores, *endpoints* among it.

    Its alarms are called `<watched_as>-errors` and `<watched_as>-throttles`.
    """

    archive: Archive
    variables: Mapping[str, str]
    requires: Sequence[Statement] = ()
    endpoints: Sequence[str] = ()
    watched_as: str = "function"


def function(  # noqa: PLR0913  # collaborators are named one by one
    scope: Construct,
    params: FunctionParams,
    *,
    code: Code,
    process: Process,
    pipeline: Pipeline,
    key: Key,
    network: Network,
    concurrency: int,
    alarms: Alarms,
) -> LambdaFunction:
    """The function that acts as *process*, with *concurrency* invocations reserved."""
    check_environment(code.variables)
    function_name = pipeline.resource_name(process.name)
    logs = LogGroup(
        scope,
        "logs",
        name=f"/aws/lambda/{function_name}",
        pipeline=pipeline,
        classification=pipeline.classification,
        key=key,
    )
    group = network.attach(scope, process, *code.endpoints)
    process.requires(*code.requires, logs.write_statement())
    process.requires(*_service_needs(pipeline, network, group.id), key.decrypt("lambda"))
    role = Role(
        scope,
        "role",
        pipeline=pipeline,
        process=process,
        trust=[service_trust("lambda.amazonaws.com", pipeline)],
        denied=[
            {
                "Sid": "InterfacesAreForTheServiceOnly",
                "Effect": "Deny",
                "Action": ["ec2:CreateNetworkInterface", *INTERFACES, *NOT_SCOPED],
                "Resource": "*",
                "Condition": {
                    "ArnEquals": {"lambda:SourceFunctionArn": pipeline.arn("lambda", f"function:{function_name}")}
                },
            }
        ],
    )
    _watch(alarms, function_name, f"{code.watched_as}-errors", "The function fails", "Errors")
    throttled = "The function needs more than its reserved concurrency"
    _watch(alarms, function_name, f"{code.watched_as}-throttles", throttled, "Throttles", evaluation_periods=3)
    return LambdaFunction(
        scope,
        "function",
        function_name=function_name,
        description=f"{pipeline.name}: {process.name}",
        role=role.arn,
        runtime=RUNTIME,
        architectures=["arm64"],
        handler=code.archive.handler,
        filename=code.archive.path,
        source_code_hash=code.archive.sha256_base64,
        memory_size=params.memory_mib,
        timeout=params.timeout_seconds,
        reserved_concurrent_executions=concurrency,
        kms_key_arn=key.arn,
        environment={"variables": {variable: escaped(value) for variable, value in code.variables.items()}},
        vpc_config={"subnet_ids": network.subnet_ids, "security_group_ids": [group.id]},
        tracing_config={"mode": "Active"},
        tags={"classification": pipeline.classification},
        depends_on=[role.policy, logs.log_group],
    )


def _service_needs(pipeline: Pipeline, network: Network, group: str) -> list[Statement]:
    """What the Lambda service does as the function's role: interfaces in the subnets, and traces."""
    place = pipeline.environment
    interfaces = f"arn:{place.partition}:ec2:{place.region}:{place.account_id}"
    subnets = [f"{interfaces}:subnet/{subnet}" for subnet in network.subnet_ids]
    in_region = {"StringEquals": {"aws:RequestedRegion": place.region}}
    return [
        Statement(
            ("ec2:CreateNetworkInterface",),
            (*subnets, f"{interfaces}:security-group/{group}", f"{interfaces}:network-interface/*"),
        ),
        Statement(INTERFACES, (f"{interfaces}:network-interface/*",)),
        Statement(NOT_SCOPED, ("*",), in_region),
        Statement(TRACES, ("*",), in_region),
    ]


def _watch(  # an alarm has as many parts
    alarms: Alarms, function_name: str, name: str, description: str, metric: str, *, evaluation_periods: int = 1
) -> None:
    """Raise the alarm *name* when the function's *metric* is not zero."""
    alarms.add(
        name,
        description,
        namespace="AWS/Lambda",
        metric_name=metric,
        dimensions={"FunctionName": function_name},
        threshold=0,
        statistic="Sum",
        evaluation_periods=evaluation_periods,
    )


def check_environment(variables: Mapping[str, str]) -> None:
    size = len(json.dumps(dict(variables)).encode())
    if size > ENVIRONMENT_BYTES:
        raise InputError(
            f"the function's environment would have {size} bytes, more than the {ENVIRONMENT_BYTES} that Lambda takes; "
            "shorten the event schema (fewer fields or shorter names)"
        )


def escaped(value: str) -> str:
    """Variables are references of ours or text from users; only the latter is escaped."""
    return value if isinstance(value, Reference) else escape(value)
