"""
Machines that workers run on: encrypted disks, metadata by session only, no key to sign in with.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, Unpack

from pydantic import Field

from bindings import Construct
from bindings.aws import LaunchTemplate, SecurityGroup
from bindings.aws.launch_template import LaunchTemplateArguments
from modules.dataflow import Statement
from modules.errors import InputError
from modules.foundation.key import Key
from modules.params import Params, text
from modules.pipeline import Pipeline
from modules.processing.work import Architecture

GRAVITON = re.compile(r"^[a-z]+[0-9]+g")  # "Amazon EC2 instance type naming conventions": g for Graviton processors
ROOT_DEVICE = "/dev/xvda"  # of Amazon Linux 2023, on which the images for ECS and EKS are built
SESSION_ENDPOINTS: Final = ("ssm", "ssmmessages")

MACHINE_TRUST: Final = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
"""EC2 takes on the role of a machine; it does not say for which account, and only this account can hand the role to one."""

STARTING_MACHINES: Final = [
    *("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKeyWithoutPlaintext"),
    *("kms:ReEncryptFrom", "kms:ReEncryptTo"),
]


class MachineParams(Params):
    instance_type: Annotated[
        str, text(r"^[a-z][a-z0-9-]{1,15}\.[a-z0-9-]{2,15}$", "an instance type such as m7g.large")
    ] = "m7g.large"
    """The type of the machines, one worker on each; its processor is that of the image."""

    volume_gib: Annotated[int, Field(ge=30, le=1_024)] = 30
    """Disk of a machine in GiB, 30 (what the machine images take) to 1024; it holds the image and no data that lasts."""


def machine(  # collaborators are named one by one
    scope: Construct,
    params: MachineParams,
    *,
    architecture: Architecture,
    pipeline: Pipeline,
    key: Key,
    group: SecurityGroup,
    **arguments: Unpack[LaunchTemplateArguments],
) -> LaunchTemplate:
    """The template of machines whose disks are under *key*, behind *group*; Auto Scaling may start them."""
    if bool(GRAVITON.match(params.instance_type)) != (architecture == "arm64"):
        raise InputError(
            f"instance_type {params.instance_type} does not run an image for {architecture}; Graviton types, with a g after "
            "the generation as in m7g.large, run arm64, and the others x86_64"
        )
    _let_auto_scaling_start(pipeline, key)
    name = pipeline.resource_name("worker")
    tags = {"Name": name, "classification": pipeline.classification.value, "deployment": pipeline.name}
    complete: LaunchTemplateArguments = {
        "name": name,
        "instance_type": params.instance_type,
        "update_default_version": True,
        "monitoring": {"enabled": True},
        "metadata_options": {
            "http_endpoint": "enabled",
            "http_tokens": "required",
            "http_put_response_hop_limit": 1,
            "instance_metadata_tags": "disabled",
        },
        "block_device_mappings": [
            {
                "device_name": ROOT_DEVICE,
                "ebs": {
                    "encrypted": "true",
                    "kms_key_id": key.arn,
                    "volume_type": "gp3",
                    "volume_size": params.volume_gib,
                    "delete_on_termination": "true",
                },
            }
        ],
        "network_interfaces": [
            {
                "associate_public_ip_address": "false",
                "delete_on_termination": "true",
                "device_index": 0,
                "security_groups": [group.id],
            }
        ],
        "tag_specifications": [{"resource_type": kind, "tags": tags} for kind in ("instance", "volume")],
        "tags": {"classification": pipeline.classification.value},
    }
    complete.update(arguments)
    return LaunchTemplate(scope, "machine", **complete)


def session_statements(pipeline: Pipeline) -> list[Statement]:
    """
    What a machine needs so that people open sessions on it by Systems Manager, and nobody by SSH ("Minimum Session Manager
    permissions").
    """
    region: dict[str, Any] = {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}}
    channels = ("CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel")
    return [
        Statement(("ssm:UpdateInstanceInformation",), (pipeline.arn("ec2", "instance/*"),)),
        Statement(tuple(f"ssmmessages:{channel}" for channel in channels), ("*",), region),
    ]


def _let_auto_scaling_start(pipeline: Pipeline, key: Key) -> None:
    """Machines are started by the service-linked role of Auto Scaling, which makes and opens their disks through EC2."""
    role = pipeline.global_arn("iam", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")
    key.admit([role], "ec2", STARTING_MACHINES)
    key.admit([role], "ec2", ["kms:CreateGrant"], Bool={"kms:GrantIsForAWSResource": "true"})
