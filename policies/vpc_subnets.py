from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

SETTINGS = ("map_public_ip_on_launch", "assign_ipv6_address_on_creation", "map_customer_owned_ip_on_launch")


class VpcSubnets(Policy):
    """
    A subnet gives out no public address, and the subnets of a network lie in more than one zone.

    Why: an instance or interface with a public address is reachable from, and can reach, the internet as soon as a
    route exists; a zone can fail.
    Fix: name different zones, and leave map_public_ip_on_launch and assign_ipv6_address_on_creation false.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure subnets give out no public addresses",
            id="MR_VPC_7",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_subnet"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        No kind of public address is assigned.
        """
        problems = [f"{name} is on" for name in SETTINGS if resource.get(name)]
        others = [
            item
            for item in self.planned("aws_subnet")
            if item["id"] != resource["id"] and item.get("vpc_id") == resource.get("vpc_id")
        ]
        zone = resource.get("availability_zone")
        shared = zone and others and all(item.get("availability_zone") == zone for item in others)
        return [*problems, "lies in one zone with all the others"] if shared else problems


check = VpcSubnets()
