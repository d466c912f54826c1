from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class DynamodbExpiry(Policy):
    """
    A table removes items by age.

    Why: what is kept without an end outlives its purpose, which the law forbids for personal data.
    Fix: set ttl with enabled and attribute_name, and write the moment of expiry into every item.
    """

    looks_at = ("ttl",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a table removes items by age",
            id="MR_DYNAMODB_4",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_dynamodb_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The attribute that holds the moment of expiry is named, and expiry is on.
        """
        expiry = block(resource.get("ttl"))
        return [] if expiry.get("enabled") is True and expiry.get("attribute_name") else ["keeps items without an end"]


check = DynamodbExpiry()
