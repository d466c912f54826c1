from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, listed, number

LATEST = 100  # percent


class BudgetReceivers(Policy):
    """
    A budget tells somebody before it is used up, of what is spent and of what will be.

    Why: a budget stops nothing; whoever is not told pays.
    Fix: give it a notification ACTUAL and one FORECASTED, at 100 percent or less, with receivers.
    """

    looks_at = ("notification",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a budget tells somebody in time",
            id="MR_COST_1",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_budgets_budget"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both kinds of notification, each with receivers.
        """
        told = {
            item.get("notification_type")
            for item in blocks(resource.get("notification"))
            if listed(item.get("subscriber_email_addresses")) or listed(item.get("subscriber_sns_topic_arns"))
            if item.get("threshold_type") == "PERCENTAGE" and 0 < number(item.get("threshold")) <= LATEST
        }
        return [f"tells nobody of {kind.lower()} cost in time" for kind in ("ACTUAL", "FORECASTED") if kind not in told]


check = BudgetReceivers()
