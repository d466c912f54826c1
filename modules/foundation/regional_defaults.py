"""
What holds for machines in the region unless somebody says otherwise, and the network that AWS made on the first day.
"""

from __future__ import annotations

from typing import Literal

from bindings import Construct
from bindings.aws import (
    DefaultSecurityGroup,
    DefaultVpc,
    EbsDefaultKmsKey,
    EbsEncryptionByDefault,
    EbsSnapshotBlockPublicAccess,
    Ec2InstanceMetadataDefaults,
    Ec2SerialConsoleAccess,
    EmrBlockPublicAccessConfiguration,
)
from modules.foundation.flow_logs import record_traffic
from modules.foundation.key import Key, KeyParams
from modules.params import Params
from modules.pipeline import Pipeline

VOLUME_ACTIONS = [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:GenerateDataKeyWithoutPlaintext",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
]
HOPS = 2  # of an answer of the metadata service: to the instance and into a container on it
AUTO_SCALING = "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"


class RegionalDefaultsParams(Params):
    default_vpc: Literal["closed", "absent"] = "closed"
    """
    `closed`: the VPC that AWS made in the region is taken over, its security group emptied and its traffic recorded.

    `absent`: the organisation has removed it; Terraform must not make it again. When a deployment is destroyed, the VPC
    stays as it is, closed.
    """


class RegionalDefaults(Construct):
    """
    Volumes are encrypted with our key, instances ask for session tokens, snapshots are not public, no serial console, and no
    EMR cluster starts with a security group that is open to the internet on any port.
    """

    def __init__(
        self, scope: Construct, id: str, params: RegionalDefaultsParams, *, pipeline: Pipeline, key: Key
    ) -> None:
        super().__init__(scope, id)
        volumes = Key(
            self,
            "volumes",
            KeyParams(purpose="volumes"),
            pipeline=pipeline,
            classification=pipeline.classification,
        )
        self._let_machines_use(volumes, pipeline)
        EbsEncryptionByDefault(self, "ebs_encryption", enabled=True)
        EbsDefaultKmsKey(self, "ebs_key", key_arn=volumes.arn)
        EbsSnapshotBlockPublicAccess(self, "snapshots", state="block-all-sharing")
        Ec2InstanceMetadataDefaults(
            self,
            "instance_metadata",
            http_endpoint="enabled",
            http_put_response_hop_limit=HOPS,
            http_tokens="required",
            instance_metadata_tags="disabled",
        )
        Ec2SerialConsoleAccess(self, "serial_console", enabled=False)
        EmrBlockPublicAccessConfiguration(self, "clusters", block_public_security_group_rules=True)
        if params.default_vpc == "closed":
            vpc = DefaultVpc(self, "default_vpc", force_destroy=False, tags={"Name": "default, closed"})
            DefaultSecurityGroup(self, "default_security_group", vpc_id=vpc.id)
            record_traffic(self, pipeline=pipeline, key=key, vpc_id=vpc.id, name="default-vpc")

    def _let_machines_use(self, volumes: Key, pipeline: Pipeline) -> None:
        """Roles of the environment's deployments (their names hold its name) and Auto Scaling; only through EC2."""
        names = f"role/*-{pipeline.environment.name}-*"
        principals = [pipeline.global_arn("iam", names), pipeline.global_arn("iam", AUTO_SCALING)]
        volumes.admit(principals, "ec2", VOLUME_ACTIONS)
        for_aws = {"kms:GrantIsForAWSResource": "true"}
        volumes.admit(principals, "ec2", ["kms:CreateGrant"], Bool=for_aws)
