from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource
from stores import role_statements

READING = {
    "kinesis": ("kinesis:GetRecords", "kinesis:SubscribeToShard"),
    "sqs": ("sqs:ReceiveMessage",),
    "dynamodb": ("dynamodb:GetRecords",),
}
"""What an event source mapping needs of the role of its function, by the service it reads."""


class LambdaSource(Policy):
    """
    A function whose role may take records from streams or queues has an event source for them.

    Why: without the mapping nothing calls the function, records expire unread, and every alarm on it is silent.
    Fix: give the function its event source mapping; or take the right to read from its role.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a function that may read a stream or queue is called with what is on it",
            id="MR_LAMBDA_8",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_lambda_function"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        For each service that the role reads there is a mapping of the function.
        """
        names = {resource.get("arn"), resource.get("function_name"), resource.get("id")}
        mappings = [
            item for item in self.planned("aws_lambda_event_source_mapping") if item.get("function_name") in names
        ]
        sources = {str(item.get("event_source_arn")).split(":")[2] for item in mappings if item.get("event_source_arn")}
        roles = [role for role in self.planned("aws_iam_role") if resource.get("role") in (role.get("arn"), role["id"])]
        may = [statement for role in roles for statement in role_statements(self, role)]
        read = [name for name, actions in READING.items() if any(each.may(*actions) for each in may)]
        return [f"may read {name}, and no event source calls it" for name in read if name not in sources]


check = LambdaSource()
