"""
Where a pipeline runs: private subnets in three zones, and VPC endpoints instead of a route to the internet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bindings import Construct
from bindings.aws import SecurityGroup, VpcSecurityGroupEgressRule, VpcSecurityGroupIngressRule
from modules.dataflow import Process, Statement
from modules.environment_network import ExistingNetwork as ExistingNetworkParams
from modules.errors import InputError
from modules.foundation.key import Key
from modules.foundation.private_network import ENDPOINT_ACTIONS, GATEWAYS, HTTPS, PrivateNetwork
from modules.pipeline import Pipeline


class S3Path(Protocol):
    """What a bucket needs of a network: the endpoint through which data moves."""

    s3_endpoint_id: str


class Network(S3Path, Protocol):
    """What a process module needs of a network, whoever made it."""

    vpc_id: str
    subnet_ids: list[str]

    def attach(self, scope: Construct, process: Process, *services: str) -> SecurityGroup:
        """A security group for *process*, which lets it reach S3 and the endpoints of *services* and nothing else."""

    def admit(self, process: Process, *services: str) -> None:
        """Let *process*, which acts from behind the security group of another one, use S3 and the endpoints of *services*."""

    def open_packages(self, *buckets: str) -> None:
        """Let machines without a role of their own read packages from *buckets* of AWS, by name."""


class OwnNetwork(PrivateNetwork):
    """A VPC of the deployment's own, with the endpoints its processes need and with flow logs."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, cidr_block: str, key: Key) -> None:
        self._users: dict[str, list[Process]] = {"s3": []}
        super().__init__(scope, id, pipeline=pipeline, cidr_block=cidr_block, key=key)

    def attach(self, scope: Construct, process: Process, *services: str) -> SecurityGroup:
        group = SecurityGroup(
            scope,
            "security_group",
            name=self._pipeline.resource_name(process.name),
            description=f"{process.name}: HTTPS to VPC endpoints only",
            vpc_id=self.vpc_id,
            tags={"Name": self._pipeline.resource_name(process.name)},
        )
        self.admit(process, *services)
        prefix_lists = {
            service: str(self.endpoints[service].prefix_list_id) for service in ("s3", *services) if service in GATEWAYS
        }
        if not interfaces(services):
            connect(scope, process, group, None, prefix_lists)
            return group
        connect(scope, process, group, self.endpoint_security_group.id, prefix_lists)
        VpcSecurityGroupIngressRule(
            self,
            f"from_{process.name}",
            security_group_id=self.endpoint_security_group.id,
            referenced_security_group_id=group.id,
            description=f"HTTPS from {process.name}",
            ip_protocol="tcp",
            from_port=HTTPS,
            to_port=HTTPS,
        )
        return group

    def admit(self, process: Process, *services: str) -> None:
        process.in_network = True
        for service in ("s3", *services):
            self._users.setdefault(service, []).append(process)
        for service in services:
            self.endpoint(service)

    def endpoint_statements(self, service: str) -> list[dict[str, Any]]:
        """What the processes that use this endpoint may do there: their own statements, as themselves, and nothing beside."""
        account = self._pipeline.environment.account_id
        return [
            {
                "Effect": "Allow",
                "Principal": "*",
                "Action": sorted(statement.actions),
                "Resource": sorted(statement.resources),
                "Condition": {
                    "ArnEquals": {"aws:PrincipalArn": process.principal},
                    "StringEquals": {"aws:PrincipalAccount": account, "aws:ResourceAccount": owner(statement, account)},
                },
            }
            for process in self._users[service]
            for statement in process.statements()
            if statement_service(statement) == ENDPOINT_ACTIONS.get(service, service) and not via_service(statement)
        ]


