from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

SHORTEST = 30  # seconds, the default of AWS
TIMEOUTS = 6  # "Configuring a queue to use with Lambda"


class SqsVisibility(Policy):
    """
    A queue that feeds a function hides a message for six times the timeout of that function, or longer.

    Why: a message that is seen again while it is worked on is worked on twice.
    Fix: set visibility_timeout_seconds to six times the timeout of the function.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a queue hides messages long enough for the function that works on them",
            id="MR_SQS_5",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sqs_queue"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The visibility timeout is at least six times the longest timeout of its functions.
        """
        arn = resource["arn"]
        names = {
            str(item["function_name"]).split(":function:")[-1]
            for item in self.planned("aws_lambda_event_source_mapping")
            if item.get("event_source_arn") == arn
        }
        functions = [item for item in self.planned("aws_lambda_function") if item["function_name"] in names]
        if names and not functions:
            return ["feeds a function that is none of the stack's"]
        needed = max((TIMEOUTS * number(item.get("timeout", 3)) for item in functions), default=0)
        hidden = number(resource.get("visibility_timeout_seconds", 30))
        worked_on = bool(resource.get("redrive_policy"))
        needed = max(needed, SHORTEST if worked_on else 0)
        return [f"hides a message for {hidden:.0f} seconds, its function needs {needed:.0f}"] if hidden < needed else []


check = SqsVisibility()
