"""
Where a pipeline runs: private subnets in three zones, and VPC endpoints instead of a route to the internet.
"""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from typing import Any, Protocol

from bindings import Construct, Deferred
from bindings.aws import (
    DefaultSecurityGroup,
    FlowLog,
    RouteTable,
    RouteTableAssociation,
    SecurityGroup,
    Subnet,
    Vpc,
    VpcEndpoint,
    VpcSecurityGroupEgressRule,
    VpcSecurityGroupIngressRule,
)
from modules.dataflow import Process, Statement
from modules.errors import InputError
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.role import Role, service_trust
from modules.pipeline import Pipeline

HTTPS = 443
SUBNET_BITS = 2  # three zones take three of four equal parts of the VPC


class Network(Protocol):
    """What a process module needs of a network, whoever made it."""

    vpc_id: str
    subnet_ids: list[str]
    s3_endpoint_id: str

    def attach(self, scope: Construct, process: Process, *services: str) -> SecurityGroup:
        """A security group for *process*, which lets it reach S3 and the endpoints of *services* and nothing else."""


class OwnNetwork(Construct):
    """A VPC of the deployment's own, with the endpoints its processes need and with flow logs."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, cidr_block: str, key: Key) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._users: dict[str, list[Process]] = {"s3": []}
        self._endpoints: dict[str, VpcEndpoint] = {}
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
        self._route_table = RouteTable(self, "route_table", vpc_id=self.vpc_id, tags={"Name": pipeline.name})
        self._subnets = self._private_subnets(cidr_block)
        self.subnet_ids: list[str] = [subnet.id for subnet in self._subnets]
        self.s3_endpoint_id: str = self._gateway("s3").id
        self._endpoint_security_group = SecurityGroup(
            self,
            "endpoint_security_group",
            name=pipeline.resource_name("endpoints"),
            description="Interface endpoints: HTTPS from the pipeline's processes",
            vpc_id=self.vpc_id,
            tags={"Name": pipeline.resource_name("endpoints")},
        )
        self._flow_log(key)

    def attach(self, scope: Construct, process: Process, *services: str) -> SecurityGroup:
        group = SecurityGroup(
            scope,
            "security_group",
            name=self._pipeline.resource_name(process.name),
            description=f"{process.name}: HTTPS to VPC endpoints only",
            vpc_id=self.vpc_id,
            tags={"Name": self._pipeline.resource_name(process.name)},
        )
        for service in ("s3", *services):
            self._users.setdefault(service, []).append(process)
        gateways = [service for service in ("s3", *services) if service in GATEWAYS]
        for service in services:
            if service not in GATEWAYS:
                self._endpoint(service)
        prefix_lists: dict[str, str] = {service: self._gateway(service).prefix_list_id for service in gateways}
        connect(scope, process, group, self._endpoint_security_group.id, prefix_lists)
        VpcSecurityGroupIngressRule(
            self,
            f"from_{process.name}",
            security_group_id=self._endpoint_security_group.id,
            referenced_security_group_id=group.id,
            description=f"HTTPS from {process.name}",
            ip_protocol="tcp",
            from_port=HTTPS,
            to_port=HTTPS,
        )
        return group

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
                self, f"association_{number}", subnet_id=subnet.id, route_table_id=self._route_table.id
            )
            subnets.append(subnet)
        return subnets

    def _service_name(self, service: str) -> str:
        """As `aws ec2 describe-vpc-endpoint-services` lists it; in China a few services have a prefix of their own."""
        china = self._pipeline.environment.partition == "aws-cn" and service in PREFIXED_IN_CHINA
        return f"{'cn.' if china else ''}com.amazonaws.{self._pipeline.environment.region}.{service}"

    def _endpoint(self, service: str) -> None:
        if service in self._endpoints:
            return
        self._endpoints[service] = VpcEndpoint(
            self,
            f"{service.replace('-', '_')}_endpoint",
            vpc_id=self.vpc_id,
            service_name=self._service_name(service),
            vpc_endpoint_type="Interface",
            private_dns_enabled=True,
            subnet_ids=self.subnet_ids,
            security_group_ids=[self._endpoint_security_group.id],
            policy=Deferred(lambda: json.dumps(self._endpoint_policy(service))),
            tags={"Name": f"{self._pipeline.name}-{service}"},
        )

    def _gateway(self, service: str) -> VpcEndpoint:
        if service not in self._endpoints:
            self._endpoints[service] = VpcEndpoint(
                self,
                f"{service}_endpoint",
                vpc_id=self.vpc_id,
                service_name=self._service_name(service),
                vpc_endpoint_type="Gateway",
                route_table_ids=[self._route_table.id],
                policy=Deferred(lambda: json.dumps(self._endpoint_policy(service))),
                tags={"Name": f"{self._pipeline.name}-{service}"},
            )
        return self._endpoints[service]

    def _endpoint_policy(self, service: str) -> dict[str, Any]:
        """What the processes that use this endpoint may do there: their own statements, as themselves, in this account."""
        account = self._pipeline.environment.account_id
        statements = [
            {
                "Effect": "Allow",
                "Principal": "*",
                "Action": sorted(statement.actions),
                "Resource": sorted(statement.resources),
                "Condition": {
                    "ArnEquals": {"aws:PrincipalArn": process.principal},
                    "StringEquals": {"aws:PrincipalAccount": account, "aws:ResourceAccount": account},
                },
            }
            for process in self._users[service]
            for statement in process.statements()
            if statement_service(statement) == ENDPOINT_ACTIONS.get(service, service) and not via_service(statement)
        ]
        closed = {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}
        return {"Version": "2012-10-17", "Statement": statements or [closed]}

    def _flow_log(self, key: Key) -> None:
        pipeline = self._pipeline
        logs = LogGroup(
            self,
            "flow_logs",
            name=f"/millrace/{pipeline.name}/flow-logs",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
        )
        process = pipeline.process("flow-logs", "flow_log")
        groups = pipeline.arn("logs", "log-group:*")
        process.requires(logs.write_statement(), Statement(("logs:DescribeLogGroups",), (groups,)))
        role = Role(
            self,
            "flow_logs_role",
            pipeline=pipeline,
            process=process,
            trust=[service_trust("vpc-flow-logs.amazonaws.com", pipeline)],
        )
        FlowLog(
            self,
            "flow_log",
            vpc_id=self.vpc_id,
            traffic_type="ALL",
            log_destination_type="cloud-watch-logs",
            log_destination=logs.arn,
            iam_role_arn=role.arn,
            max_aggregation_interval=60,
            tags={"Name": pipeline.name},
        )


class ExistingNetwork(Construct):
    """A network that the environment names; its owner is responsible for the endpoints and flow logs."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        existing = pipeline.environment.network.existing
        if existing is None:
            raise ValueError("the environment names no existing network")
        self._pipeline = pipeline
        self._existing = existing
        self.vpc_id = existing.vpc_id
        self.subnet_ids: list[str] = list(existing.subnet_ids)
        self.s3_endpoint_id = existing.endpoint_ids["s3"]

    def attach(self, scope: Construct, process: Process, *services: str) -> SecurityGroup:
        """Raises `InputError` when the network lacks an endpoint that *process* needs."""
        if missing := sorted({"s3", *services} - set(self._existing.endpoint_ids)):
            raise InputError(
                f"process {process.name} needs VPC endpoints for {', '.join(missing)}, which the existing network does not have; "
                "add them to network.existing.endpoint_ids of the environment"
            )
        group = SecurityGroup(
            scope,
            "security_group",
            name=self._pipeline.resource_name(process.name),
            description=f"{process.name}: HTTPS to VPC endpoints only",
            vpc_id=self.vpc_id,
            tags={"Name": self._pipeline.resource_name(process.name)},
        )
        known = {"s3": self._existing.s3_prefix_list_id, "dynamodb": self._existing.dynamodb_prefix_list_id}
        prefix_lists = {service: known[service] for service in ("s3", *services) if service in GATEWAYS}
        if None in prefix_lists.values():
            raise InputError(
                f"process {process.name} needs the prefix list of DynamoDB; "
                "add network.existing.dynamodb_prefix_list_id to the environment"
            )
        connect(scope, process, group, self._existing.endpoint_security_group_id, prefix_lists)
        return group


