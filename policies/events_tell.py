from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

ON = ("ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", None, "")


class EventsTell(Policy):
    """
    An event rule is on and tells a topic of its stack in its own region, or forwards to queues of the stack and nothing else.

    What detecting services find has to be told in any case; MR_DETECT_5 asks for that.

    Why: a rule that is off, or has no target, sees everything and says nothing; work that events start by themselves is known to
    nobody.
    Fix: leave `state` on and add an aws_cloudwatch_event_target with the topic's ARN, or that of a queue.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an event rule tells somebody, or forwards to a queue",
            id="MR_EVENTS_1",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudwatch_event_rule"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        On, with a topic of the plan as target, or queues alone.
        """
        problems = [] if resource.get("state") in ON and resource.get("is_enabled") is not False else ["is off"]
        region = resource["arn"].split(":")[3]
        topics = {item["arn"] for item in self.planned("aws_sns_topic") if item["arn"].split(":")[3] == region}
        targets = [
            item for item in self.planned("aws_cloudwatch_event_target") if item.get("rule") == resource.get("name")
        ]
        queues = {item["arn"] for item in self.planned("aws_sqs_queue")}
        named = {item.get("arn") for item in targets}
        forwards = bool(named) and named <= queues
        return problems if topics & named or forwards else [*problems, "tells no topic of the stack"]


check = EventsTell()
