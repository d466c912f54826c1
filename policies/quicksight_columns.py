from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks, listed, rank
from stores import READERS

PERSONAS = sorted({persona for readers in READERS for persona in readers}, key=len, reverse=True)


def _persona(group: str) -> str:
    """
    The persona a group is for, by the end of its name; empty when it tells none.
    """
    return next((persona for persona in PERSONAS if group.endswith(f"-{persona}")), "")


class QuicksightColumns(Policy):
    """
    A rule for columns names columns, and some of the groups that may look at the data set: those of personas to which its
    class is open. A data set that others look at too has such a rule.

    Why: a rule that names every viewer, or somebody who is none, hides nothing or opens something nobody meant; without one
    everybody who sees the report sees what is sensitive in it.
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
        Columns, and groups among the viewers. Where nobody may see the whole, nothing sensitive is in it.
        """
        viewers = {str(item.get("principal")) for item in blocks(resource.get("permissions"))}
        known = {group for group in viewers if _persona(group)}
        cleared = {group for group in known if _persona(group) in READERS[min(rank(resource), len(READERS) - 1)]}
        rules = blocks(resource.get("column_level_permission_rules"))
        mixed = bool(cleared) and cleared < known
        problems = ["shows every column to those to whom its class is not open"] if mixed and not rules else []
        for rule in rules:
            named = {str(item) for item in listed(rule.get("principals"))}
            problems += [] if listed(rule.get("column_names")) else ["has a rule without columns"]
            problems += [] if named else ["has a rule that names no group"]
            problems += [f"opens columns to {item}, who may not look at it" for item in sorted(named - viewers)]
            opened = (named & known) - cleared
            problems += [f"opens columns to {item}, to whom its class is not open" for item in sorted(opened)]
        return problems


check = QuicksightColumns()
