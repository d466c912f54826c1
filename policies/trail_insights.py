from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks

INSIGHTS = ("ApiCallRateInsight", "ApiErrorRateInsight")


class TrailInsights(Policy):
    """
    The audit trail finds unusual rates of calls and of errors.

    Why: no single event of a search through an account is suspicious; their number is.
    Fix: give the trail an insight_selector for each of the two.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the audit trail looks for unusual activity",
            id="MR_TRAIL_4",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudtrail"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both kinds of insight are selected.
        """
        found = {item.get("insight_type") for item in blocks(resource.get("insight_selector"))}
        return [f"has no {insight}" for insight in INSIGHTS if insight not in found]


check = TrailInsights()