GATEWAYS = {"dynamodb": "DynamoDB", "s3": "S3"}
"""Services reached through a gateway in the route table, as people know them; all others have interface endpoints."""

ENDPOINT_ACTIONS = {"kinesis-firehose": "firehose", "kinesis-streams": "kinesis"}
"""The prefix of a service's actions, where it is not the name of its endpoint."""

PREFIXED_IN_CHINA = ("athena", "kinesis-streams", "lambda", "monitoring", "sqs", "sts", "xray")
"""Of the endpoints a pipeline may need, those called `cn.com.amazonaws...` in the regions of China."""


def network(scope: Construct, id: str, *, pipeline: Pipeline, key: Key) -> Network:
    """The environment's existing network, or else one of the deployment's own."""
    own = pipeline.environment.network.own
    if own is None:
        return ExistingNetwork(scope, id, pipeline=pipeline)
    return OwnNetwork(scope, id, pipeline=pipeline, cidr_block=own.cidr_block, key=key)


def statement_service(statement: Statement) -> str:
    return statement.actions[0].split(":")[0]


def via_service(statement: Statement) -> bool:
    """Whether the key is used by an AWS service for the process, so not through an endpoint of the process's network."""
    return any("kms:ViaService" in keys for keys in statement.condition.values())


def connect(
    scope: Construct, process: Process, group: SecurityGroup, endpoints: str, prefix_lists: Mapping[str, str | None]
) -> None:
    """The only ways out of *group*: the interface endpoints, and the services of *prefix_lists* through their gateways."""
    VpcSecurityGroupEgressRule(
        scope,
        "to_endpoints",
        security_group_id=group.id,
        referenced_security_group_id=endpoints,
        description=f"HTTPS from {process.name} to VPC endpoints",
        ip_protocol="tcp",
        from_port=HTTPS,
        to_port=HTTPS,
    )
    for service, prefix_list in prefix_lists.items():
        VpcSecurityGroupEgressRule(
            scope,
            f"to_{service}",
            security_group_id=group.id,
            prefix_list_id=str(prefix_list),
            description=f"HTTPS from {process.name} to {GATEWAYS[service]}",
            ip_protocol="tcp",
            from_port=HTTPS,
            to_port=HTTPS,
        )
