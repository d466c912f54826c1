from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed
from warehouses import settings

LOGS = ("connectionlog", "useractivitylog", "userlog")


class RedshiftLogs(Policy):
    """
    A warehouse records connections, changes of users and every statement.

    Why: what was said to a warehouse is recorded nowhere else; CloudTrail sees that a statement was run, and not which.
    Fix: export connectionlog, userlog and useractivitylog, and set enable_user_activity_logging to true.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a warehouse records who connected and every statement",
            id="MR_REDSHIFT_3",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_redshift_cluster", "aws_redshiftserverless_workgroup"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Each log is exported, and statements are logged at all.
        """
        name = resource.get("cluster_identifier")
        exporting = [
            item for item in self.planned("aws_redshift_logging") if name and item.get("cluster_identifier") == name
        ]
        spaces = self.planned("aws_redshiftserverless_namespace")
        space = resource.get("namespace_name")
        exporting += [item for item in spaces if space and item.get("namespace_name") == space]
        exported = {log for item in exporting for log in listed(item.get("log_exports"))}
        problems = [f"does not record the {log}" for log in LOGS if log not in exported]
        value = settings(self, resource).get("enable_user_activity_logging")
        return problems if value == "true" else [*problems, "does not record statements"]


check = RedshiftLogs()
