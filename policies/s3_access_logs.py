from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, tag


class S3AccessLogs(Policy):
    """
    Requests to a bucket are logged in the log bucket of its stack.

    Why: without access logs nobody can tell who read an object. Checkov looks at an attribute that AWS fills in
    later plans.
    Fix: give the bucket an aws_s3_bucket_logging that names the bucket with the tag zone=logs.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure access to a bucket is logged in the log bucket of its stack",
            id="MR_S3_7",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every logging of the bucket goes to a log bucket, and there is one.
        """
        if tag(resource, "zone") == "logs":
            return []
        logs = {
            name
            for item in self.planned("aws_s3_bucket")
            if tag(item, "zone") == "logs"
            for name in (item["id"], item.get("bucket"))
        }
        targets = [item.get("target_bucket") for item in self.companions(resource, "aws_s3_bucket_logging")]
        if not targets:
            return ["requests are not logged"]
        return [
            f"requests are logged in {target}, which is no log bucket of the stack"
            for target in targets
            if target not in logs
        ]


check = S3AccessLogs()
