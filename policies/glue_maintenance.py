from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block

KINDS = ("compaction", "retention", "orphan_file_deletion")


class GlueMaintenance(Policy):
    """
    An Apache Iceberg table is compacted, its old snapshots end, and files of none are removed, each under a role of the stack.

    Why: every commit leaves files and a snapshot; without maintenance a deleted row can be read for ever, and queries slow down.
    Fix: make an aws_glue_catalog_table_optimizer of each type: compaction, retention, orphan_file_deletion.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure Iceberg tables are compacted and what is old is removed",
            id="MR_GLUE_4",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_glue_catalog_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Of an Iceberg table all three are there and switched on; other tables pass.
        """
        if not block(resource.get("open_table_format_input")).get("iceberg_input"):
            return []
        own = {role["arn"] for role in self.planned("aws_iam_role")}
        done = {
            item.get("type")
            for item in self.planned("aws_glue_catalog_table_optimizer")
            if (item.get("database_name"), item.get("table_name"))
            == (resource.get("database_name"), resource.get("name"))
            and block(item.get("configuration")).get("enabled") is True
            and block(item.get("configuration")).get("role_arn") in own
        }
        return [f"has no {kind}" for kind in KINDS if kind not in done]


check = GlueMaintenance()
