from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from clusters import GROUPS, attributes, between_nodes
from ml_jobs import between_machines
from planned import Policy, Resource, listed, number

RANGES = ("cidr_ipv4", "cidr_ipv6")
HTTPS, DNS = 443, 53
KUBELET = 10_250
EMR_SERVICE = (8_443, 9_443)
FIRST_UNRESERVED = 1_024


class VpcRuleEnds(Policy):
    """
    A rule is between security groups, or to the prefix list of an endpoint, or lets the network in to endpoints, and opens a port
    that something of the stack listens on: HTTPS, DNS, the port of a warehouse, of kubelets, of the service of EMR.

    Why: a range holds whatever gets an address in it later; a port that nothing of the stack needs is there for somebody else.
    Fix: refer to a group with referenced_security_group_id, and name the port of the service.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure rules are between groups and open ports that the stack uses",
            id="MR_VPC_9",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Other end and ports; ICMP has none.
        """
        problems = [
            f"is for the range {item}"
            for name in RANGES
            for item in listed(resource.get(name))
            if not self._of_endpoints(resource, item)
        ]
        if between_nodes(self, resource) or between_machines(self, resource) or self._answers(resource):
            return problems
        protocol = str(resource.get("ip_protocol"))
        first, last = number(resource.get("from_port", -1)), number(resource.get("to_port", -1))
        if protocol in ("icmp", "icmpv6"):
            return [*problems, "lets ICMP through, which nodes of a cluster alone need"]
        if first != last or first not in self._ports():
            problems.append(f"opens ports {first:.0f} to {last:.0f}, on which nothing of the stack listens")
        return problems

    def _of_endpoints(self, rule: Resource, text: str) -> bool:
        """
        Whether a rule lets a network of the plan in to endpoints, by HTTPS: groups of other stacks are not known where it is shared.
        """
        behind = {
            group for item in self.planned("aws_vpc_endpoint") for group in listed(item.get("security_group_ids"))
        }
        whole = text in {item.get("cidr_block") for item in self.planned("aws_vpc")}
        secure = {number(rule.get("from_port")), number(rule.get("to_port"))} == {HTTPS}
        ingress = rule["address"].startswith("aws_vpc_security_group_ingress_rule.")
        return ingress and whole and secure and rule.get("security_group_id") in behind

    def _ports(self) -> set[float]:
        """
        Ports on which something of the plan listens.
        """
        warehouses = self.planned("aws_redshift_cluster", "aws_redshiftserverless_workgroup")
        ports = {float(HTTPS), float(DNS), *(number(item.get("port", 5_439)) for item in warehouses)}
        ports |= {float(KUBELET)} if self.planned("aws_eks_cluster") else set()
        own = [attributes(item).get(name) for item in self.planned("aws_emr_cluster") for name in GROUPS]
        return ports | ({*map(float, EMR_SERVICE)} if any(own) else set())

    def _answers(self, rule: Resource) -> bool:
        """
        Whether it lets answers in to interfaces of QuickSight, whose groups keep no state.
        """
        connections = self.planned("aws_quicksight_vpc_connection")
        stateless = {group for item in connections for group in listed(item.get("security_group_ids"))}
        bound = rule.get("security_group_id") in stateless and rule.get("ip_protocol") == "tcp"
        return (
            bound
            and number(rule.get("from_port")) >= FIRST_UNRESERVED
            and bool(rule.get("referenced_security_group_id"))
        )


check = VpcRuleEnds()
