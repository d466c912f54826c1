from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


class QuicksightWhole(Policy):
    """
    A data set that people look at takes a table of a source of the stack as it is, is the source of no other, and is refreshed.

    Why: a statement of one's own reads what the graph does not know; a data set made of another escapes the rules of the first; one
    that is never refreshed shows what has been deleted.
    Fix: name a relational_table, set both of data_set_usage_configuration, and add an aws_quicksight_refresh_schedule.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure reports show tables of the stack, and are the source of nothing else",
            id="MR_QUICKSIGHT_4",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_quicksight_data_set"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Tables, sources, use and refresh; data sets that are rules are looked at by nobody.
        """
        if not blocks(resource.get("permissions")):
            return []
        maps = blocks(resource.get("physical_table_map"))
        usage = block(resource.get("data_set_usage_configuration"))
        sources = {item["arn"] for item in self.planned("aws_quicksight_data_source")}
        named = {block(item.get("relational_table")).get("data_source_arn") for item in maps}
        refreshed = {item.get("data_set_id") for item in self.planned("aws_quicksight_refresh_schedule")}
        rules = {
            "reads by a statement of its own": not any(item.get("custom_sql") for item in maps),
            "takes its rows from no source of the stack": bool(named) and named <= sources,
            "may be queried as the source of others": usage.get("disable_use_as_direct_query_source") is True,
            "may be imported into others": usage.get("disable_use_as_imported_source") is True,
            "is never refreshed": resource.get("import_mode") != "SPICE" or resource.get("data_set_id") in refreshed,
        }
        return [problem for problem, held in rules.items() if not held]


check = QuicksightWhole()
