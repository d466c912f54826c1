"""
A Lambda function that works on the records of a Kinesis stream, in private subnets, with a role of its own.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from bindings import Construct, Reference, escape
from bindings.aws import LambdaEventSourceMapping, LambdaFunction
from modules.archive import Archive
from modules.dataflow import Deidentification, Load, Statement, Store
from modules.errors import InputError
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.network import Network
from modules.foundation.role import Role, service_trust
from modules.ingestion.event_stream import EventStream
from modules.params import Params
from modules.pipeline import Pipeline
from modules.processing.failure_queue import FailureQueue

RUNTIME = "python3.13"
ENVIRONMENT_BYTES = 4_096  # "Lambda quotas": all environment variables together
VCPU_MIB = 1_769  # "Configure Lambda function memory": the memory at which a function has one vCPU
VCPU_RECORDS = 3_000  # records of 1 KiB a second and vCPU: less than half of what `make bench` measures
OLDEST_RECORD_SECONDS = 604_800  # the most an event source mapping takes (`MaximumRecordAgeInSeconds`): a week
INTERFACES = ("ec2:AssignPrivateIpAddresses", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses")
NOT_SCOPED = ("ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs")
TRACES = ("xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments")


class StreamFunctionParams(Params):
    memory_mib: Annotated[int, Field(ge=128, le=10_240)] = 512
    """Memory of one invocation in MiB, 128 to 10240; computing power grows with it."""

    timeout_seconds: Annotated[int, Field(ge=10, le=900)] = 60
    """Seconds after which an invocation is stopped, 10 to 900."""

    batch_size: Annotated[int, Field(ge=1, le=10_000)] = 500
    """Most records of one invocation, 1 to 10000."""

    maximum_concurrency: Annotated[int, Field(ge=1, le=1_000)] = 100
    """The ceiling of invocations at a time, 1 to 1000; reserved for this function and never more than it needs."""


class StreamFunction(Construct):
    """
    Reads *source*, writes *writes*; what fails for good is reported to *failures*.

    It runs one invocation a shard, up to ten when the load needs it, and never more than its reserved concurrency.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: StreamFunctionParams,
        *,
        name: str,
        archive: Archive,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        source: EventStream,
        writes: Sequence[Store],
        failures: FailureQueue,
        alarms: Alarms,
        variables: Mapping[str, str],
        requires: Sequence[Statement] = (),
        endpoints: Sequence[str] = (),
        deidentifies_to: Deidentification | None = None,
    ) -> None:
        super().__init__(scope, id)
        check_environment(variables)
        shards = source.shards_at_peak
        load = pipeline.graph.load_on(source.store)
        self._rate = VCPU_RECORDS * params.memory_mib / VCPU_MIB
        self.parallel = parallel_batches(load, shards, self._rate) if load else 1
        self.concurrency = min(shards * self.parallel, params.maximum_concurrency)
        function_name = pipeline.resource_name(name)
        logs = LogGroup(
            self,
            "logs",
            name=f"/aws/lambda/{function_name}",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
        )
        self.process = pipeline.process(name, "function", deidentifies_to=deidentifies_to, capacity=self._capacity)
        self.process.reads(source.store)
        self.process.writes(*writes, failures.store)
        group = network.attach(self, self.process, *endpoints)
        interfaces = (
            f"arn:{pipeline.environment.partition}:ec2:{pipeline.environment.region}:{pipeline.environment.account_id}"
        )
        subnets = [f"{interfaces}:subnet/{subnet}" for subnet in network.subnet_ids]
        in_region = {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}}
        self.process.requires(
            *requires,
            logs.write_statement(),
            Statement(
                ("ec2:CreateNetworkInterface",),
                (*subnets, f"{interfaces}:security-group/{group.id}", f"{interfaces}:network-interface/*"),
            ),
            Statement(INTERFACES, (f"{interfaces}:network-interface/*",)),
            Statement(NOT_SCOPED, ("*",), in_region),
            Statement(TRACES, ("*",), in_region),
            key.decrypt("lambda"),
        )
        not_by_code = {
            "Sid": "InterfacesAreForTheServiceOnly",
            "Effect": "Deny",
            "Action": ["ec2:CreateNetworkInterface", *INTERFACES, *NOT_SCOPED],
            "Resource": "*",
            "Condition": {
                "ArnEquals": {"lambda:SourceFunctionArn": pipeline.arn("lambda", f"function:{function_name}")}
            },
        }
        role = Role(
            self,
            "role",
            pipeline=pipeline,
            process=self.process,
            trust=[service_trust("lambda.amazonaws.com", pipeline)],
            denied=[not_by_code],
        )
        self.function = LambdaFunction(
            self,
            "function",
            function_name=function_name,
            description=f"{pipeline.name}: {name}",
            role=role.arn,
            runtime=RUNTIME,
            architectures=["arm64"],
            handler=archive.handler,
            filename=archive.path,
            source_code_hash=archive.sha256_base64,
            memory_size=params.memory_mib,
            timeout=params.timeout_seconds,
            reserved_concurrent_executions=self.concurrency,
            kms_key_arn=key.arn,
            environment={"variables": {variable: escaped(value) for variable, value in variables.items()}},
            vpc_config={"subnet_ids": network.subnet_ids, "security_group_ids": [group.id]},
            tracing_config={"mode": "Active"},
            tags={"classification": pipeline.classification},
            depends_on=[role.policy, logs.log_group],
        )
        LambdaEventSourceMapping(
            self,
            "source",
            event_source_arn=source.stream.arn,
            function_name=self.function.arn,
            starting_position="TRIM_HORIZON",
            batch_size=params.batch_size,
            maximum_batching_window_in_seconds=1,
            parallelization_factor=self.parallel,
            bisect_batch_on_function_error=True,
            maximum_retry_attempts=5,
            maximum_record_age_in_seconds=min(source.retention_hours * 3600 // 2, OLDEST_RECORD_SECONDS),
            function_response_types=["ReportBatchItemFailures"],
            destination_config={"on_failure": {"destination_arn": failures.arn}},
        )
        self._watch(alarms, function_name, source.retention_hours)

    def _capacity(self, load: Load) -> float:
        """Records a second that all invocations allowed at a time get through."""
        return self.concurrency * self._rate * min(1, 1024 / load.record_bytes)

    def _watch(self, alarms: Alarms, function_name: str, retention_hours: int) -> None:
        watch = functools.partial(
            alarms.add, namespace="AWS/Lambda", dimensions={"FunctionName": function_name}, threshold=0
        )
        watch(
            "iterator-age",
            "Processing lags behind; records are lost when they outlive the stream",
            metric_name="IteratorAge",
            threshold=retention_hours * 3_600_000 / 24,
            statistic="Maximum",
        )
        watch("function-errors", "The function fails", metric_name="Errors", statistic="Sum")
        watch(
            "function-throttles",
            "The function needs more than its reserved concurrency",
            metric_name="Throttles",
            statistic="Sum",
            evaluation_periods=3,
        )


def parallel_batches(load: Load, shards: int, rate: float) -> int:
    """
    Batches of one shard worked on at a time, 1 to 10 (Lambda's `ParallelizationFactor`), for the peak.

    *rate* is how many records of 1 KiB one invocation gets through in a second.
    """
    needed = load.peak_records_per_second * max(1, load.record_bytes / 1024) / rate
    return min(10, max(1, math.ceil(needed / shards)))


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
