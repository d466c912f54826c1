from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, tag


class TrailDestinations(Policy):
    """
    The audit trail delivers to the archive of its stack, and to a log group of its stack.

    Why: an archive is held to what MR_ARCHIVE_1 to 3 say; without a log group no alarm sees an event.
    Fix: set s3_bucket_name to the bucket with the tag zone=audit, and cloud_watch_logs_group_arn and
    cloud_watch_logs_role_arn to a log group and a role of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the audit trail delivers to its archive and to a log group",
            id="MR_TRAIL_5",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudtrail"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Bucket, log group and role are those of the plan.
        """
        archives = {
            name
            for item in self.planned("aws_s3_bucket")
            if tag(item, "zone") == "audit"
            for name in (item["id"], item.get("bucket"))
        }
        groups = {f"{item['arn']}:*" for item in self.planned("aws_cloudwatch_log_group")}
        roles = {item["arn"] for item in self.planned("aws_iam_role")}
        problems = [] if resource.get("s3_bucket_name") in archives else ["delivers to no archive of the stack"]
        if resource.get("cloud_watch_logs_group_arn") not in groups:
            problems.append("delivers to no log group of the stack")
        return (
            problems if resource.get("cloud_watch_logs_role_arn") in roles else [*problems, "uses no role of the stack"]
        )


check = TrailDestinations()
