"""
Which VPC endpoint a call goes through, told from the functions, containers and endpoints the emulator holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moto.awslambda.utils import get_backend as lambda_backend
from moto.ec2 import ec2_backends

from workflow.emulator.container_forms import subnets_of
from workflow.emulator.request import Call

ENDPOINT_NAMES = {
    "cloudwatch": "monitoring",
    "firehose": "kinesis-firehose",
    "kinesis": "kinesis-streams",
    "stepfunctions": "states",
    "resourcegroupstaggingapi": "tagging",
}


def endpoint_of(call: Call, role_arn: str) -> dict[str, str | Sequence[str]]:
    """`aws:SourceVpce` and `aws:SourceVpc` of a role that runs in a VPC with an endpoint for the service."""
    ec2 = ec2_backends[call.account_id][call.region]
    wanted = f"com.amazonaws.{call.region}.{ENDPOINT_NAMES.get(call.service, call.service)}"
    endpoints = [endpoint for endpoint in list(ec2.vpc_end_points.values()) if endpoint.service_name == wanted]
    networks = set(_networks_of(call, role_arn)) if endpoints else set()
    for endpoint in endpoints:
        if endpoint.vpc_id in networks:
            return {"aws:sourcevpce": str(endpoint.id), "aws:sourcevpc": str(endpoint.vpc_id)}
    return {}


def _networks_of(call: Call, role_arn: str) -> Iterator[str]:
    ec2 = ec2_backends[call.account_id][call.region]
    subnets = {subnet.id: subnet.vpc_id for subnet in ec2.describe_subnets()}
    for function in lambda_backend(call.account_id, call.region).list_functions():
        if function.role == role_arn:
            for subnet in (function.vpc_config or {}).get("SubnetIds", []):
                yield subnets.get(subnet, "")
    for subnet in subnets_of(role_arn, call.account_id, call.region):
        yield subnets.get(subnet, "")
