"""
The machines of one training job, which talk to each other and to nobody else.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import SecurityGroup, VpcSecurityGroupEgressRule, VpcSecurityGroupIngressRule
from modules.foundation.network import Network
from modules.pipeline import Pipeline
from modules.processing.spark_network import BETWEEN_NODES

LAST_PORT = 65_535


class BetweenInstances(Construct):
    """
    A security group whose every rule names itself: machines of a job choose their ports as they go ("Protect Communications
    Between ML Compute Instances in a Distributed Training Job").
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, network: Network) -> None:
        super().__init__(scope, id)
        name = pipeline.resource_name("training-machines")
        self.group = SecurityGroup(
            self,
            "group",
            name=name,
            description="Machines of one training job: each other only",
            vpc_id=network.vpc_id,
            tags={"Name": name},
        )
        VpcSecurityGroupEgressRule(
            self,
            "to_each_other",
            security_group_id=self.group.id,
            referenced_security_group_id=self.group.id,
            description="TCP between machines of a training job",
            ip_protocol="tcp",
            from_port=0,
            to_port=LAST_PORT,
            tags=BETWEEN_NODES,
        )
        VpcSecurityGroupIngressRule(
            self,
            "from_each_other",
            security_group_id=self.group.id,
            referenced_security_group_id=self.group.id,
            description="TCP between machines of a training job",
            ip_protocol="tcp",
            from_port=0,
            to_port=LAST_PORT,
            tags=BETWEEN_NODES,
        )
        self.id = self.group.id
