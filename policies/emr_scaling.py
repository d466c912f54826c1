from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

MOST_IDLE = 604_800  # seconds; the most that EMR takes (`IdleTimeout`)


class EmrScaling(Policy):
    """
    A cluster grows and shrinks within limits, keeps core nodes off Spot, and ends itself when nobody uses it.

    Why: without a maximum one job buys machines without end, and a forgotten cluster costs as much as a used one; HDFS on
    Spot is lost when the price rises.
    Fix: an aws_emr_managed_scaling_policy with all four limits, core not above on demand, and an auto_termination_policy.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a cluster scales within limits and ends when it is idle",
            id="MR_EMR_5",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_emr_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        One policy with limits in order, and a time after which the cluster is idle.
        """
        idle = number(block(resource.get("auto_termination_policy")).get("idle_timeout"))
        problems = [] if 0 < idle <= MOST_IDLE else ["never ends by itself"]
        policies = [
            item for item in self.planned("aws_emr_managed_scaling_policy") if item.get("cluster_id") == resource["id"]
        ]
        if not policies:
            return [*problems, "has no limits to scale within"]
        limits = block(policies[0].get("compute_limits"))
        least, core, demand, most = (
            number(limits.get(f"{name}_capacity_units"))
            for name in ("minimum", "maximum_core", "maximum_ondemand", "maximum")
        )
        ordered = 0 < least <= core <= demand <= most
        return problems if ordered else [*problems, f"limits are {least:g}, {core:g}, {demand:g}, {most:g}"]


check = EmrScaling()
