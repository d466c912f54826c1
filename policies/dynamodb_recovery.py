from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, number

WHOLE = 35  # days; what AWS sets by itself
WEEK = 7


class DynamodbRecovery(Policy):
    """
    A table and its replicas can be restored to any second of the last 35 days, or as many as it says, at least seven.

    Why: a faulty function overwrites good items at once, and a weekend passes before anybody looks.
    Fix: set point_in_time_recovery with enabled, for replicas too, and recovery_period_in_days to 7 or more.
    """

    looks_at = ("point_in_time_recovery",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a table and its replicas can be restored to any second of a week or more",
            id="MR_DYNAMODB_2",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_dynamodb_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Recovery is on, for long enough, everywhere.
        """
        recovery = block(resource.get("point_in_time_recovery"))
        replicas = [each for each in blocks(resource.get("replica")) if each.get("point_in_time_recovery") is not True]
        checks = {
            "point_in_time_recovery is off": recovery.get("enabled") is True,
            "can be restored for less than a week": number(recovery.get("recovery_period_in_days") or WHOLE) >= WEEK,
        }
        problems = [text for text, good in checks.items() if not good]
        return problems + [f"the replica in {each['region_name']} cannot be restored" for each in replicas]


check = DynamodbRecovery()
