from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed

GROUPS = ("vpc_security_group_ids", "security_group_ids")
RANGES = ("cidr_ipv4", "cidr_ipv6", "cidr_blocks", "ipv6_cidr_blocks", "prefix_list_id", "prefix_list_ids")
LEAST_SUBNETS = 2


class RedshiftNetwork(Policy):
    """
    A warehouse is in private subnets, has no public address, loads through the network, and opens its port to groups only.

    Why: a port that is open to a range is open to whatever gets an address there; without enhanced VPC routing, what is loaded
    and unloaded passes by the endpoints and their policies.
    Fix: leave publicly_accessible off, set enhanced_vpc_routing, name subnets (by a subnet group of the stack) and security
    groups, and let rules refer to security groups.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a warehouse is in private subnets and opens its port to groups only",
            id="MR_REDSHIFT_2",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_redshift_cluster", "aws_redshiftserverless_workgroup"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        No public way in, no way past the network.
        """
        problems = ["has a public address"] if resource.get("publicly_accessible") is not False else []
        problems += ["loads past the network"] if resource.get("enhanced_vpc_routing") is not True else []
        named = [group for name in GROUPS for group in listed(resource.get(name))]
        problems += [] if named else ["has no security group of its own"]
        problems += [] if self._subnets(resource) else ["is in fewer than two subnets that are named"]
        rules = self.planned("aws_vpc_security_group_ingress_rule", "aws_security_group_rule")
        for rule in rules:
            ranges = [item for name in RANGES for item in listed(rule.get(name))]
            if rule.get("security_group_id") in named and ranges and rule.get("type", "ingress") == "ingress":
                problems.append(f"is open to {', '.join(ranges)}")
        return problems

    def _subnets(self, resource: Resource) -> bool:
        """
        Two subnets or more, of the workgroup or of the cluster's group.
        """
        groups = self.planned("aws_redshift_subnet_group")
        own = [item for item in groups if item.get("name") == resource.get("cluster_subnet_group_name")]
        return any(len(listed(item.get("subnet_ids"))) >= LEAST_SUBNETS for item in (resource, *own))


check = RedshiftNetwork()
