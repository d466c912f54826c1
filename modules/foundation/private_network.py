"""
A VPC with private subnets in three zones, VPC endpoints instead of a route to the internet, and flow logs.
"""

from __future__ import annotations

import functools
import ipaddress
import json
from typing import Any

from bindings import Construct, Deferred
from bindings.aws import (
    DefaultSecurityGroup,
    RouteTable,
    RouteTableAssociation,
    SecurityGroup,
    Subnet,
    Vpc,
    VpcEndpoint,
)
from bindings.aws.vpc_endpoint import VpcEndpointArguments
from modules.foundation.flow_logs import record_traffic
from modules.foundation.key import Key
from modules.foundation.packages import reading
from modules.pipeline import Pipeline

HTTPS = 443
SUBNET_BITS = 2  # three zones take three of four equal parts of the VPC

GATEWAYS = {"dynamodb": "DynamoDB", "s3": "S3"}
"""Services reached through a gateway in the route table, as people know them; all others have interface endpoints."""

ENDPOINT_ACTIONS = {
    "ecr-api": "ecr",
    "ecr-dkr": "ecr",
    "kinesis-firehose": "firehose",
    "kinesis-streams": "kinesis",
    "monitoring": "cloudwatch",
    "sagemaker-api": "sagemaker",
    "sagemaker-features": "sagemaker",
    "sagemaker-runtime": "sagemaker",
}
"""The prefix of a service's actions, where it is not the name of its endpoint."""

DOTTED = {
    "ecr-api": "ecr.api",
    "ecr-dkr": "ecr.dkr",
    "sagemaker-api": "sagemaker.api",
    "sagemaker-features": "sagemaker.featurestore-runtime",
    "sagemaker-runtime": "sagemaker.runtime",
}
"""What AWS calls an endpoint that is written without a dot here, where names have none."""

IMAGES = "ecr-dkr"
"""The endpoint through which container images come; their layers come from S3."""

PREFIXED_IN_CHINA = ("athena", "kinesis-streams", "lambda", "monitoring", "sqs", "sts", "xray")
"""Of the endpoints a pipeline may need, those called `cn.com.amazonaws...` in the regions of China."""


class PrivateNetwork(Construct):
    """What a network of a deployment and one that deployments share have in common; they differ in who may pass an endpoint."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, cidr_block: str, key: Key) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self.endpoints: dict[str, VpcEndpoint] = {}
        self._packages: list[str] = []
        self._vpc = Vpc(
            self,
            "vpc",
            cidr_block=cidr_block,
            enable_dns_hostnames=True,
            enable_dns_support=True,
            tags={"Name": pipeline.name},
        )
        self.vpc_id: str = self._vpc.id
        DefaultSecurityGroup(self, "default_security_group", vpc_id=self.vpc_id)
        self.route_table = RouteTable(self, "route_table", vpc_id=self.vpc_id, tags={"Name": pipeline.name})
        self._subnets = self._private_subnets(cidr_block)
        self.subnet_ids: list[str] = [subnet.id for subnet in self._subnets]
        self.endpoint("s3")
        self.s3_endpoint_id: str = self.endpoints["s3"].id
        record_traffic(self, pipeline=pipeline, key=key, vpc_id=self.vpc_id, name="flow-logs")

    @functools.cached_property
    def endpoint_security_group(self) -> SecurityGroup:
        """The group of the interface endpoints, made when there is one."""
        return SecurityGroup(
            self,
            "endpoint_security_group",
            name=self._pipeline.resource_name("endpoints"),
            description="Interface endpoints: HTTPS from the pipeline's processes",
            vpc_id=self.vpc_id,
            tags={"Name": self._pipeline.resource_name("endpoints")},
        )

    def endpoint(self, service: str) -> None:
        """The endpoint of *service*, made once: a gateway where the service has one, or else an interface."""
        if service in self.endpoints:
            return
        arguments: VpcEndpointArguments = {
            "vpc_id": self.vpc_id,
            "service_name": self._service_name(service),
            "vpc_endpoint_type": "Gateway",
            "policy": Deferred(lambda: self._policy(service)),
            "tags": {"Name": f"{self._pipeline.name}-{service}"},
        }
        if service in GATEWAYS:
            arguments["route_table_ids"] = [self.route_table.id]
        else:
            arguments |= {
                "vpc_endpoint_type": "Interface",
                "private_dns_enabled": True,
                "subnet_ids": self.subnet_ids,
                "security_group_ids": [self.endpoint_security_group.id],
            }
        self.endpoints[service] = VpcEndpoint(self, f"{service.replace('-', '_')}_endpoint", **arguments)

    def endpoint_statements(self, service: str) -> list[dict[str, Any]]:
        """Who may do what through the endpoint of *service*: whoever is of this account, on what is of this account."""
        account = self._pipeline.environment.account_id
        return [
            {
                "Effect": "Allow",
                "Principal": "*",
                "Action": f"{ENDPOINT_ACTIONS.get(service, service)}:*",
                "Resource": "*",
                "Condition": {"StringEquals": {"aws:PrincipalAccount": account, "aws:ResourceAccount": account}},
            }
        ]

    def open_packages(self, *buckets: str) -> None:
        """Let machines read packages from *buckets* of AWS, by name, through the endpoint of S3."""
        self._packages += buckets

    def _policy(self, service: str) -> str:
        closed = {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}
        statements = self.endpoint_statements(service)
        if service == "s3" and IMAGES in self.endpoints:
            statements.append(self._layers())
        if service == "s3" and self._packages:
            statements.append(reading(self._pipeline, self._packages))
        return json.dumps({"Version": "2012-10-17", "Statement": statements or [closed]})

    def _layers(self) -> dict[str, Any]:
        """
        Layers of images, which ECR keeps in a bucket of its own and signs the way to, so that the caller is ECR ("Amazon ECR
        interface VPC endpoints": "Minimum Amazon S3 bucket permissions").
        """
        place = self._pipeline.environment
        bucket = f"arn:{place.partition}:s3:::prod-{place.region}-starport-layer-bucket"
        return {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"{bucket}/*"}

    def _private_subnets(self, cidr_block: str) -> list[Subnet]:
        ranges = ipaddress.IPv4Network(cidr_block).subnets(prefixlen_diff=SUBNET_BITS)
        subnets = []
        for number, (zone, part) in enumerate(zip(self._pipeline.environment.zones, ranges, strict=False), start=1):
            subnet = Subnet(
                self,
                f"subnet_{number}",
                vpc_id=self.vpc_id,
                availability_zone=zone,
                cidr_block=str(part),
                map_public_ip_on_launch=False,
                tags={"Name": f"{self._pipeline.name}-{zone}"},
            )
            RouteTableAssociation(
                self, f"association_{number}", subnet_id=subnet.id, route_table_id=self.route_table.id
            )
            subnets.append(subnet)
        return subnets

    def _service_name(self, service: str) -> str:
        """As `aws ec2 describe-vpc-endpoint-services` lists it; in China a few services have a prefix of their own."""
        china = self._pipeline.environment.partition == "aws-cn" and service in PREFIXED_IN_CHINA
        return (
            f"{'cn.' if china else ''}com.amazonaws.{self._pipeline.environment.region}.{DOTTED.get(service, service)}"
        )
