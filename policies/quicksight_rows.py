from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, listed

VIEW = {
    "quicksight:DescribeDataSet",
    "quicksight:DescribeDataSetPermissions",
    "quicksight:DescribeIngestion",
    "quicksight:ListIngestions",
    "quicksight:PassDataSet",
}


class QuicksightRows(Policy):
    """
    A data set shows rows by rules that are a data set of the stack, to groups that may look at it and not change it.

    The rules themselves are open to nobody.

    Why: without rules everybody who may open a data set sees every row of it; who may change it takes the rules away.
    Fix: set row_level_permission_data_set with GRANT_ACCESS and ENABLED; give groups the actions of a viewer.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a data set shows rows by rules of the stack, to groups that may look at it only",
            id="MR_QUICKSIGHT_2",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_quicksight_data_set"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Rules that hold, groups of the stack, and the actions of a viewer.
        """
        rules = {
            block(item.get("row_level_permission_data_set")).get("arn")
            for item in self.planned("aws_quicksight_data_set")
        }
        opened = blocks(resource.get("permissions"))
        if resource["arn"] in rules:
            return [f"holds rules and is open to {item.get('principal')}" for item in opened]
        own = {item["arn"] for item in self.planned("aws_quicksight_data_set")} - {resource["arn"]}
        rule = block(resource.get("row_level_permission_data_set"))
        problems = [] if rule.get("arn") in own else ["shows every row"]
        if rule and (rule.get("permission_policy"), rule.get("status", "ENABLED")) != ("GRANT_ACCESS", "ENABLED"):
            problems.append("has rules that do not hold")
        groups = {item["arn"] for item in self.planned("aws_quicksight_group")}
        problems += [f"is open to {item.get('principal')}" for item in opened if item.get("principal") not in groups]
        more = sorted({action for item in opened for action in listed(item.get("actions"))} - VIEW)
        return [*problems, f"lets them do {', '.join(more)}"] if more else problems


check = QuicksightRows()
