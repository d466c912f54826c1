from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class DetectionRoutes(Policy):
    """
    A rule for events is on and tells a topic of its stack.

    Why: a finding that reaches nobody is found by the intruder first.
    Fix: leave the rule's state ENABLED and give it an aws_cloudwatch_event_target with a topic of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure rules for events reach people",
            id="MR_DETECT_5",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudwatch_event_rule"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        On, and with a topic of the stack among its targets.
        """
        topics = {item["arn"] for item in self.planned("aws_sns_topic")}
        targets = {
            item.get("arn")
            for item in self.planned("aws_cloudwatch_event_target")
            if item.get("rule") in (resource["id"], resource.get("name"))
        }
        state = resource.get("state") or "ENABLED"
        off = state == "DISABLED" or resource.get("is_enabled") is False
        problems = ["is off"] if off else []
        return problems if targets & topics else [*problems, "tells no topic of the stack"]


check = DetectionRoutes()
