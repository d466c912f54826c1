from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

FOUR_DAYS = 345_600  # seconds; also what AWS sets by itself


class SqsRetention(Policy):
    """
    A queue keeps messages for at least four days.

    Why: a failure that arrives on a Friday evening must still be there on Monday.
    Fix: set message_retention_seconds to 345600 or more.
    """

    looks_at = ("message_retention_seconds",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a queue keeps messages for at least four days",
            id="MR_SQS_2",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_sqs_queue"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The retention is four days or longer.
        """
        seconds = number(resource.get("message_retention_seconds", 345_600))
        return [f"keeps messages for {seconds:.0f} seconds"] if seconds < FOUR_DAYS else []


check = SqsRetention()
