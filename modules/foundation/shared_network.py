"""
The network that all pipelines of an environment share, with the endpoints that any of them may need.
"""

from __future__ import annotations

from typing import Any

from bindings import Construct
from bindings.aws import VpcSecurityGroupIngressRule
from modules.foundation.key import Key
from modules.foundation.packages import cluster_packages
from modules.foundation.private_network import GATEWAYS, HTTPS, PrivateNetwork
from modules.params import Name, Params, Some
from modules.pipeline import Pipeline


class SharedNetworkParams(Params):
    endpoints: Some[Name] = (
        *("kinesis-firehose", "kinesis-streams", "kms", "logs", "monitoring"),
        *("sns", "sqs", "sts", "xray"),
    )
    """
    Services that pipelines reach through interface endpoints, by the short names of AWS; S3 and DynamoDB have gateways anyway.

    When left out, the services that processes of the blueprints need. Each is paid for by the hour and zone.
    """


class SharedNetwork(PrivateNetwork):
    """
    A private network whose endpoints serve every principal and resource of this account, and no other.

    Pipelines bring security groups of their own, which let out to the endpoints only; the endpoints take HTTPS from the
    network's own addresses.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: SharedNetworkParams,
        *,
        pipeline: Pipeline,
        cidr_block: str,
        key: Key,
    ) -> None:
        super().__init__(scope, id, pipeline=pipeline, cidr_block=cidr_block, key=key)
        self._cidr_block = cidr_block
        self.open_packages(*cluster_packages(pipeline))
        for service in (*GATEWAYS, *params.endpoints):
            self.endpoint(service)
        VpcSecurityGroupIngressRule(
            self,
            "from_network",
            security_group_id=self.endpoint_security_group.id,
            cidr_ipv4=cidr_block,
            description="HTTPS from the network",
            ip_protocol="tcp",
            from_port=HTTPS,
            to_port=HTTPS,
        )

    def facts(self) -> dict[str, Any]:
        """What pipelines have to know of this network."""
        return {
            "vpc_id": self.vpc_id,
            "cidr_block": self._cidr_block,
            "subnet_ids": self.subnet_ids,
            "route_table_ids": [self.route_table.id],
            "endpoint_ids": {service: endpoint.id for service, endpoint in sorted(self.endpoints.items())},
            "endpoint_security_group_id": self.endpoint_security_group.id,
            "s3_prefix_list_id": self.endpoints["s3"].prefix_list_id,
            "dynamodb_prefix_list_id": self.endpoints["dynamodb"].prefix_list_id,
        }
