from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import is_boundary
from planned import Policy, Resource
from statements import identity_statements


class IamActions(Policy):
    """
    An identity policy names each action it allows: no wildcard, no NotAction.

    A boundary grants nothing and is judged by MR_IAM_12.

    Why: a wildcard grants what AWS adds next year, and nobody reviewed; one on a precise ARN passes every check of
    Checkov.
    Fix: list the actions the process needs, one by one.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure identity policies name every action they allow",
            id="MR_IAM_1",
            categories=[CheckCategories.IAM],
            supported_resources=[
                "aws_iam_group_policy",
                "aws_iam_policy",
                "aws_iam_role",
                "aws_iam_role_policy",
                "aws_iam_user_policy",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        No Allow has an action with a wildcard.
        """
        if is_boundary(self, resource):
            return []
        allowing = identity_statements(resource)
        wide = [action for statement in allowing for action in statement.actions if set(action) & set("*?")]
        inverted = ["allows by NotAction" for statement in allowing if "NotAction" in statement.inverted]
        return [f"allows {action}" for action in wide] + inverted


check = IamActions()
