from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, listed

WAYS = ("acl", "cors_rule", "grant", "policy", "replication_configuration", "website")


class S3Closed(Policy):
    """
    A bucket has no way in or out written into itself: no website, no replication, no access list, no policy.

    Why: these old arguments work beside the resources that say who may do what, and nobody looks for them there; a
    replication copies every object to where no rule of the stack holds.
    Fix: drop them; say who may read in aws_s3_bucket_policy.
    """

    looks_at = WAYS

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a bucket itself opens and copies nothing",
            id="MR_S3_13",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        None of these arguments is set.
        """
        return [f"has {name}" for name in WAYS if blocks(resource.get(name)) or listed(resource.get(name))]


check = S3Closed()
