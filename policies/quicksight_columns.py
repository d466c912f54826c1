from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, listed


class QuicksightColumns(Policy):
    """
    A rule for columns names columns, and some of the groups that may look at the data set.

    Why: a rule that names every viewer, or somebody who is none, hides nothing or opens something nobody meant.
    Fix: name in column_level_permission_rules the groups to which the class of the whole data is open.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure restricted columns of a data set are open to some of its viewers and to no others",
            id="MR_QUICKSIGHT_3",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_quicksight_data_set"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Columns, and groups among the viewers.
        """
        viewers = {str(item.get("principal")) for item in blocks(resource.get("permissions"))}
        problems = []
        for rule in blocks(resource.get("column_level_permission_rules")):
            named = {str(item) for item in listed(rule.get("principals"))}
            problems += [] if listed(rule.get("column_names")) else ["has a rule without columns"]
            problems += [] if named else ["has a rule that names no group"]
            problems += [f"opens columns to {item}, who may not look at it" for item in sorted(named - viewers)]
        return problems


check = QuicksightColumns()
