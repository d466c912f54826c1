from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class AlarmDelivery(Policy):
    """
    A delivery stream has an alarm on the freshness of what it delivers.

    Why: Firehose retries for a day and then gives up; the age of the oldest record shows it in time.
    Fix: add a metric alarm on DeliveryToS3.DataFreshness with the dimension DeliveryStreamName.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an alarm tells when a delivery stream falls behind",
            id="MR_ALARM_3",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_kinesis_firehose_delivery_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is such an alarm.
        """
        watched = any(
            (alarm.get("namespace"), alarm.get("metric_name")) == ("AWS/Firehose", "DeliveryToS3.DataFreshness")
            and block(alarm.get("dimensions")).get("DeliveryStreamName") == resource["name"]
            for alarm in self.planned("aws_cloudwatch_metric_alarm")
        )
        return [] if watched else ["no alarm on DeliveryToS3.DataFreshness"]


check = AlarmDelivery()
