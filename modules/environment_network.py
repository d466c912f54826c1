"""
The network of an environment: one that each deployment makes for itself, one that all share, or one that is there already.
"""

from __future__ import annotations

import ipaddress
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from modules.params import (
    EndpointId,
    Name,
    Params,
    PrefixListId,
    RouteTableId,
    SecurityGroupId,
    Some,
    SubnetId,
    Three,
    VpcId,
    cidr,
)

PRIVATE_RANGES: Final = tuple(ipaddress.IPv4Network(each) for each in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))
"""The address ranges that RFC 1918 sets aside for private networks."""


def _private(value: str) -> str:
    network = ipaddress.IPv4Network(value)
    if not any(network.subnet_of(private) for private in PRIVATE_RANGES):
        allowed = ", ".join(str(private) for private in PRIVATE_RANGES)
        raise ValueError(f"lies outside the private ranges of RFC 1918 ({allowed})")
    return value


VpcCidr = Annotated[str, cidr(16, 22), AfterValidator(_private)]
"""A private network from /16 (the largest VPC) to /22 (room for three subnets of 256 addresses)."""


class OwnNetwork(Params):
    """A VPC that each deployment makes for itself."""

    cidr_block: VpcCidr
    """Addresses of the VPC: a private network (RFC 1918) from /16 to /22."""


class ExistingNetwork(Params):
    """A VPC that is there already, with one private subnet in each zone."""

    vpc_id: VpcId
    """The VPC."""

    cidr_block: Annotated[str, cidr(16, 28), AfterValidator(_private)]
    """Addresses of the VPC: a private network (RFC 1918) from /16 to /28."""

    subnet_ids: Three[SubnetId]
    """Three private subnets, one for each zone, in the order of `zones`."""

    route_table_ids: Some[RouteTableId]
    """Route tables of these subnets."""

    endpoint_ids: Annotated[dict[Name, EndpointId], Field(min_length=1)]
    """VPC endpoints by the short name of their service (`s3`, `kms`, `kinesis-streams`); `s3` is required."""

    endpoint_security_group_id: SecurityGroupId
    """Security group of the interface endpoints, which pipelines may reach on port 443."""

    s3_prefix_list_id: PrefixListId
    """The prefix list with the addresses of S3 in the region, which pipelines may reach on port 443."""

    dynamodb_prefix_list_id: PrefixListId | None = None
    """The prefix list of DynamoDB; pipelines with tables need it, and the endpoint `dynamodb`."""

    @field_validator("endpoint_ids")
    @classmethod
    def _s3_endpoint(cls, endpoint_ids: dict[str, str]) -> dict[str, str]:
        if "s3" not in endpoint_ids:
            raise ValueError("has no endpoint for s3; add the gateway endpoint, as in s3: vpce-0123456789abcdef0")
        return endpoint_ids


class SharedNetwork(Params):
    """A VPC that region_baseline makes once, for all deployments of the environment."""

    cidr_block: VpcCidr
    """Addresses of the VPC: a private network (RFC 1918) from /16 to /22."""


class Network(Params):
    """Where pipelines run: a network of their own, the one of the region's baseline, or an existing one."""

    own: OwnNetwork | None = None
    """Each deployment makes its own VPC. Give exactly one of `own`, `shared` and `existing`."""

    shared: SharedNetwork | None = None
    """All deployments share the VPC that region_baseline makes. Give exactly one of `own`, `shared` and `existing`."""

    existing: ExistingNetwork | None = None
    """All deployments share a VPC that is there already. Give exactly one of `own`, `shared` and `existing`."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = [name for name, value in self if value is not None]
        if len(given) != 1:
            seen = " and ".join(given) or "none of them"
            raise ValueError(f"takes exactly one of own, shared and existing, not {seen}")
        return self
