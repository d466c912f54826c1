"""
The network of the test stack: private subnets in three zones, endpoints, no way to the internet.
"""

from __future__ import annotations

import json
from typing import Any

from tests.gate.stack_parts import ACCOUNT, KEY, REGION, Resources, allow, merge, role, role_arn

VPC = "${aws_vpc.vpc.id}"
SUBNETS = [f"${{aws_subnet.private_{zone}.id}}" for zone in "abc"]


def network() -> Resources:
    """
    VPC, subnets, endpoints, security groups and the flow log.
    """
    return merge(_subnets(), _endpoints(), _security_groups(), _flow_log())


def _subnets() -> Resources:
    subnets = {
        f"private_{zone}": {
            "vpc_id": VPC,
            "cidr_block": f"10.20.{16 * index}.0/20",
            "availability_zone": f"{REGION}{zone}",
            "map_public_ip_on_launch": False,
        }
        for index, zone in enumerate("abc")
    }
    associations = {
        name: {"subnet_id": f"${{aws_subnet.{name}.id}}", "route_table_id": "${aws_route_table.private.id}"}
        for name in subnets
    }
    vpc = {"cidr_block": "10.20.0.0/16", "enable_dns_support": True, "enable_dns_hostnames": True}
    return {
        "aws_vpc": {"vpc": vpc},
        "aws_default_security_group": {"default": {"vpc_id": VPC}},
        "aws_subnet": subnets,
        "aws_route_table": {"private": {"vpc_id": VPC}},
        "aws_route_table_association": associations,
    }


USED = {
    "kinesis-streams": ("kinesis:GetRecords", f"arn:aws:kinesis:{REGION}:{ACCOUNT}:*"),
    "kinesis-firehose": ("firehose:PutRecordBatch", f"arn:aws:firehose:{REGION}:{ACCOUNT}:*"),
    "kms": ("kms:GenerateMac", f"arn:aws:kms:{REGION}:{ACCOUNT}:*"),
    "sqs": ("sqs:SendMessage", f"arn:aws:sqs:{REGION}:{ACCOUNT}:*"),
    "s3": ("s3:PutObject", "arn:aws:s3:::orders-dev-*"),
}
"""What the function does through each endpoint, and on what."""


def _policy(service: str) -> str:
    condition = {
        "ArnEquals": {"aws:PrincipalArn": role_arn("transform")},
        "StringEquals": {"aws:PrincipalAccount": ACCOUNT, "aws:ResourceAccount": ACCOUNT},
    }
    statement = {**allow(*USED[service]), "Principal": {"AWS": "*"}, "Condition": condition}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def _endpoints() -> Resources:
    interface = {
        "vpc_id": VPC,
        "vpc_endpoint_type": "Interface",
        "private_dns_enabled": True,
        "subnet_ids": SUBNETS,
        "security_group_ids": ["${aws_security_group.endpoints.id}"],
    }
    endpoints: dict[str, dict[str, Any]] = {
        name.replace("-", "_"): {
            **interface,
            "service_name": f"com.amazonaws.{REGION}.{name}",
            "policy": _policy(name),
        }
        for name in USED
        if name != "s3"
    }
    endpoints["s3"] = {
        "vpc_id": VPC,
        "service_name": f"com.amazonaws.{REGION}.s3",
        "route_table_ids": ["${aws_route_table.private.id}"],
        "policy": _policy("s3"),
    }
    return {"aws_vpc_endpoint": endpoints}


def _security_groups() -> Resources:
    rule = {"ip_protocol": "tcp", "from_port": 443, "to_port": 443}
    transform, endpoints = "${aws_security_group.transform.id}", "${aws_security_group.endpoints.id}"
    to_endpoints = {"security_group_id": transform, "referenced_security_group_id": endpoints, "description": "Calls"}
    to_s3 = {
        "security_group_id": transform,
        "prefix_list_id": "${aws_vpc_endpoint.s3.prefix_list_id}",
        "description": "Writes to S3",
    }
    answers = {"security_group_id": endpoints, "referenced_security_group_id": transform, "description": "Answers"}
    return {
        "aws_security_group": {
            name: {"name": f"orders-dev-{name}", "description": f"Of the {name}", "vpc_id": VPC}
            for name in ("transform", "endpoints")
        },
        "aws_vpc_security_group_egress_rule": {"to_endpoints": {**rule, **to_endpoints}, "to_s3": {**rule, **to_s3}},
        "aws_vpc_security_group_ingress_rule": {"from_transform": {**rule, **answers}},
    }


def _flow_log() -> Resources:
    group = "${aws_cloudwatch_log_group.flow.arn}"
    log = {
        "vpc_id": VPC,
        "traffic_type": "ALL",
        "log_destination": group,
        "iam_role_arn": "${aws_iam_role.flow.arn}",
        "max_aggregation_interval": 60,
    }
    return merge(
        role(
            "flow",
            "vpc-flow-logs.amazonaws.com",
            [allow(["logs:CreateLogStream", "logs:PutLogEvents"], f"{group}:log-stream:*")],
        ),
        {
            "aws_flow_log": {"vpc": log},
            "aws_cloudwatch_log_group": {
                "flow": {"name": "orders-dev-flow", "kms_key_id": KEY, "retention_in_days": 365},
            },
        },
    )
