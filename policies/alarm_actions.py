from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed


class AlarmActions(Policy):
    """
    An alarm notifies a topic of its stack.

    Why: an alarm without an action is a colour on a page nobody looks at; a composite alarm that repeats it may be
    left out or changed alone.
    Fix: set alarm_actions to a topic of the stack and leave actions_enabled on.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an alarm tells somebody",
            id="MR_ALARM_4",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudwatch_composite_alarm", "aws_cloudwatch_metric_alarm"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        An enabled action names a topic of the stack.
        """
        topics = {topic["arn"] for topic in self.planned("aws_sns_topic")}
        if resource.get("actions_enabled", True) is not True:
            return ["its actions are off"]
        return [] if topics & set(listed(resource.get("alarm_actions"))) else ["notifies no topic of the stack"]


check = AlarmActions()
