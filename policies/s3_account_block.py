from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource

SETTINGS = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")


class S3AccountBlock(Policy):
    """
    The account's public access block blocks everything.

    Why: it also holds for buckets that nobody's Terraform made.
    Fix: set all four arguments to true.
    """

    looks_at = SETTINGS

    def __init__(self) -> None:
        super().__init__(
            name="Ensure no bucket of the account can be public",
            id="MR_S3_12",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_s3_account_public_access_block"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every setting is on.
        """
        return [f"{name} is off" for name in SETTINGS if resource.get(name) is not True]


check = S3AccountBlock()
