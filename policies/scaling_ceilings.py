from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

MOST_WORKERS = 1000  # tasks, machines or nodes
HUNDREDFOLD = 100  # the most that a peak may be above the average, `workload.peak_factor`
MOST_BY_SERVICE = {"dynamodb": 40_000.0, "ecs": float(MOST_WORKERS), "sagemaker": 200.0}
"""Capacity units ("Service, account, and table quotas"), tasks, and machines of an endpoint."""
MOST_VCPUS = 2048  # of a cluster, and of an application of EMR Serverless, whose worker has 4 and which has 500 at most
MOST_RPUS = 512
MOST_NODES = 32  # of a provisioned warehouse
MOST_RUNS = 50  # of one job at a time
SINGLE = {
    "aws_emr_managed_scaling_policy": ("compute_limits.maximum_capacity_units", MOST_VCPUS),
    "aws_emrserverless_application": ("maximum_capacity.cpu", MOST_VCPUS),
    "aws_glue_job": ("execution_property.max_concurrent_runs", MOST_RUNS),
    "aws_redshift_cluster": ("number_of_nodes", MOST_NODES),
    "aws_redshift_scheduled_action": ("target_action.resize_cluster.number_of_nodes", MOST_NODES),
    "aws_redshiftserverless_workgroup": ("max_capacity", MOST_RPUS),
}
"""Where a type says what it may grow to, and the most that is allowed."""
NUMBER = re.compile(r"^([0-9.]+)")


def _amount(text: object) -> float:
    found = NUMBER.match(str(text))
    return float(found[1]) if found else 0.0


def _range(least: float, most: float, ceiling: float, *, folded: bool) -> list[str]:
    problems = [f"grows to {most:g}; allowed is {ceiling:g} at most"] if most > ceiling else []
    wide = folded and most > least * HUNDREDFOLD
    return [*problems, f"grows to {most:g}, {HUNDREDFOLD} times its floor of {least:g} and more"] if wide else problems


class ScalingCeilings(Policy):
    """
    What scales has a ceiling that means something: within what its service carries, and for workers within a hundred times the
    floor.

    Why: a ceiling that no peak reaches bounds neither what a fault costs nor what is taken from others in the account.
    Fix: set the ceiling to what the peak of the workload needs.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure ceilings of what scales are ones that bound",
            id="MR_SCALE_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=[
                "aws_appautoscaling_target",
                "aws_autoscaling_group",
                "aws_eks_node_group",
                "aws_emr_instance_fleet",
                "aws_emr_managed_scaling_policy",
                "aws_emrserverless_application",
                "aws_glue_job",
                "aws_redshift_cluster",
                "aws_redshift_scheduled_action",
                "aws_redshiftserverless_workgroup",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The ceiling of each type, by its own argument.
        """
        kind = resource["address"].split(".")[0]
        if kind == "aws_appautoscaling_target":
            service = str(resource.get("service_namespace"))
            bounds = (number(resource.get("min_capacity")), number(resource.get("max_capacity")))
            return _range(*bounds, MOST_BY_SERVICE.get(service, float(MOST_WORKERS)), folded=service == "ecs")
        if kind in ("aws_autoscaling_group", "aws_eks_node_group"):
            holder = block(resource.get("scaling_config")) or resource
            return _range(
                number(holder.get("min_size")), number(holder.get("max_size")), float(MOST_WORKERS), folded=True
            )
        most, ceiling = self._single(kind, resource)
        return [f"may have {most:g}; allowed is {ceiling:g} at most"] if most > ceiling else []

    def _single(self, kind: str, resource: Resource) -> tuple[float, float]:
        """
        What a resource may grow to, and what is allowed.
        """
        if kind == "aws_emr_instance_fleet":
            targets = (number(resource.get(f"target_{name}_capacity")) for name in ("on_demand", "spot"))
            return sum(targets), self._limit(resource)
        path, ceiling = SINGLE[kind]
        *parents, name = path.split(".")
        holder = resource
        for parent in parents:
            holder = block(holder.get(parent))
        return _amount(holder.get(name)), float(ceiling)

    def _limit(self, fleet: Resource) -> float:
        """
        What the limits of the fleet's cluster let it have.
        """
        limits = [
            number(block(item.get("compute_limits")).get("maximum_capacity_units"))
            for item in self.planned("aws_emr_managed_scaling_policy")
            if item.get("cluster_id") == fleet.get("cluster_id")
        ]
        return min(limits, default=float(MOST_VCPUS))


check = ScalingCeilings()
