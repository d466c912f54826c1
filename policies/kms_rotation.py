from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number, rank

PERIODS = (365, 365, 180, 90)  # days, by class, weakest first
LONGEST_WINDOW = 30  # days; what AWS allows at most


class KmsRotation(Policy):
    """
    A symmetric encryption key is on, rotates as often as its class demands, and waits 30 days before deletion.

    Why: rotation bounds how much one key protects; a deleted key takes its data with it. AWS cannot rotate other
    kinds of keys.
    Fix: set enable_key_rotation, rotation_period_in_days to at most 365 (public, internal), 180 (confidential) or
    90 (restricted) days, and leave the deletion window at 30 days.
    """

    looks_at = (
        "enable_key_rotation",
        "rotation_period_in_days",
        "deletion_window_in_days",
        "is_enabled",
        "customer_master_key_spec",
        "tags_all",
    )

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a key rotates as often as its classification demands and is not lost by accident",
            id="MR_KMS_2",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_kms_key"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Rotation, deletion window and state of the key.
        """
        problems = []
        if resource.get("is_enabled", True) is not True:
            problems.append("is not enabled")
        if number(resource.get("deletion_window_in_days", 30)) < LONGEST_WINDOW:
            problems.append(f"is deleted after {resource['deletion_window_in_days']} days, not {LONGEST_WINDOW}")
        if resource.get("customer_master_key_spec", "SYMMETRIC_DEFAULT") != "SYMMETRIC_DEFAULT":
            return problems
        if resource.get("enable_key_rotation") is not True:
            return [*problems, "does not rotate"]
        limit = PERIODS[min(rank(resource), len(PERIODS) - 1)]
        period = number(resource.get("rotation_period_in_days", 365))
        return (
            [*problems, f"rotates every {period:.0f} days, its class demands {limit}"] if period > limit else problems
        )


check = KmsRotation()
