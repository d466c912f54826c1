from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import ARCHIVES, Policy, Resource, block, blocks, number, tag

YEAR = 365  # days


def _locks(retention: Resource) -> bool:
    return bool(retention.get("mode")) and number(retention.get("days")) + number(retention.get("years")) >= 1


class ArchiveLock(Policy):
    """
    Records about the account are kept for a year or more, and those of the audit trail are locked when they arrive.

    Why: who wants to hide what they did starts with the records; a lock holds against every identity of the account.
    Fix: set object_lock_enabled, let no lifecycle rule expire objects before a year, and give the bucket of the trail
    (zone=audit) a default retention. AWS Config delivers to no bucket with a default retention.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure records about the account are locked and kept",
            id="MR_ARCHIVE_1",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Lock, default retention and expiry of an archive.
        """
        zone = tag(resource, "zone")
        if zone not in ARCHIVES:
            return []
        problems = [] if resource.get("object_lock_enabled") is True else ["object lock is off"]
        locks = self.companions(resource, "aws_s3_bucket_object_lock_configuration")
        retentions = [block(block(item.get("rule")).get("default_retention")) for item in locks]
        if zone == "audit" and not any(_locks(retention) for retention in retentions):
            problems.append("objects are not locked when they arrive")
        rules = self.companions(resource, "aws_s3_bucket_lifecycle_configuration")
        ends = [block(rule.get("expiration")) for item in rules for rule in blocks(item.get("rule"))]
        early = [number(end["days"]) for end in ends if end.get("days") and number(end["days"]) < YEAR]
        early += [0 for end in ends if end.get("date")]
        return [*problems, *(f"objects expire after {days:.0f} days" for days in early)]


check = ArchiveLock()
