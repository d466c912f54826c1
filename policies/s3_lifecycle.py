from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, number

EXPIRIES = (
    ("expiration", "days", 30),
    ("noncurrent_version_expiration", "noncurrent_days", 7),
    ("abort_incomplete_multipart_upload", "days_after_initiation", 1),
)
LEAST_WARM = 30  # days; what is used is not fetched back from an archive


def _whole(rule: Resource) -> bool:
    narrow = {name: value for name, value in block(rule.get("filter")).items() if value not in ("", [], None)}
    return rule.get("status") == "Enabled" and not narrow and not rule.get("prefix")


class S3Lifecycle(Policy):
    """
    A bucket expires objects, their old versions and incomplete uploads.

    Why: data kept beyond its purpose is a liability; a bucket that is only configured in AWS looks as if it expired
    objects in later plans.
    Fix: give the bucket enabled lifecycle rules for its whole content: expiration, noncurrent_version_expiration
    and abort_incomplete_multipart_upload; objects after 30 days or more, old versions after 7 or more, so that a
    mistake can be undone; and no transition before 30 days.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a bucket expires its objects, old versions and failed uploads",
            id="MR_S3_6",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Enabled rules over the whole bucket hold each kind of expiry.
        """
        found = self.companions(resource, "aws_s3_bucket_lifecycle_configuration")
        rules = [rule for item in found for rule in blocks(item.get("rule")) if _whole(rule)]
        missing = [
            (kind, name, least)
            for kind, name, least in EXPIRIES
            if not any(number(block(rule.get(kind)).get(name)) >= least for rule in rules)
        ]
        problems = [
            f"no enabled rule over the whole bucket sets {kind}.{name} to {least} or more"
            for kind, name, least in missing
        ]
        moved = [number(item.get("days")) for rule in rules for item in blocks(rule.get("transition"))]
        return problems + [f"moves objects away after {days:.0f} days" for days in moved if days < LEAST_WARM]


check = S3Lifecycle()
