"""
The ports between the control plane of a cluster, its nodes and its pods.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bindings import Construct
from bindings.aws import SecurityGroup, VpcSecurityGroupEgressRule, VpcSecurityGroupIngressRule
from bindings.resource import Resource
from modules.dataflow import Statement
from modules.foundation.private_network import HTTPS
from modules.pipeline import Pipeline

KUBELET: Final = 10_250
DNS: Final = 53

INTERFACE_CHANGES: Final = (
    *("ec2:AssignPrivateIpAddresses", "ec2:AttachNetworkInterface", "ec2:DeleteNetworkInterface"),
    *("ec2:DetachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute", "ec2:UnassignPrivateIpAddresses"),
)
LOOKING: Final = (
    *("ec2:DescribeInstanceTypes", "ec2:DescribeInstances", "ec2:DescribeNetworkInterfaces"),
    *("ec2:DescribeSubnets", "ec2:DescribeTags"),
)


class Ports(Construct):
    """
    The security group of the control plane, and the rules between it and the nodes: what "Amazon EKS security group
    requirements" lists for restricted traffic, and nothing else.
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, vpc_id: str) -> None:
        super().__init__(scope, id)
        self.rules: list[Resource] = []
        name = pipeline.resource_name("control-plane")
        self.control_plane = SecurityGroup(
            self,
            "control_plane",
            name=name,
            description="Control plane: the nodes of the cluster only",
            vpc_id=vpc_id,
            tags={"Name": name},
        )

    def connect(self, nodes: SecurityGroup) -> None:
        """The control plane and *nodes* reach each other, and pods of different nodes the DNS of the cluster."""
        self._open("nodes_to_api", nodes, self.control_plane, HTTPS, "HTTPS from nodes to the API")
        self._open("api_to_kubelets", self.control_plane, nodes, KUBELET, "The control plane to kubelets")
        self._open("api_to_webhooks", self.control_plane, nodes, HTTPS, "The control plane to webhooks of add-ons")
        for protocol in ("tcp", "udp"):
            self._open(f"dns_{protocol}", nodes, nodes, DNS, f"DNS of the cluster between nodes ({protocol})", protocol)

    def _open(
        self, id: str, source: SecurityGroup, target: SecurityGroup, port: int, words: str, protocol: str = "tcp"
    ) -> None:
        self.rules.append(
            VpcSecurityGroupEgressRule(
                self,
                f"{id}_out",
                security_group_id=source.id,
                referenced_security_group_id=target.id,
                description=words,
                ip_protocol=protocol,
                from_port=port,
                to_port=port,
            )
        )
        self.rules.append(
            VpcSecurityGroupIngressRule(
                self,
                f"{id}_in",
                security_group_id=target.id,
                referenced_security_group_id=source.id,
                description=words,
                ip_protocol=protocol,
                from_port=port,
                to_port=port,
            )
        )


def interface_statements(pipeline: Pipeline, subnets: Sequence[str], group: str) -> list[Statement]:
    """What the VPC CNI needs to give pods addresses of *subnets* ("AmazonEKS_CNI_Policy", on resources of the account only)."""
    interfaces, instances = pipeline.arn("ec2", "network-interface/*"), pipeline.arn("ec2", "instance/*")
    groups = pipeline.arn("ec2", f"security-group/{group}")
    places = tuple(pipeline.arn("ec2", f"subnet/{subnet}") for subnet in subnets)
    region = {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}}
    made = {"StringEquals": {"ec2:CreateAction": "CreateNetworkInterface"}}
    return [
        Statement(("ec2:CreateNetworkInterface",), (*places, groups, interfaces)),
        Statement(INTERFACE_CHANGES, (interfaces, instances, groups)),
        Statement(("ec2:CreateTags",), (interfaces,), made),
        Statement(LOOKING, ("*",), region),
    ]
