"""
Jobs of SageMaker that reach nothing: no network but their own, every disk and every output under a key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from bindings import Construct
from modules.dataflow import Condition, Process, Statement, Store
from modules.foundation.key import Key
from modules.foundation.learning_boundary import LOGS_OF_JOBS
from modules.foundation.role import Role, service_trust
from modules.grants import Trustee
from modules.params import Params
from modules.storage.bucket import Bucket
from modules.training.workplace import Workplace

SAGEMAKER: Final = "sagemaker.amazonaws.com"
INPUT, OUTPUT = "/opt/ml/processing/input", "/opt/ml/processing/output"

InstanceType = Literal[
    "ml.m5.large", "ml.m5.xlarge", "ml.m5.2xlarge", "ml.m5.4xlarge", "ml.m5.12xlarge",
    "ml.c5.xlarge", "ml.c5.2xlarge", "ml.c5.4xlarge", "ml.c5.9xlarge",
]  # fmt: skip
"""Types whose only disk is one of EBS, so that the key for it is not refused ("VolumeKmsKeyId" in `ResourceConfig`)."""

INTERFACES: Final = (
    *("ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission"),
)
LOOKING: Final = (
    *("ec2:DescribeDhcpOptions", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets"),
    "ec2:DescribeVpcs",
)
"""What SageMaker does as a job's role to put the job into subnets ("CreateTrainingJob API: Execution Role Permissions")."""

LOG_GROUPS: Final = dict(zip(("processing", "training"), LOGS_OF_JOBS, strict=True))

JobKind = Literal["training", "processing"]

Where = Mapping[str, Any]
"""`{"S3Uri": ...}`, or `{"S3Uri.$": ...}` where a state machine puts it together."""


class JobParams(Params):
    instance_type: InstanceType = "ml.m5.xlarge"
    """Size of the machine, of the families m5 and c5."""

    volume_gib: Annotated[int, Field(ge=10, le=1_000)] = 50
    """GiB of disk, 10 to 1000; it holds the data, the model and what comes between."""

    longest_seconds: Annotated[int, Field(ge=600, le=86_400)] = 3_600
    """Seconds after which a job is stopped, 600 to 86400 (a day)."""


class JobRole(Construct):
    """
    The role of one phase: what its stores need, its image, its log and its place in private subnets. It can start nothing.

    Containers are isolated, so what moves data is SageMaker, as this role, through the network's endpoint of S3.
    """

    def __init__(  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        *,
        phase: str,
        kind: JobKind,
        reads: Sequence[Store],
        writes: Sequence[Store],
        place: Workplace,
        further_groups: Sequence[str] = (),
    ) -> None:
        super().__init__(scope, id)
        pipeline = place.pipeline
        self.process = place.phase(phase, "ml_job", reads=reads, writes=writes)
        group = place.network.attach(self, self.process)
        self.subnets, self.groups = list(place.network.subnet_ids), [str(group.id), *further_groups]
        self._pipeline = pipeline
        here: Condition = {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}}
        logs = pipeline.arn("logs", f"log-group:{LOG_GROUPS[kind]}:*")
        metrics: Condition = {"StringEquals": {"cloudwatch:namespace": LOG_GROUPS[kind]}}
        self.process.requires(
            *place.images.pull_statements(),
            Statement(("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"), (logs,)),
            Statement(("cloudwatch:PutMetricData",), ("*",), metrics),
            *self._interfaces(),
            Statement(LOOKING, ("*",), here),
        )
        uses_disks(place, self.process)
        self.role = Role(
            self, "role", pipeline=pipeline, process=self.process, trust=[service_trust(SAGEMAKER, pipeline)]
        )
        self.arn = self.role.arn
        self.principal = str(self.process.principal)

    def _interfaces(self) -> list[Statement]:
        """Network interfaces in the subnets and groups of the job, and in no others."""
        interfaces = self._pipeline.arn("ec2", "network-interface/*")
        subnets = [self._pipeline.arn("ec2", f"subnet/{each}") for each in self.subnets]
        groups = [self._pipeline.arn("ec2", f"security-group/{each}") for each in self.groups]
        return [
            Statement(("ec2:CreateNetworkInterface",), (*subnets, *groups, interfaces)),
            Statement(INTERFACES, (interfaces,)),
        ]

    def vpc(self) -> dict[str, Any]:
        return {"SecurityGroupIds": list(self.groups), "Subnets": self.subnets}


