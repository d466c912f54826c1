from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class S3Versioning(Policy):
    """
    A bucket keeps the versions of its objects, and Terraform may not empty it.

    Why: an overwritten or deleted object is lost otherwise, and force_destroy deletes all of them at once.
    Fix: enable versioning and leave force_destroy false.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a bucket keeps versions and is not emptied on destroy",
            id="MR_S3_5",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Versioning is enabled, force_destroy is not.
        """
        found = self.companions(resource, "aws_s3_bucket_versioning")
        states = [block(item.get("versioning_configuration")).get("status") for item in found]
        problems = [f"versioning is {state}" for state in states if state != "Enabled"]
        if not states:
            problems.append("has no versioning")
        if resource.get("force_destroy"):
            problems.append("force_destroy is on")
        return problems


check = S3Versioning()
