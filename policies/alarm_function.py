from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block

ALWAYS = ["Errors", "Throttles"]


class AlarmFunction(Policy):
    """
    A function that reads an event source has alarms on its errors and throttles, and on the age of what it reads
    from a stream.

    Why: a consumer that falls behind or fails loses data when the stream expires it, and nothing else tells.
    Fix: add metric alarms with the dimension FunctionName on Errors, Throttles and IteratorAge.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a function that reads events has alarms on errors, throttles and, for a stream, delay",
            id="MR_ALARM_1",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_lambda_event_source_mapping"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is an alarm on each metric.
        """
        names = {resource["function_name"], str(resource["function_name"]).split(":function:")[-1]}
        watched = {
            alarm.get("metric_name")
            for alarm in self.planned("aws_cloudwatch_metric_alarm")
            if alarm.get("namespace") == "AWS/Lambda" and block(alarm.get("dimensions")).get("FunctionName") in names
        }
        source = str(resource.get("event_source_arn"))
        stream = any(service in source for service in (":kinesis:", ":dynamodb:"))
        wanted = [*ALWAYS, "IteratorAge"] if stream else ALWAYS
        return [f"no alarm on {metric} of {resource['function_name']}" for metric in wanted if metric not in watched]


check = AlarmFunction()
