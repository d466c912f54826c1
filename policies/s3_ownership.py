from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class S3Ownership(Policy):
    """
    The owner of a bucket owns every object in it, and access lists have no effect.

    Why: an object written by another account could otherwise be readable to that account alone, whatever the
    policies say.
    Fix: set object_ownership to BucketOwnerEnforced.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure access lists are off and the owner of a bucket owns its objects",
            id="MR_S3_4",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There are ownership controls, and they enforce the owner.
        """
        found = self.companions(resource, "aws_s3_bucket_ownership_controls")
        values = [block(item.get("rule")).get("object_ownership") for item in found]
        if not values:
            return ["has no ownership controls"]
        return [f"object_ownership is {value}" for value in values if value != "BucketOwnerEnforced"]


check = S3Ownership()
