from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account

ARN = re.compile(r"arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}):\S+")
ADDRESS = re.compile(r"(https?|jdbc|mongodb|ftp|s?ftp)[:+]\S*//\S+|jdbc:\S+", re.IGNORECASE)
LEAVING = (
    *("aws_appflow_flow", "aws_athena_data_catalog", "aws_cloudwatch_event_api_destination"),
    *("aws_cloudwatch_event_connection", "aws_datasync_task", "aws_glue_connection", "aws_pipes_pipe"),
    *("aws_s3_bucket_inventory", "aws_transfer_server"),
)
"""Types that take data out of what the graph knows, or bring it in, whatever they name."""
SENDING = (
    *("aws_cloudwatch_event_target", "aws_dynamodb_kinesis_streaming_destination", "aws_lambda_event_source_mapping"),
    *("aws_lambda_function_event_invoke_config", "aws_scheduler_schedule"),
)
"""Types whose destination has to be in the account."""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value


class WaysOut(Policy):
    """
    What sends events, records or results on sends them within its account, and no connector takes them elsewhere.

    Why: a second target or a connector copies data out beside every policy, role and flow that is reviewed.
    Fix: name destinations of the account; take connectors out, and state a flow to the other side in the graph.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure nothing sends data on to other accounts or addresses",
            id="MR_WAYS_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=[*LEAVING, *SENDING],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every ARN that is named is of the account, and no address of the internet is.
        """
        kind = resource["address"].split(".")[0]
        if kind in LEAVING:
            return [f"{kind} takes data past the flows of the graph"]
        owners = {account(item) for item in self.planned("aws_iam_role", "aws_kms_key", "aws_sns_topic")} - {""}
        texts = [text for name, value in resource.items() if name != "address" for text in _texts(value)]
        foreign = {text for text in texts if (found := ARN.fullmatch(text)) and owners and found[1] not in owners}
        named = {text for text in texts if ADDRESS.search(text)}
        return [f"sends on to {text}" for text in sorted(foreign | named)]


check = WaysOut()