def uses_disks(place: Workplace, process: Process) -> None:
    """Let *process* have SageMaker encrypt the disks of jobs, which takes a grant for SageMaker alone."""
    process.requires(place.key.grant("sagemaker"), place.key.use("sagemaker", "kms:DescribeKey"))
    place.pipeline.graph.grants.trustees.append(Trustee(process.name, "administer", (place.key.arn,)))


def processing_job(
    params: JobParams,
    *,
    role: JobRole,
    place: Workplace,
    entry: Sequence[str],
    inputs: Mapping[str, Where],
    output: Where,
    bucket: Bucket,
    **arguments: Any,
) -> dict[str, Any]:
    """
    What `CreateProcessingJob` is asked for. *inputs* are places in S3 by name, *output* one in *bucket*; *arguments* are those
    of the container.
    """
    return {
        "ProcessingResources": {
            "ClusterConfig": {
                "InstanceCount": 1,
                "InstanceType": params.instance_type,
                "VolumeSizeInGB": params.volume_gib,
                "VolumeKmsKeyId": place.key.arn,
            }
        },
        "AppSpecification": {"ImageUri": place.image, "ContainerEntrypoint": list(entry), **arguments},
        "RoleArn": role.arn,
        "ProcessingInputs": [
            {
                "InputName": name,
                "AppManaged": False,
                "S3Input": {
                    **there,
                    "LocalPath": f"{INPUT}/{name}",
                    "S3DataType": "S3Prefix",
                    "S3InputMode": "File",
                    "S3DataDistributionType": "FullyReplicated",
                    "S3CompressionType": "None",
                },
            }
            for name, there in inputs.items()
        ],
        "ProcessingOutputConfig": {
            "KmsKeyId": bucket.key.arn,
            "Outputs": [
                {
                    "OutputName": "output",
                    "AppManaged": False,
                    "S3Output": {
                        **output,
                        "LocalPath": OUTPUT,
                        "S3UploadMode": "EndOfJob",
                    },
                }
            ],
        },
        "NetworkConfig": {
            "EnableInterContainerTrafficEncryption": True,
            "EnableNetworkIsolation": True,
            "VpcConfig": role.vpc(),
        },
        "StoppingCondition": {"MaxRuntimeInSeconds": params.longest_seconds},
    }


def starting(  # a job has as many parts
    kind: JobKind,
    names: str,
    *,
    roles: Sequence[JobRole],
    outputs: Sequence[Key],
    place: Workplace,
    types: Sequence[str] = (),
) -> list[Statement]:
    """
    What somebody needs to start jobs called *names* as one of *roles*, in their subnets and groups, isolated, with encrypted
    disks, *outputs* and talk between machines, and no others; on machines of *types*, or of any where there are none
    ("Condition keys for Amazon SageMaker AI").
    """
    verb = f"{kind.capitalize()}Job"
    job = (place.pipeline.arn("sagemaker", f"{kind}-job/{names}"),)
    condition: Condition = {
        "ArnEquals": {
            "sagemaker:OutputKmsKey": sorted({key.arn for key in outputs}),
            "sagemaker:VolumeKmsKey": place.key.arn,
        },
        "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"},
        "ForAllValues:StringEquals": {
            "sagemaker:VpcSecurityGroupIds": sorted({group for role in roles for group in role.groups}),
            "sagemaker:VpcSubnets": list(place.network.subnet_ids),
            **({"sagemaker:InstanceTypes": sorted(types)} if types else {}),
        },
        "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"},
    }
    return [
        Statement((f"sagemaker:Create{verb}",), job, condition),
        Statement(("sagemaker:AddTags", f"sagemaker:Describe{verb}", f"sagemaker:Stop{verb}"), job),
    ]


def handing(*roles: JobRole) -> Statement:
    """What somebody needs to start jobs that act as *roles*."""
    return Statement(
        ("iam:PassRole",),
        tuple(sorted(role.principal for role in roles)),
        {"StringEquals": {"iam:PassedToService": SAGEMAKER}},
    )
