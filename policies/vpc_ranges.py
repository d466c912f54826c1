from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, listed

RANGES = ("cidr_ipv4", "cidr_ipv6", "cidr_blocks", "ipv6_cidr_blocks")
PREFIXES = ("prefix_list_id", "prefix_list_ids")
GROUPS = ("referenced_security_group_id", "security_groups", "source_security_group_id")
PRIVATE = [ip_network("10.0.0.0/8"), ip_network("172.16.0.0/12"), ip_network("192.168.0.0/16")]
LEAST_PREFIX = 16  # bits; what a VPC has at least, used where the stack does not own the network


def _inside(text: str, networks: list[IPv4Network | IPv6Network]) -> bool:
    item = ip_network(text, strict=False)
    within = [network for network in networks if network.version == item.version]
    inside = any(item.subnet_of(network) for network in within)  # type: ignore[arg-type]
    return inside and item.prefixlen >= LEAST_PREFIX


class VpcRanges(Policy):
    """
    A security group rule opens nothing to the world, in neither direction, and no range wider than the network.

    Why: a way in is an attack surface and a way out is how data leaves, on port 443 as on any other.
    Fix: refer to a security group, to the prefix list of an endpoint of the stack, or to a range inside the VPC.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure security group rules reach no further than the network",
            id="MR_VPC_1",
            categories=[CheckCategories.NETWORKING],
            supported_resources=[
                "aws_security_group",
                "aws_security_group_rule",
                "aws_vpc_security_group_egress_rule",
                "aws_vpc_security_group_ingress_rule",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every range lies in the network, every prefix list belongs to an endpoint.
        """
        networks = [ip_network(vpc["cidr_block"]) for vpc in self.planned("aws_vpc") if vpc.get("cidr_block")]
        lists = {item.get("id", "").removesuffix(".id") for item in self.planned("aws_vpc_endpoint")}
        rules = [resource, *blocks(resource.get("ingress")), *blocks(resource.get("egress"))]
        problems = []
        for rule in rules:
            ranges = [item for name in RANGES for item in listed(rule.get(name))]
            problems += [f"opens to {item}" for item in ranges if not _inside(item, networks or PRIVATE)]
            groups = [item for name in GROUPS for item in listed(rule.get(name))]
            problems += [f"opens to {item}, a group of another account" for item in groups if "/" in str(item)]
            prefixes = [item for name in PREFIXES for item in listed(rule.get(name))]
            if networks:
                problems += [
                    f"opens to {item}" for item in prefixes if item.removesuffix(".prefix_list_id") not in lists
                ]
        return problems


check = VpcRanges()
