from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from clusters import between_nodes
from ml_jobs import between_machines
from planned import Policy, Resource, blocks, listed, number

MOST_PORTS = 1000
FIRST_UNRESERVED = 1024
DNS = 53
ADMINISTRATION = (22, 3389)  # SSH and Remote Desktop


def _problem(rule: Resource) -> str:
    protocol = str(rule.get("ip_protocol", rule.get("protocol", "-1")))
    if protocol in ("-1", "all"):
        return "opens all protocols"
    if protocol in ("icmp", "icmpv6", "1", "58"):
        return ""
    if protocol not in ("tcp", "6") and {rule.get("from_port"), rule.get("to_port")} != {DNS}:
        return f"opens protocol {protocol}, which only DNS needs"
    if rule.get("from_port") is None or rule.get("to_port") is None:
        return "opens all ports"
    if rule["from_port"] != rule["to_port"]:
        held = [port for port in ADMINISTRATION if number(rule["from_port"]) <= port <= number(rule["to_port"])]
        if held:
            return f"opens port {held[0]} among others"
    span = number(rule["to_port"]) - number(rule["from_port"])
    return f"opens {span + 1:.0f} ports" if not 0 <= span < MOST_PORTS else ""


class VpcPorts(Policy):
    """
    A security group rule is for TCP, for ICMP or for DNS, and names at most a thousand ports, without those of administration in
    between.

    Between nodes of one cluster, the rules that EMR needs pass: all ports of TCP and UDP, and ICMP, each protocol by itself.
    Machines of jobs in one group choose their ports as they go, so all ports of TCP pass. Groups of QuickSight's interfaces
    keep no state, so answers to them need every port above 1023; that passes from a group.

    Why: a rule for all ports also opens those of services that are added later.
    Fix: set ip_protocol to tcp, and name from_port and to_port.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure security group rules open the ports they need only",
            id="MR_VPC_2",
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
        No rule is for all protocols or for a wide span of ports.
        """
        nested = [*blocks(resource.get("ingress")), *blocks(resource.get("egress"))]
        if between_nodes(self, resource) or between_machines(self, resource):
            return []
        rules = nested if resource["address"].startswith("aws_security_group.") else [resource]
        if self._answers(resource):
            return []
        return [problem for rule in rules if (problem := _problem(rule))]

    def _answers(self, rule: Resource) -> bool:
        """
        Whether a rule lets answers of one group in to interfaces of QuickSight, and nothing to the ports of services.
        """
        connections = self.planned("aws_quicksight_vpc_connection")
        stateless = {group for item in connections for group in listed(item.get("security_group_ids"))}
        ingress = rule["address"].startswith("aws_vpc_security_group_ingress_rule.")
        from_group = bool(rule.get("referenced_security_group_id")) and rule.get("ip_protocol") == "tcp"
        high = number(rule.get("from_port")) >= FIRST_UNRESERVED
        return ingress and from_group and high and rule.get("security_group_id") in stateless


check = VpcPorts()