class ExistingNetwork(Construct):
    """A network that is there already; its owner is responsible for the endpoints and flow logs."""

    def __init__(
        self, scope: Construct, id: str, *, pipeline: Pipeline, existing: ExistingNetworkParams, remedy: str
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._existing = existing
        self._remedy = remedy
        self.vpc_id = existing.vpc_id
        self.subnet_ids: list[str] = list(existing.subnet_ids)
        self.s3_endpoint_id = existing.endpoint_ids["s3"]

    def attach(self, scope: Construct, process: Process, *services: str) -> SecurityGroup:
        """Raises `InputError` when the network lacks an endpoint that *process* needs."""
        self.admit(process, *services)
        group = SecurityGroup(
            scope,
            "security_group",
            name=self._pipeline.resource_name(process.name),
            description=f"{process.name}: HTTPS to VPC endpoints only",
            vpc_id=self.vpc_id,
            tags={"Name": self._pipeline.resource_name(process.name)},
        )
        endpoints = self._existing.endpoint_security_group_id if interfaces(services) else None
        connect(scope, process, group, endpoints, self._prefix_lists(process, services))
        return group

    def admit(self, process: Process, *services: str) -> None:
        """Raises `InputError` when the network lacks an endpoint that *process* needs."""
        process.in_network = True
        if missing := sorted({"s3", *services} - set(self._existing.endpoint_ids)):
            raise InputError(
                f"process {process.name} needs VPC endpoints for {', '.join(missing)}, which the existing network does not have; "
                f"{self._remedy}"
            )

    def open_packages(self, *buckets: str) -> None:
        """The owner of the network decides what its S3 endpoint lets through, these *buckets* too."""

    def _prefix_lists(self, process: Process, services: Sequence[str]) -> dict[str, str]:
        known = {"s3": self._existing.s3_prefix_list_id, "dynamodb": self._existing.dynamodb_prefix_list_id}
        found = {service: known[service] for service in ("s3", *services) if service in GATEWAYS}
        if missing := [GATEWAYS[service] for service, prefix_list in found.items() if prefix_list is None]:
            raise InputError(
                f"process {process.name} needs the prefix list of {', '.join(missing)}, which the existing network does not have; "
                "add network.existing.dynamodb_prefix_list_id to the environment"
            )
        return {service: str(prefix_list) for service, prefix_list in found.items()}


def network(scope: Construct, id: str, *, pipeline: Pipeline, key: Key) -> Network:
    """The environment's existing or shared network, or else one of the deployment's own."""
    choice = pipeline.environment.network
    if choice.own is not None:
        return OwnNetwork(scope, id, pipeline=pipeline, cidr_block=choice.own.cidr_block, key=key)
    if choice.existing is not None:
        remedy = "add them to network.existing.endpoint_ids of the environment"
        return ExistingNetwork(scope, id, pipeline=pipeline, existing=choice.existing, remedy=remedy)
    remedy = "add them to parameters.network.endpoints of the region_baseline deployment, plan it and apply it"
    return ExistingNetwork(scope, id, pipeline=pipeline, existing=shared_network(pipeline), remedy=remedy)


def shared_network(pipeline: Pipeline) -> ExistingNetworkParams:
    """The network that region_baseline has made for the environment; raises `InputError` when it has not yet."""
    region = pipeline.facts.region_baseline
    if region is None or region.network is None:
        name = pipeline.environment.name
        raise InputError(
            f"environment {name} has a shared network, and environments/{name}.facts.json does not say which; "
            f"plan and apply the region_baseline deployment of the environment first (region-{name}, TARGET=aws) and commit that file"
        )
    return region.network


def statement_service(statement: Statement) -> str:
    return statement.actions[0].split(":")[0]


def owner(statement: Statement, account: str) -> str:
    """The account that the resources of *statement* are of: *account*, or that of AWS from which images of add-ons come."""
    owners = {arn.split(":")[4] for arn in statement.resources if arn.startswith("arn:")} - {""}
    return min(owners, default=account)


def via_service(statement: Statement) -> bool:
    """Whether the key is used by an AWS service for the process, so not through an endpoint of the process's network."""
    return any("kms:ViaService" in keys for keys in statement.condition.values())


def interfaces(services: Sequence[str]) -> bool:
    """Whether one of *services* is reached through an interface in the subnets, and not only through gateways."""
    return any(service not in GATEWAYS for service in services)


def connect(
    scope: Construct, process: Process, group: SecurityGroup, endpoints: str | None, prefix_lists: Mapping[str, str]
) -> None:
    """The only ways out of *group*: the interface *endpoints*, and the services of *prefix_lists* through their gateways."""
    if endpoints:
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
            prefix_list_id=prefix_list,
            description=f"HTTPS from {process.name} to {GATEWAYS[service]}",
            ip_protocol="tcp",
            from_port=HTTPS,
            to_port=HTTPS,
        )
