from __future__ import annotations

from ipaddress import ip_network

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, tag

DESTINATIONS = ("destination_cidr_block", "destination_ipv6_cidr_block", "cidr_block", "ipv6_cidr_block")
GATEWAYS = (
    *("gateway_id", "nat_gateway_id", "egress_only_gateway_id", "vpc_peering_connection_id", "transit_gateway_id"),
    *("carrier_gateway_id", "core_network_arn", "local_gateway_id", "network_interface_id"),
)
PUBLIC = (
    "assign_generated_ipv6_cidr_block",
    "ipv6_cidr_block",
    "ipv6_ipam_pool_id",
    "ipv6_cidr_block_network_border_group",
)
LEAST_PREFIX = 16  # bits


class VpcInternet(Policy):
    """
    A network has no gateway, no default route to the internet and no public addresses by IPv6, unless the VPC has the tag
    internet=allowed.

    Why: without a route no misconfigured security group or stolen credential can send data out.
    Fix: reach AWS through endpoints; where the internet is needed, say so in the environment, which sets the tag.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a network has no way to the internet unless it was asked for",
            id="MR_VPC_3",
            categories=[CheckCategories.NETWORKING],
            supported_resources=[
                "aws_egress_only_internet_gateway",
                "aws_eip",
                "aws_internet_gateway",
                "aws_nat_gateway",
                "aws_route",
                "aws_route_table",
                "aws_vpc",
                "aws_vpc_peering_connection",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Gateways, and routes to everywhere, stand only in a network that is allowed them.
        """
        networks = self.planned("aws_vpc")
        if networks and all(tag(vpc, "internet") == "allowed" for vpc in networks):
            return []
        kind = resource["address"].split(".")[0]
        if kind == "aws_vpc":
            return [f"has public addresses by {name}" for name in PUBLIC if resource.get(name)]
        if kind not in ("aws_route", "aws_route_table"):
            return ["is a way out of the network"]
        routes = [resource, *blocks(resource.get("route"))]
        ways = [route.get(name) for route in routes for name in DESTINATIONS if route.get(name)]
        out = [route.get(name) for route in routes for name in GATEWAYS if route.get(name)]
        wide = [f"routes {way}" for way in ways if ip_network(way, strict=False).prefixlen < LEAST_PREFIX]
        return wide + [f"routes to {gateway}" for gateway in out if not str(gateway).startswith("vpce")]


check = VpcInternet()
