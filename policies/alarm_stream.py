from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class AlarmStream(Policy):
    """
    A stream has an alarm on writes it turned away.

    Why: a producer that gives up after retries loses the event, and only the stream knows.
    Fix: add a metric alarm on WriteProvisionedThroughputExceeded with the dimension StreamName.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an alarm tells when a stream turns writes away",
            id="MR_ALARM_6",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_kinesis_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is such an alarm.
        """
        watched = any(
            (alarm.get("namespace"), alarm.get("metric_name")) == ("AWS/Kinesis", "WriteProvisionedThroughputExceeded")
            and block(alarm.get("dimensions")).get("StreamName") == resource["name"]
            for alarm in self.planned("aws_cloudwatch_metric_alarm")
        )
        return [] if watched else ["no alarm on WriteProvisionedThroughputExceeded"]


check = AlarmStream()
