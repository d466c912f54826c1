from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number, rank

HOURS = (24, 24, 72, 168)  # by class, weakest first


class KinesisRetention(Policy):
    """
    A stream keeps records for a day, for three where their class is confidential, for seven where it is restricted.

    Why: records that expire before a failed consumer is mended are lost; strict classes may have no other copy, and
    a weekend passes before anybody looks.
    Fix: set retention_period to at least 24, 72 or 168 hours.
    """

    looks_at = ("retention_period", "tags_all")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a stream keeps records long enough to mend what reads them",
            id="MR_KINESIS_2",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_kinesis_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The retention is not below what the class demands.
        """
        demanded = HOURS[min(rank(resource), len(HOURS) - 1)]
        hours = number(resource.get("retention_period", 24))
        return [f"keeps records for {hours:.0f} hours, its class demands {demanded}"] if hours < demanded else []


check = KinesisRetention()
