from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block

METRICS = ("ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage", "NumberOfMessagesSent")


class AlarmFailures(Policy):
    """
    A queue that receives failures has an alarm on the number of its messages.

    Why: what failed waits there until it expires; somebody has to know.
    Fix: add a metric alarm on ApproximateNumberOfMessagesVisible with the dimension QueueName.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an alarm tells when a queue of failures is not empty",
            id="MR_ALARM_2",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_sqs_queue"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        A queue that is an on-failure destination, or that nothing reads, is watched.
        """
        mappings = self.planned("aws_lambda_event_source_mapping")
        if resource["arn"] in {mapping.get("event_source_arn") for mapping in mappings}:
            return []
        watched = any(
            alarm.get("namespace") == "AWS/SQS"
            and alarm.get("metric_name") in METRICS
            and block(alarm.get("dimensions")).get("QueueName") == resource.get("name")
            for alarm in self.planned("aws_cloudwatch_metric_alarm")
        )
        return [] if watched else ["no alarm tells when messages wait in it"]


check = AlarmFailures()
