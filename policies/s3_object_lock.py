from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import CLASSES, Policy, Resource, block, number, rank, tag

LEAST_DAYS = (1, 30)  # confidential, restricted


def _days(retention: Resource) -> float:
    return number(retention.get("days")) + 365 * number(retention.get("years")) if retention.get("mode") else 0.0


class S3ObjectLock(Policy):
    """
    Raw data of the classes confidential and restricted is locked.

    Why: raw data is the only copy of what was received; a lock keeps it from an intruder with valid credentials.
    Fix: set object_lock_enabled and give the bucket an aws_s3_bucket_object_lock_configuration with a default
    retention of a day (confidential) or 30 days (restricted) at least.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure raw data of strict classes cannot be deleted before its time",
            id="MR_S3_8",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        A raw bucket of a strict class has a lock with a default retention of a day or more.
        """
        if tag(resource, "zone") != "raw" or rank(resource) < CLASSES.index("confidential"):
            return []
        if resource.get("object_lock_enabled") is not True:
            return ["object lock is off"]
        found = self.companions(resource, "aws_s3_bucket_object_lock_configuration")
        retentions = [block(block(item.get("rule")).get("default_retention")) for item in found]
        if not retentions:
            return ["has no default retention"]
        least = LEAST_DAYS[min(rank(resource), len(CLASSES) - 1) - CLASSES.index("confidential")]
        return [
            f"locks for {_days(retention):.0f} days, its class demands {least}"
            for retention in retentions
            if _days(retention) < least
        ]


check = S3ObjectLock()
