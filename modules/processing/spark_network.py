"""
Who talks to whom in a Spark cluster: nodes with each other, the service with the nodes, nobody else with anybody.
"""

from __future__ import annotations

import itertools
from typing import Final, Literal

from bindings import Construct
from bindings.aws import SecurityGroup, VpcSecurityGroupEgressRule, VpcSecurityGroupIngressRule
from modules.foundation.network import Network
from modules.pipeline import Pipeline

TO_NODES: Final = 8_443
"""The port on which the service reaches nodes ("Working with Amazon EMR-managed security groups")."""

TO_SERVICE: Final = 9_443
"""The port on which nodes reach the service; managed scaling needs it (same page)."""

MANAGED: Final = "for-use-with-amazon-emr-managed-policies"
"""The tag that AWS's own policies for EMR ask for; ours ask for it too ("Tagging resources to use managed policies")."""

PROTOCOLS: Final = (("tcp", 0, 65_535), ("udp", 0, 65_535), ("icmp", -1, -1))
"""What nodes have to let in from each other (same page as the ports); Spark and YARN choose ports as they go."""

BETWEEN_NODES: Final = {"traffic": "between-nodes"}
"""Marks rules that are for all ports, for checks that look at ports and not at who is on the other side."""

End = Literal["primary", "nodes", "service"]


class SparkNetwork(Construct):
    """
    The three security groups that EMR asks for in a private subnet, with every rule that it would add by itself, so that it
    needs no right to change them. Ways to endpoints are in a group of their own, which `attach` of the network makes.
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, network: Network) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        descriptions: dict[End, str] = {
            "primary": "The primary node of the Spark cluster",
            "nodes": "Core and task nodes of the Spark cluster",
            "service": "The EMR service that looks after the Spark cluster",
        }
        self.groups = {end: self._group(end, words, network.vpc_id) for end, words in descriptions.items()}
        machines: tuple[End, End] = ("primary", "nodes")
        for source, target in itertools.product(machines, machines):
            for protocol, first, last in PROTOCOLS:
                self._open(source, target, protocol, first, last)
        for machine in machines:
            self._open("service", machine, "tcp", TO_NODES, TO_NODES)
            self._open(machine, "service", "tcp", TO_SERVICE, TO_SERVICE)

    def _group(self, end: End, description: str, vpc_id: str) -> SecurityGroup:
        name = self._pipeline.resource_name(f"emr-{end}")
        return SecurityGroup(
            self,
            end,
            name=name,
            description=description,
            vpc_id=vpc_id,
            revoke_rules_on_delete=True,
            tags={"Name": name, MANAGED: "true"},
        )

    def _open(self, source: End, target: End, protocol: str, first: int, last: int) -> None:
        """Let *source* out to *target*, and *target* in from *source*."""
        words = f"{protocol.upper()} from {source} to {target}"
        tags = {} if "service" in (source, target) else BETWEEN_NODES
        VpcSecurityGroupEgressRule(
            self,
            f"{source}_to_{target}_{protocol}",
            security_group_id=self.groups[source].id,
            referenced_security_group_id=self.groups[target].id,
            description=words,
            ip_protocol=protocol,
            from_port=first,
            to_port=last,
            tags=tags,
        )
        VpcSecurityGroupIngressRule(
            self,
            f"{target}_from_{source}_{protocol}",
            security_group_id=self.groups[target].id,
            referenced_security_group_id=self.groups[source].id,
            description=words,
            ip_protocol=protocol,
            from_port=first,
            to_port=last,
            tags=tags,
        )
