from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from duties import is_boundary, looks_after
from planned import Policy, Resource
from statements import identity_statements, statements

SETTING_UP = ("logs:DeleteLogDelivery", "logs:PutResourcePolicy", "logs:UpdateLogDelivery", "logs:CreateLogDelivery")
MACHINES = {"states.amazonaws.com"}


class IamLogDelivery(Policy):
    """
    Only the role of a state machine sets up the delivery of logs.

    Why: Step Functions makes and removes the delivery of its logs as the machine's role, and AWS scopes none of these actions
    to a resource; anybody else who has them can end the logs of all machines, or let strangers read a log group.
    Fix: take logs:*LogDelivery and logs:PutResourcePolicy from the role, or make it one that only Step Functions takes on.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure only state machines set up the delivery of their logs",
            id="MR_IAM_15",
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
        A policy that allows one of these actions belongs to a role that trusts Step Functions and nobody else.
        """
        if is_boundary(self, resource) or looks_after(self, resource):
            return []
        allowed = sorted(
            {action for item in identity_statements(resource) for action in SETTING_UP if item.may(action)}
        )
        roles = [item for item in self.planned("aws_iam_role") if resource.get("role") in (item["id"], item["name"])]
        trusting = [item for role in roles for item in statements(role.get("assume_role_policy")) if item.allows]
        trusted = {value for item in trusting for _, value in item.principals}
        return [f"allows {', '.join(allowed)}"] if allowed and trusted != MACHINES else []


check = IamLogDelivery()
