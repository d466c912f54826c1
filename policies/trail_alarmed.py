from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed, number

QUARTER = 900  # seconds
FIRST = {"GreaterThanThreshold": 0, "GreaterThanOrEqualToThreshold": 1}  # what one event has to reach


def _rings(alarm: Resource) -> bool:
    first = FIRST.get(str(alarm.get("comparison_operator")))
    threshold = number(alarm.get("threshold", 2))
    seconds = number(alarm.get("period", QUARTER + 1)) * number(alarm.get("evaluation_periods", 1))
    return (
        first is not None
        and 0 <= threshold <= first
        and alarm.get("statistic") in ("Sum", "Maximum")
        and seconds <= QUARTER
        and not block(alarm.get("dimensions"))
        and alarm.get("actions_enabled", True) is True
    )


class TrailAlarmed(Policy):
    """
    What a metric filter counts raises an alarm at the first event, and the alarm tells a topic of the stack.

    Why: a metric that nobody is told of is no detection; an alarm above a higher number, or on another metric, never
    rings.
    Fix: let the filter count 1 for each event, and give its metric an alarm on the Sum that is greater than 0, within 15
    minutes, with missing data not breaching and an action that is a topic of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure each event that is looked for raises an alarm",
            id="MR_TRAIL_7",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudwatch_log_metric_filter"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        One alarm of the plan rings for the metric of the filter.
        """
        metric = block(resource.get("metric_transformation"))
        topics = {topic["arn"] for topic in self.planned("aws_sns_topic")}
        alarms = [
            alarm
            for alarm in self.planned("aws_cloudwatch_metric_alarm")
            if (alarm.get("namespace"), alarm.get("metric_name")) == (metric.get("namespace"), metric.get("name"))
        ]
        problems = [] if number(metric.get("value")) == 1 else ["does not count 1 for each event"]
        if block(metric.get("dimensions")):
            problems.append("counts by dimensions, which its alarm does not see")
        if not any(_rings(alarm) and topics & {*listed(alarm.get("alarm_actions"))} for alarm in alarms):
            problems.append("raises no alarm that tells somebody of the first event")
        return problems


check = TrailAlarmed()
