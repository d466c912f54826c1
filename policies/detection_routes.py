from __future__ import annotations

import json

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed

DETECTING = {
    *("aws.access-analyzer", "aws.config", "aws.detective", "aws.guardduty", "aws.health", "aws.inspector2"),
    *("aws.macie", "aws.securityhub"),
}


def _detected(rule: Resource) -> bool:
    """
    Whether a rule is for events of a service that finds what is wrong; one without a source that can be read may be.
    """
    pattern = rule.get("event_pattern")
    if not pattern:
        return not rule.get("schedule_expression")
    parsed = json.loads(pattern) if isinstance(pattern, str) else pattern
    sources = [str(source) for source in listed(parsed.get("source"))]
    return bool(DETECTING & {*sources}) or not sources


class DetectionRoutes(Policy):
    """
    A rule for what detecting services find is on and tells a topic of its stack; forwarding it alone is not enough.

    Rules for other events are MR_EVENTS_1's.

    Why: a finding that reaches nobody is found by the intruder first.
    Fix: leave the rule's state ENABLED and give it an aws_cloudwatch_event_target with a topic of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure findings of detecting services reach people",
            id="MR_DETECT_5",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudwatch_event_rule"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        On, and with a topic of the stack among its targets.
        """
        if not _detected(resource):
            return []
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
