"""
Workers as pods of an EKS cluster that nobody reaches from outside, one on each node of a managed group.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from bindings import Construct
from bindings.aws import (
    EksAccessEntry,
    EksAccessPolicyAssociation,
    EksAddon,
    EksCluster,
    EksNodeGroup,
    EksPodIdentityAssociation,
)
from bindings.aws.eks_addon import EksAddonArguments
from bindings.resource import Resource
from modules.dataflow import Statement
from modules.foundation.addon_registry import PULL, addon_repositories
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key
from modules.foundation.log_group import LogGroup
from modules.foundation.network import Network
from modules.foundation.role import Role
from modules.params import DISTINCT, RoleArn
from modules.pipeline import Pipeline
from modules.processing.instance_group import follow_backlog
from modules.processing.kubernetes_network import Ports, interface_statements
from modules.processing.kubernetes_roles import cluster_statements, cluster_trust, pod_trust
from modules.processing.kubernetes_worker import NAMESPACE, SERVICE_ACCOUNT, worker_manifest
from modules.processing.machine import MACHINE_TRUST, SESSION_ENDPOINTS, MachineParams, machine, session_statements
from modules.processing.work import Work

LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
NODE_IMAGES = {"arm64": "AL2023_ARM_64_STANDARD", "x86_64": "AL2023_x86_64_STANDARD"}


class KubernetesClusterParams(MachineParams):
    kubernetes_version: Literal["1.31", "1.32", "1.33"] = "1.33"
    """The version of Kubernetes: 1.31, 1.32 or 1.33; only to newer ones, and one at a time."""

    operators: Annotated[tuple[RoleArn, ...], DISTINCT] = ()
    """Roles that may apply the workers' manifest and look after them in their namespace; nobody when left out."""

    memory_mib: Annotated[int, Field(ge=128, le=122_880)] = 1_024
    """Memory of a worker in MiB, 128 to 122880 and less than a node has."""

    cpu_millicores: Annotated[int, Field(ge=100, le=64_000)] = 500
    """Thousandths of a processor that a worker is sure of, 100 to 64000 and less than a node has."""


