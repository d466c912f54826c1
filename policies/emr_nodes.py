from __future__ import annotations

from itertools import product

from checkov.common.models.enums import CheckCategories
from clusters import NEEDED_BETWEEN_NODES, NODE_GROUPS, attributes, opened
from planned import Policy, Resource

OUT = "aws_vpc_security_group_egress_rule"
IN = "aws_vpc_security_group_ingress_rule"


class EmrNodes(Policy):
    """
    The node groups of a cluster let each other out and in by TCP, UDP and ICMP, one rule a protocol, as EMR needs it.

    Why: EMR adds what is missing where it may change groups, in no plan that anybody reviewed; where it may not, the cluster
    does not start.
    Fix: make the rules of modules/processing/spark_network.py, between each pair of the groups for nodes.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure nodes of a cluster reach each other by the rules of its stack",
            id="MR_EMR_8",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_emr_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both directions of each pair, each protocol.
        """
        named = [str(attributes(resource).get(name) or "") for name in NODE_GROUPS]
        if not all(named):
            return ["names no groups of its own, so EMR makes them"]
        there = {
            (kind, rule.get("security_group_id"), rule.get("referenced_security_group_id"), opened(rule))
            for kind in (OUT, IN)
            for rule in self.planned(kind)
        }
        return [
            f"has no rule for {needed[0]} {'out of' if kind == OUT else 'into'} {group}, to or from {other}"
            for kind, group, other, needed in product((OUT, IN), named, named, NEEDED_BETWEEN_NODES)
            if (kind, group, other, needed) not in there
        ]


check = EmrNodes()
