"""
Who a cluster of EKS is, and who its pods are.
"""

from __future__ import annotations

from typing import Any

from modules.dataflow import Statement
from modules.pipeline import Pipeline

LOOKING = (
    *("ec2:DescribeAvailabilityZones", "ec2:DescribeDhcpOptions", "ec2:DescribeInstanceTopology"),
    *("ec2:DescribeInstances", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs"),
)


def cluster_trust(pipeline: Pipeline, cluster: str) -> dict[str, Any]:
    """EKS takes on the role for this cluster only."""
    return _trust("eks.amazonaws.com", ["sts:AssumeRole"], pipeline, cluster)


def pod_trust(pipeline: Pipeline, cluster: str) -> dict[str, Any]:
    """EKS takes on the role for pods of this cluster only, and says in tags of the session which pod it is."""
    return _trust("pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"], pipeline, cluster)


def cluster_statements(pipeline: Pipeline, key: str) -> list[Statement]:
    """What EKS needs of a cluster without load balancers or disks ("Amazon EKS cluster IAM role", least permissions)."""
    tags = {"ForAnyValue:StringLike": {"aws:TagKeys": "kubernetes.io/cluster/*"}}
    region = {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}}
    return [
        Statement(("ec2:CreateTags",), (pipeline.arn("ec2", "instance/*"),), tags),
        Statement(LOOKING, ("*",), region),
        Statement(("kms:DescribeKey",), (key,)),
    ]


def _trust(service: str, actions: list[str], pipeline: Pipeline, cluster: str) -> dict[str, Any]:
    return {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": actions if len(actions) > 1 else actions[0],
        "Condition": {
            "StringEquals": {"aws:SourceAccount": pipeline.environment.account_id},
            "ArnEquals": {"aws:SourceArn": cluster},
        },
    }
