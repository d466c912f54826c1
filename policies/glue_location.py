from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class GlueLocation(Policy):
    """
    The catalog points to buckets of its own stack, and a table that has partitions points them there too.

    Why: whoever queries a table reads, and by some engines writes, where the catalog points.
    Fix: build location, location_uri and storage.location.template from a bucket of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the catalog points to buckets of its stack",
            id="MR_GLUE_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_glue_catalog_database", "aws_glue_catalog_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every location that is given starts with such a bucket.
        """
        own = [f"s3://{bucket['id']}/" for bucket in self.planned("aws_s3_bucket")]
        given = [
            resource.get("location_uri"),
            block(resource.get("storage_descriptor")).get("location"),
            block(resource.get("parameters")).get("storage.location.template"),
        ]
        return [
            f"points to {place}, which is in no bucket of the stack"
            for place in given
            if place and not f"{place}/".startswith(tuple(own))
        ]


check = GlueLocation()
