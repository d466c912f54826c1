"""
The four roles around a Spark cluster: the service that makes machines, the machines, the jobs on them, who starts the jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bindings import Construct
from bindings.aws import IamInstanceProfile
from modules.dataflow import Condition, Load, Statement, Store
from modules.environment import NodeCertificates
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.foundation.role import Role, instance_trust, principal_trust
from modules.grants import Trustee
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket

DISK_ACTIONS = (
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
)
"""What a node needs of the key of its disks, which it asks for by itself when it starts."""

BECOMING = ("sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession")
"""What a node needs of the role of a step, and the role has to trust it with ("Runtime roles for Amazon EMR steps")."""


class SparkNodes(Construct):
    """
    The role of machines: their disks, their certificates, the logs of steps, and nothing of the data. A step acts under the
    role of jobs, and EMR keeps it from the metadata service that would give it this one.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        network: Network,
        certificates: NodeCertificates,
        disks: Key,
        logs: Store,
    ) -> None:
        super().__init__(scope, id)
        self.process = pipeline.process("spark-nodes", "cluster_node", classification=logs.classification)
        self.process.writes(logs)
        self.process.requires(
            Statement(DISK_ACTIONS, (disks.arn,)),
            Statement(BECOMING, (pipeline.global_arn("iam", f"role/{pipeline.resource_name('spark-jobs')}"),)),
            *certificate_statements(pipeline, certificates),
        )
        pipeline.graph.grants.trustees.append(Trustee(self.process.name, "fetch", (certificates.bundle,)))
        self.endpoints = network.attach(self, self.process, "kms", "sts")
        role = Role(self, "role", pipeline=pipeline, process=self.process, trust=[instance_trust()])
        self.policy = role.policy
        self.arn = role.arn
        self.profile = IamInstanceProfile(
            self, "profile", name=pipeline.resource_name("spark-nodes"), role=role.role.name
        )


class SparkJobs(Construct):
    """
    The role of a step, made from what jobs read and write, and whose only caller is a node.

    Before it writes a file, Spark looks whether it is there, so a job may also see what jobs have put out.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        network: Network,
        nodes: SparkNodes,
        capacity: Callable[[Load], float],
        reads: Sequence[Store],
        writes: Sequence[tuple[Store, Bucket, str]],
    ) -> None:
        """*writes* are stores, each with the bucket and the prefix where it lies."""
        super().__init__(scope, id)
        process = pipeline.process("spark-jobs", "spark_job", capacity=capacity)
        process.reads(*reads)
        process.writes(*(store for store, _, _ in writes))
        for _, bucket, prefix in writes:
            process.requires(*bucket.read_statements(prefix))
            places = (bucket.arn(), bucket.arn(f"{prefix}*"))
            pipeline.graph.grants.trustees.append(Trustee(process.name, "fetch", places))
        network.admit(process)
        trust = {"Effect": "Allow", "Principal": {"AWS": nodes.arn}, "Action": sorted(BECOMING)}
        self.role = Role(self, "role", pipeline=pipeline, process=process, trust=[trust])
        self.principal = str(process.principal)


class SparkSubmitter(Construct):
    """
    A role that *principals* take on to put code into place and to start it under the role of jobs, and under no other.

    Clusters are told by the deployment's tag, since one that has ended by itself comes back under another id.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        principals: Sequence[str],
        jobs: SparkJobs,
        code: Store,
    ) -> None:
        super().__init__(scope, id)
        self.process = pipeline.process("spark-submitter", "operator", classification=code.classification)
        self.process.writes(code)
        clusters = (pipeline.arn("elasticmapreduce", "cluster/*"),)
        own: Condition = {"StringEquals": {"elasticmapreduce:ResourceTag/deployment": pipeline.name}}
        starting: Condition = {**own, "ArnEquals": {"elasticmapreduce:ExecutionRoleArn": jobs.principal}}
        looking = ("CancelSteps", "DescribeCluster", "DescribeStep", "ListSteps")
        self.process.requires(
            Statement(("elasticmapreduce:AddJobFlowSteps",), clusters, starting),
            Statement(tuple(f"elasticmapreduce:{name}" for name in looking), clusters, own),
        )
        self.role = Role(self, "role", pipeline=pipeline, process=self.process, trust=[principal_trust(principals)])


def certificate_statements(pipeline: Pipeline, certificates: NodeCertificates) -> list[Statement]:
    """The bundle, and of its key no more than opens this bundle."""
    statements = [Statement(("s3:GetObject",), (certificates.bundle,))]
    if certificates.key:
        bucket = certificates.bundle.partition("/")[0]
        opened: dict[str, str | list[str]] = {"kms:EncryptionContext:aws:s3:arn": [bucket, certificates.bundle]}
        condition: Condition = {"StringEquals": {"kms:ViaService": pipeline.service("s3"), **opened}}
        statements.append(Statement(("kms:Decrypt",), (certificates.key,), condition))
    return statements
