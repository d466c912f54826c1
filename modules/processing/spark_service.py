"""
What the EMR service may do for a Spark cluster: make, tag and end machines of this one cluster, in this one network.

The statements follow AWS's managed policy `AmazonEMRServicePolicy_v2`, less what is for clusters with SSH keys, placement
groups, reservations or security groups of EMR's own; what that policy leaves to tags is bound to the deployment's tag too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from modules.dataflow import Condition, Statement
from modules.foundation.key import Key
from modules.pipeline import Pipeline
from modules.processing.spark_network import MANAGED

SERVICE: Final = "elasticmapreduce.amazonaws.com"

MAKING: Final = ("ec2:CreateFleet", "ec2:RunInstances")
TEMPLATES: Final = ("ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion")
LOOKING: Final = tuple(
    f"ec2:Describe{what}"
    for what in (
        *("AccountAttributes", "DhcpOptions", "Instances", "LaunchTemplates", "NetworkAcls", "NetworkInterfaces"),
        *(
            "RouteTables",
            "SecurityGroups",
            "Subnets",
            "Volumes",
            "VolumeStatus",
            "VpcAttribute",
            "VpcEndpoints",
            "Vpcs",
        ),
    )
)
ENDING: Final = (
    *("ec2:CreateLaunchTemplateVersion", "ec2:DeleteLaunchTemplate", "ec2:DeleteNetworkInterface"),
    *("ec2:ModifyInstanceAttribute", "ec2:TerminateInstances"),
)
MADE: Final = ("instance/*", "launch-template/*", "network-interface/*", "volume/*")
VOLUME_KEY: Final = (
    *("kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext"),
    *("kms:ReEncryptFrom", "kms:ReEncryptTo"),
)
"""What EBS needs of whoever makes an encrypted volume ("Requirements for Amazon EBS encryption")."""


def service_statements(
    pipeline: Pipeline, *, subnets: Sequence[str], groups: Sequence[str], nodes: str, disks: Key, logs: Key
) -> list[Statement]:
    """*subnets* and *groups* by their ids, *nodes* the ARN of the role that machines get."""
    made = _tagged("Request", pipeline)
    there = _tagged("Resource", pipeline)
    here: Condition = {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}}
    network = (*_arns(pipeline, "subnet", subnets), *_arns(pipeline, "security-group", groups))
    machines = tuple(pipeline.arn("ec2", kind) for kind in ("instance/*", "volume/*"))
    templates = (pipeline.arn("ec2", "launch-template/*"),)
    interfaces = (pipeline.arn("ec2", "network-interface/*"),)
    images = f"arn:{pipeline.environment.partition}:ec2:{pipeline.environment.region}::image/ami-*"
    every = tuple(pipeline.arn("ec2", kind) for kind in MADE)
    creating = {"ec2:CreateAction": ["CreateFleet", "CreateLaunchTemplate", "CreateNetworkInterface", "RunInstances"]}
    return [
        Statement((*MAKING, *TEMPLATES, "ec2:CreateNetworkInterface"), network),
        Statement((*MAKING, *TEMPLATES), (images, pipeline.arn("ec2", "fleet/*"), *interfaces), here),
        Statement((*MAKING, "ec2:CreateLaunchTemplateVersion"), templates, there),
        Statement(("ec2:CreateLaunchTemplate",), templates, made),
        Statement(MAKING, machines, made),
        Statement(("ec2:CreateNetworkInterface",), interfaces, made),
        Statement(("ec2:CreateTags",), every, {"StringEquals": {**made["StringEquals"], **creating}}),
        Statement(("ec2:CreateTags", "ec2:DeleteTags"), every, there),
        Statement(ENDING, every, there),
        Statement(LOOKING, ("*",), here),
        Statement(("iam:PassRole",), (nodes,), {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}),
        disks.use("ec2", *VOLUME_KEY),
        disks.grant("ec2"),
        Statement(("kms:DescribeKey",), (logs.arn,)),
    ]


def _tagged(what: str, pipeline: Pipeline) -> dict[str, dict[str, str | list[str]]]:
    """The tags that EMR gives all it makes: those of the cluster."""
    return {"StringEquals": {f"aws:{what}Tag/{MANAGED}": "true", f"aws:{what}Tag/deployment": pipeline.name}}


def _arns(pipeline: Pipeline, kind: str, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(pipeline.arn("ec2", f"{kind}/{each}") for each in ids)
