from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

SETTINGS = {
    "is_multi_region_trail": "does not record all regions",
    "include_global_service_events": "does not record global services such as IAM",
    "enable_log_file_validation": "makes no digests, so a changed log file is not noticed",
}


class TrailComplete(Policy):
    """
    The audit trail is on, records every region and the global services, and makes digests of its files.

    Why: an intruder works in the region that nobody looks at; a file without a digest can be changed unseen.
    Fix: set is_multi_region_trail, include_global_service_events, enable_log_file_validation, and leave enable_logging
    on.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the audit trail records everywhere and its files are validated",
            id="MR_TRAIL_1",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudtrail"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every switch is on.
        """
        problems = [words for name, words in SETTINGS.items() if resource.get(name) is not True]
        return problems if resource.get("enable_logging", True) is True else [*problems, "is stopped"]


check = TrailComplete()
