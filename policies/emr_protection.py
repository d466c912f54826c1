from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class EmrProtection(Policy):
    """
    A cluster is protected from termination.

    Why: one wrong call ends a night's jobs, and what was in HDFS is lost.
    Fix: set termination_protection; `make destroy` takes it off.
    """

    looks_at = ("termination_protection",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a cluster is protected from termination",
            id="MR_EMR_7",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_emr_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The protection is on.
        """
        return [] if resource.get("termination_protection") is True else ["can be terminated by one call"]


check = EmrProtection()
