from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number, rank

DAYS = (90, 180, 365, 2557)  # by class, weakest first


class LogsRetention(Policy):
    """
    A log group keeps its logs as long as the class of what is processed demands.

    Why: an investigation needs the logs of the time of the event; strict classes are investigated longer.
    Fix: set retention_in_days to at least 90 (public), 180 (internal), 365 (confidential) or 2557 (restricted).
    """

    looks_at = ("log_group_class", "retention_in_days", "tags_all")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure logs are kept as long as the classification of what is logged demands",
            id="MR_LOGS_2",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudwatch_log_group"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The retention is not below what the class demands; no retention keeps logs for ever.
        """
        demanded = DAYS[min(rank(resource), len(DAYS) - 1)]
        days = number(resource.get("retention_in_days"))
        if resource.get("log_group_class") == "DELIVERY":
            return ["is of class DELIVERY, which keeps logs for a day whatever else is set"]
        if days == 0:
            return ["keeps logs for ever; name a retention"]
        return [f"keeps logs for {days:.0f} days, its class demands {demanded}"] if days < demanded else []


check = LogsRetention()