class KubernetesCluster(Construct):
    """
    A cluster whose nodes, between floor and ceiling, follow the backlog of the queue.

    `manifest` is what makes the workers on it; who may apply it is named, and nobody is an administrator of the cluster.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: KubernetesClusterParams,
        *,
        work: Work,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._name = pipeline.resource_name("workers")
        self._arn = pipeline.arn("eks", f"cluster/{self._name}")
        ports = Ports(self, "ports", pipeline=pipeline, vpc_id=network.vpc_id)
        self.cluster = self._cluster(params, key, network, ports)
        self.nodes = self._nodes(params, work, key, network, ports)
        self._identities(work, network)
        for number, operator in enumerate(params.operators, start=1):
            self._admit(number, operator)
        follow_backlog(self, self.nodes.reference("resources[0].autoscaling_groups[0].name"), work)
        self.manifest = worker_manifest(work, params.memory_mib, params.cpu_millicores)
        alarms.add(
            "pods-pending",
            "Pods find no node to run on",
            namespace="AWS/EKS",
            metric_name="scheduler_pending_pods_UNSCHEDULABLE",
            dimensions={"ClusterName": self._name},
            threshold=0,
            statistic="Maximum",
            evaluation_periods=3,
        )

    def _cluster(self, params: KubernetesClusterParams, key: Key, network: Network, ports: Ports) -> EksCluster:
        pipeline = self._pipeline
        logs = LogGroup(
            self,
            "logs",
            name=f"/aws/eks/{self._name}/cluster",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=key,
        )
        process = pipeline.process("control-plane", "cluster")
        process.requires(*cluster_statements(pipeline, key.arn))
        role = Role(
            self, "cluster_role", pipeline=pipeline, process=process, trust=[cluster_trust(pipeline, self._arn)]
        )
        return EksCluster(
            self,
            "cluster",
            name=self._name,
            version=params.kubernetes_version,
            role_arn=role.arn,
            vpc_config={
                "subnet_ids": network.subnet_ids,
                "security_group_ids": [ports.control_plane.id],
                "endpoint_private_access": True,
                "endpoint_public_access": False,
            },
            encryption_config={"provider": {"key_arn": key.arn}, "resources": ["secrets"]},
            enabled_cluster_log_types=LOG_TYPES,
            access_config={"authentication_mode": "API", "bootstrap_cluster_creator_admin_permissions": False},
            bootstrap_self_managed_addons=False,
            upgrade_policy={"support_type": "STANDARD"},
            tags={"classification": pipeline.classification},
            depends_on=[role.policy, logs.log_group],
        )

    def _nodes(
        self, params: KubernetesClusterParams, work: Work, key: Key, network: Network, ports: Ports
    ) -> EksNodeGroup:
        """Nodes fetch images, tell pods who they are, and have no right on data."""
        pipeline = self._pipeline
        process = pipeline.process("node", "node")
        process.requires(
            *work.repository.pull_statements(),
            Statement(PULL, addon_repositories(pipeline.environment)),
            Statement(("eks-auth:AssumeRoleForPodIdentity",), (self._arn,)),
            Statement(
                ("ec2:DescribeInstances",),
                ("*",),
                {"StringEquals": {"aws:RequestedRegion": pipeline.environment.region}},
            ),
            *session_statements(pipeline),
        )
        endpoints = ("ec2", "ecr-api", "ecr-dkr", "eks-auth", *SESSION_ENDPOINTS)
        group = network.attach(self, process, *endpoints)
        ports.connect(group)
        self._group = group
        role = Role(self, "node_role", pipeline=pipeline, process=process, trust=[MACHINE_TRUST])
        template = machine(self, params, architecture=work.params.architecture, pipeline=pipeline, key=key, group=group)
        return EksNodeGroup(
            self,
            "nodes",
            cluster_name=self.cluster.name,
            node_group_name=pipeline.resource_name("worker"),
            node_role_arn=role.arn,
            subnet_ids=network.subnet_ids,
            ami_type=NODE_IMAGES[work.params.architecture],
            capacity_type="ON_DEMAND",
            launch_template={"id": template.reference("id"), "version": template.reference("latest_version")},
            scaling_config={
                "min_size": work.params.floor,
                "max_size": work.params.ceiling,
                "desired_size": work.params.floor,
            },
            update_config={"max_unavailable": 1},
            node_repair_config={"enabled": True},
            tags={"classification": pipeline.classification},
            lifecycle={"ignore_changes": ["scaling_config[0].desired_size"]},
            depends_on=[role.policy, self._addon("eks-pod-identity-agent"), self._interfaces(network), *ports.rules],
        )

    def _interfaces(self, network: Network) -> EksAddon:
        """Addresses of pods, which are those of the network."""
        pipeline = self._pipeline
        process = pipeline.process("pod-network", "node")
        process.requires(*interface_statements(pipeline, network.subnet_ids, self._group.id))
        network.admit(process, "ec2")
        role = Role(self, "network_role", pipeline=pipeline, process=process, trust=[pod_trust(pipeline, self._arn)])
        return self._addon("vpc-cni", role.arn)

    def _addon(self, name: str, role: str | None = None, *, after: Sequence[Resource] = ()) -> EksAddon:
        arguments: EksAddonArguments = {
            "cluster_name": self.cluster.name,
            "addon_name": name,
            "resolve_conflicts_on_create": "OVERWRITE",
            "resolve_conflicts_on_update": "OVERWRITE",
            "tags": {"classification": self._pipeline.classification},
        }
        if role:
            arguments["pod_identity_association"] = [{"role_arn": role, "service_account": "aws-node"}]
        return EksAddon(self, name.replace("-", "_"), depends_on=list(after), **arguments)

    def _identities(self, work: Work, network: Network) -> None:
        """The pods of the workers act as themselves, from behind the security group of their node."""
        network.admit(work.process, "sqs")
        role = Role(
            self, "role", pipeline=self._pipeline, process=work.process, trust=[pod_trust(self._pipeline, self._arn)]
        )
        EksPodIdentityAssociation(
            self,
            "identity",
            cluster_name=self.cluster.name,
            namespace=NAMESPACE,
            service_account=SERVICE_ACCOUNT,
            role_arn=role.arn,
        )
        self._addon("kube-proxy")
        self._addon("coredns", after=[self.nodes])  # it is not well before there is a node

    def _admit(self, number: int, operator: str) -> None:
        """Somebody who may change what runs in the workers' namespace, and nothing of the cluster."""
        entry = EksAccessEntry(self, f"operator_{number}", cluster_name=self.cluster.name, principal_arn=operator)
        partition = self._pipeline.environment.partition
        EksAccessPolicyAssociation(
            self,
            f"operator_{number}_rights",
            cluster_name=self.cluster.name,
            principal_arn=entry.principal_arn,
            policy_arn=f"arn:{partition}:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
            access_scope={"type": "namespace", "namespaces": [NAMESPACE]},
        )
