from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

SETTINGS = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")


class S3PublicAccess(Policy):
    """
    A bucket blocks all four ways in which it could become public.

    Why: one object or policy written by mistake would otherwise be readable by anybody.
    Fix: give the bucket an aws_s3_bucket_public_access_block with all four settings true.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure all four ways of making a bucket public are blocked",
            id="MR_S3_3",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is a block, and none of its settings is off.
        """
        found = self.companions(resource, "aws_s3_bucket_public_access_block")
        if not found:
            return ["has no public access block"]
        return [f"{name} is off" for item in found for name in SETTINGS if item.get(name) is not True]


check = S3PublicAccess()
