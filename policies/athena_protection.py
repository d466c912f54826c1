from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class AthenaProtection(Policy):
    """
    A workgroup that holds queries is not deleted with them.

    Why: the history of queries tells who looked at what, and one wrong call takes it away.
    Fix: leave force_destroy off; `make destroy` sets it.
    """

    looks_at = ("force_destroy",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a workgroup is not deleted with the queries it has",
            id="MR_ATHENA_3",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_athena_workgroup"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        What it holds is in the way of its deletion.
        """
        return ["is deleted with the queries that it has"] if resource.get("force_destroy") is True else []


check = AthenaProtection()
