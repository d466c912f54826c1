"""
A Spark cluster on machines of our own (EMR on EC2): private, encrypted at rest and between nodes, scaled within limits.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from bindings.aws import EmrCluster, EmrInstanceFleet, EmrManagedScalingPolicy
from modules.dataflow import Load, Store
from modules.errors import InputError
from modules.foundation.alarms import Alarms
from modules.foundation.key import Key, KeyParams
from modules.foundation.network import Network
from modules.foundation.packages import cluster_packages
from modules.foundation.role import Role, service_trust
from modules.grants import Trustee
from modules.params import Params, text
from modules.pipeline import Pipeline
from modules.processing.spark_fleets import SparkMachinesParams, core_fleet, primary_fleet, task_fleet
from modules.processing.spark_network import MANAGED, SparkNetwork
from modules.processing.spark_roles import SparkNodes
from modules.processing.spark_security import SparkSecurity
from modules.processing.spark_service import SERVICE, service_statements
from modules.processing.spark_watch import DAY, SparkWatch
from modules.storage.bucket import Bucket

TARGETS = ("target_on_demand_capacity", "target_spot_capacity")
MIB = 1024**2


class SparkClusterParams(Params):
    release_label: Annotated[
        str, text(r"^emr-7\.([5-9]|1[0-2])\.0$", "emr-7.5.0 to emr-7.12.0, a release on Amazon Linux 2023")
    ] = "emr-7.10.0"
    """
    The release of EMR, emr-7.5.0 to emr-7.12.0.

    Another one replaces the cluster, whose termination protection an administrator has to take off for that.
    """

    machines: SparkMachinesParams = SparkMachinesParams()
    """Machines and how many of them."""

    parallel_steps: Annotated[int, Field(ge=1, le=32)] = 4
    """Jobs that run at a time, 1 to 32."""

    idle_hours: Annotated[int, Field(ge=25, le=168)] = 50
    """
    Hours without a job after which the cluster ends itself, 25 to 168 (EMR's most); longer than the pause between two nights.

    The alarm that no job came rings after 24 hours. The next apply makes an ended cluster again.
    """

    window_hours: Annotated[float, Field(ge=0.5, le=23)] = 4
    """Hours in which a day's records have to be worked through, 0.5 to 23."""

    mib_per_vcpu_second: Annotated[float, Field(ge=0.01, le=200)] = 1
    """MiB of input that one vCPU gets through in a second, 0.01 to 200; measure it on your job, it is what sizes the cluster."""


class SparkCluster(Construct):
    """
    Runs steps under roles of their own; its nodes talk TLS with the certificates that the environment names, nobody logs in
    to them, and what they write locally is under a key that is used for nothing else.
    """

    def __init__(  # noqa: PLR0913  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        params: SparkClusterParams,
        *,
        pipeline: Pipeline,
        key: Key,
        network: Network,
        buckets: list[Bucket],
        logs: Bucket,
        log_store: Store,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        self._params = params
        certificates = pipeline.environment.node_certificates
        if certificates is None:
            raise InputError(
                f"environment {pipeline.environment.name} names no node_certificates, with which nodes of a Spark cluster talk "
                "to each other; put a zip of PEM files into a bucket of the account and name it in the environment: "
                "node_certificates: {bundle: arn:aws:s3:::<bucket>/<key>.zip}"
            )
        purpose = KeyParams(purpose="disks")
        disks = Key(self, "disks", purpose, pipeline=pipeline, classification=pipeline.classification)
        security = SparkSecurity(
            self, "security", pipeline=pipeline, certificates=certificates, disks=disks, buckets=buckets
        )
        groups = SparkNetwork(self, "network", pipeline=pipeline, network=network).groups
        network.open_packages(*cluster_packages(pipeline))
        self.nodes = SparkNodes(
            self, "nodes", pipeline=pipeline, network=network, certificates=certificates, disks=disks, logs=log_store
        )
        service = pipeline.process("spark-service", "cluster_service")
        ids = [group.id for group in (*groups.values(), self.nodes.endpoints)]
        service.requires(
            *service_statements(
                pipeline, subnets=network.subnet_ids, groups=ids, nodes=str(self.nodes.process.principal), disks=disks,
                logs=logs.key,
            )
        )  # fmt: skip
        pipeline.graph.grants.trustees.append(Trustee(service.name, "administer", (disks.arn,)))
        role = Role(self, "service", pipeline=pipeline, process=service, trust=[service_trust(SERVICE, pipeline)])
        machines = params.machines
        self.cluster = EmrCluster(
            self,
            "cluster",
            name=pipeline.resource_name("spark"),
            release_label=params.release_label,
            applications=["Spark"],
            service_role=role.arn,
            security_configuration=security.name,
            log_uri=f"s3://{logs.name}/",
            log_encryption_kms_key_id=logs.key.arn,
            termination_protection=True,
            unhealthy_node_replacement=True,
            keep_job_flow_alive_when_no_steps=True,
            auto_termination_policy={"idle_timeout": params.idle_hours * 3_600},
            step_concurrency_level=params.parallel_steps,
            ebs_root_volume_size=machines.root_volume_gib,
            ec2_attributes={
                "instance_profile": self.nodes.profile.arn,
                "subnet_ids": network.subnet_ids,
                "emr_managed_master_security_group": groups["primary"].id,
                "emr_managed_slave_security_group": groups["nodes"].id,
                "service_access_security_group": groups["service"].id,
                "additional_master_security_groups": self.nodes.endpoints.id,
                "additional_slave_security_groups": self.nodes.endpoints.id,
            },
            master_instance_fleet=primary_fleet(machines),
            core_instance_fleet=core_fleet(machines),
            tags={"classification": pipeline.classification, MANAGED: "true"},
            depends_on=[role.policy, self.nodes.policy],
            lifecycle={"ignore_changes": [f"core_instance_fleet[0].{target}" for target in TARGETS]},
        )
        EmrInstanceFleet(
            self,
            "task_nodes",
            lifecycle={"ignore_changes": list(TARGETS)},
            **task_fleet(machines, cluster_id=self.cluster.id),
        )
        EmrManagedScalingPolicy(
            self,
            "scaling",
            cluster_id=self.cluster.id,
            compute_limits=[
                {
                    "unit_type": "InstanceFleetUnits",
                    "minimum_capacity_units": machines.scaling.minimum_vcpus,
                    "maximum_core_capacity_units": machines.scaling.core_vcpus,
                    "maximum_ondemand_capacity_units": machines.scaling.on_demand_vcpus,
                    "maximum_capacity_units": machines.scaling.maximum_vcpus,
                }
            ],
        )
        self.id = self.cluster.id
        SparkWatch(self, "watch", pipeline=pipeline, key=key, cluster=self.cluster, alarms=alarms)

    def capacity(self, load: Load) -> float:
        """Records a second, all day long, that all vCPUs work through in the window of a night."""
        rate = self._params.machines.scaling.maximum_vcpus * self._params.mib_per_vcpu_second * MIB
        return rate / load.record_bytes * self._params.window_hours * 3_600 / DAY
