from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

LEAST_NODES = 2
ACTING = ("deactivate", "disable")


class RedshiftBounds(Policy):
    """
    A warehouse has a floor, a ceiling, and a limit of use that acts.

    Why: one careless query, or somebody with stolen credentials, spends without end; one node alone does not survive its failure.
    Fix: set base_capacity and max_capacity, or two nodes or more, and a usage limit whose breach_action is not log alone.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a warehouse has a floor, a ceiling and a usage limit",
            id="MR_REDSHIFT_5",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_redshift_cluster", "aws_redshiftserverless_workgroup"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both bounds, and a limit that acts.
        """
        if resource["address"].startswith("aws_redshift_cluster."):
            nodes = number(resource.get("number_of_nodes"))
            problems = [] if nodes >= LEAST_NODES else [f"has {nodes:.0f} nodes"]
            limits = self.planned("aws_redshift_usage_limit")
            own = [item for item in limits if item.get("cluster_identifier") == resource.get("cluster_identifier")]
        else:
            base, most = number(resource.get("base_capacity")), number(resource.get("max_capacity"))
            problems = [] if 0 < base <= most else [f"grows from {base:.0f} to {most:.0f}, which is no bound"]
            limits = self.planned("aws_redshiftserverless_usage_limit")
            own = [item for item in limits if item.get("resource_arn") == resource["arn"]]
        acting = [item for item in own if item.get("breach_action") in ACTING and number(item.get("amount")) > 0]
        return problems if acting else [*problems, "has no usage limit that acts"]


check = RedshiftBounds()
