from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class DynamodbDeletion(Policy):
    """
    A table is protected from deletion.

    Why: a deleted table takes its backups to any second with it, and one wrong call is enough.
    Fix: set deletion_protection_enabled; `make destroy` takes it off for the stores that are named.
    """

    looks_at = ("deletion_protection_enabled",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a table is protected from deletion",
            id="MR_DYNAMODB_3",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_dynamodb_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The protection is on.
        """
        return [] if resource.get("deletion_protection_enabled") is True else ["can be deleted by one call"]


check = DynamodbDeletion()
