"""
The machines of a Spark cluster: which types, how many, and how many of them on Spot.
"""

from __future__ import annotations

import itertools
from typing import Annotated, Any, Final, Self, cast

from pydantic import Field, model_validator

from bindings.aws.emr_cluster import CoreInstanceFleet, MasterInstanceFleet, MasterInstanceFleetInstanceTypeConfigs
from bindings.aws.emr_instance_fleet import EmrInstanceFleetArguments
from modules.params import DISTINCT, Fault, Params, RuleError, text

SIZES: Final = {"xlarge": 4, "2xlarge": 8, "4xlarge": 16, "8xlarge": 32}
"""vCPUs by size; the same in all families allowed ("Amazon EC2 instance types")."""

SPOT_MINUTES: Final = 15
"""How long Spot is waited for before capacity is taken on demand; EMR takes 5 to 1440 (`TimeoutDurationMinutes`)."""

InstanceType = Annotated[
    str,
    text(
        r"^[mcr](6g|7g|8g)\.(xlarge|2xlarge|4xlarge|8xlarge)$",
        "a type of the families m, c or r of generation 6g, 7g or 8g, xlarge to 8xlarge, such as m7g.xlarge",
    ),
]
"""Nitro machines, whose traffic within a VPC and whose memory the hardware encrypts as well."""

Vcpus = Annotated[int, Field(ge=4, le=2_048, multiple_of=4)]


class SparkScalingParams(Params):
    minimum_vcpus: Vcpus = 8
    """vCPUs of core and task nodes that are always there, 4 to 2048, by fours; not more than `core_vcpus`."""

    core_vcpus: Vcpus = 16
    """Most vCPUs of core nodes, which hold HDFS and are never on Spot, 4 to 2048, by fours; the rest are task nodes."""

    on_demand_vcpus: Vcpus = 32
    """
    vCPUs taken on demand before any on Spot, 4 to 2048, by fours; not less than `core_vcpus`.

    As many as `maximum_vcpus` means no Spot.
    """

    maximum_vcpus: Vcpus = 64
    """Most vCPUs of core and task nodes together, 4 to 2048, by fours; what is above `on_demand_vcpus` is task nodes on Spot."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        names = ("minimum_vcpus", "core_vcpus", "on_demand_vcpus", "maximum_vcpus")
        pairs = itertools.pairwise(names)
        RuleError.raise_any(
            Fault(
                f"is {getattr(self, more)}, less than {less}, {getattr(self, less)}; raise it or lower {less}", (more,)
            )
            for less, more in pairs
            if getattr(self, more) < getattr(self, less)
        )
        return self


class SparkMachinesParams(Params):
    primary_type: InstanceType = "m7g.xlarge"
    """Type of the one primary node, which runs on demand."""

    node_types: Annotated[tuple[InstanceType, ...], Field(min_length=1, max_length=5), DISTINCT] = (
        "m7g.xlarge",
        "m6g.xlarge",
        "r7g.xlarge",
        "r6g.xlarge",
    )
    """Types of core and task nodes, 1 to 5; the more types, the seldomer Spot runs out."""

    root_volume_gib: Annotated[int, Field(ge=30, le=100)] = 30
    """Volume of the system of each node in GiB, 30 to 100."""

    data_volume_gib: Annotated[int, Field(ge=32, le=2_048)] = 128
    """Volume of HDFS and shuffled data for each four vCPUs of a node in GiB, 32 to 2048."""

    scaling: SparkScalingParams = SparkScalingParams()
    """How many nodes."""


def primary_fleet(params: SparkMachinesParams) -> MasterInstanceFleet:
    machine = cast("MasterInstanceFleetInstanceTypeConfigs", _machine(params.primary_type, params, weight=1))
    return {"name": "primary", "target_on_demand_capacity": 1, "instance_type_configs": [machine]}


def core_fleet(params: SparkMachinesParams) -> CoreInstanceFleet:
    """As many vCPUs as there always are; managed scaling changes that later, up to its limit for core nodes."""
    return cast("CoreInstanceFleet", _nodes("core", params, on_demand=params.scaling.minimum_vcpus))


def task_fleet(params: SparkMachinesParams, *, cluster_id: str) -> EmrInstanceFleetArguments:
    """None at first; managed scaling takes them when core nodes do not suffice, on Spot where its limits say so."""
    return cast("EmrInstanceFleetArguments", {"cluster_id": cluster_id, **_nodes("task", params, on_demand=0)})


def _nodes(name: str, params: SparkMachinesParams, *, on_demand: int) -> dict[str, Any]:
    """What fleets of nodes have in common; the provider has a type of its own for each place where one may stand."""
    return {
        "name": name,
        "target_on_demand_capacity": on_demand,
        "target_spot_capacity": 0,
        "instance_type_configs": [_machine(each, params, weight=vcpus(each)) for each in params.node_types],
        "launch_specifications": {
            "on_demand_specification": [{"allocation_strategy": "lowest-price"}],
            "spot_specification": [
                {
                    "allocation_strategy": "capacity-optimized",
                    "timeout_action": "SWITCH_TO_ON_DEMAND",
                    "timeout_duration_minutes": SPOT_MINUTES,
                }
            ],
        },
    }


def vcpus(instance_type: str) -> int:
    return SIZES[instance_type.partition(".")[2]]


def _machine(instance_type: str, params: SparkMachinesParams, *, weight: int) -> dict[str, Any]:
    """A type, with as many volumes as it has times four vCPUs, since disks and cores wait for each other."""
    volumes = vcpus(instance_type) // 4
    return {
        "instance_type": instance_type,
        "weighted_capacity": weight,
        "ebs_config": [{"size": params.data_volume_gib, "type": "gp3", "volumes_per_instance": volumes}],
    }
