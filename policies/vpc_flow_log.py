from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


def _place(log: Resource) -> str:
    return str(log.get("log_destination")).removesuffix(":*").split("/AWSLogs")[0]


class VpcFlowLog(Policy):
    """
    A flow log records all traffic of a network in a log group or bucket of the stack.

    Why: accepted traffic shows where data went, rejected traffic who tried.
    Fix: add an aws_flow_log with traffic_type ALL and a destination of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure all traffic of a network is logged in its stack",
            id="MR_VPC_5",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_vpc", "aws_default_vpc"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        At least one flow log of the network records everything, to a place of the stack.
        """
        logs = [item for item in self.planned("aws_flow_log") if item.get("vpc_id") == resource["id"]]
        own = {item["arn"] for item in self.planned("aws_cloudwatch_log_group", "aws_s3_bucket")}
        if not logs:
            return ["has no flow log"]
        whole = [item for item in logs if item.get("traffic_type") == "ALL" and _place(item) in own]
        return [] if whole else ["no flow log records all traffic in a place of the stack"]


check = VpcFlowLog()
