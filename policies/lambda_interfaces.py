from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource
from statements import statements

MAKES = "ec2:CreateNetworkInterface"
FUNCTION = "lambda:SourceFunctionArn"


class LambdaInterfaces(Policy):
    """
    The network interfaces of a function are for the service: the role refuses its function to make them.

    Why: the rights that AWS Lambda needs to place a function in the network would let its code open interfaces of its own,
    which no security group of the function holds.
    Fix: deny ec2:CreateNetworkInterface when lambda:SourceFunctionArn is the function's ARN.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a function cannot make network interfaces",
            id="MR_LAMBDA_9",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_lambda_function"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Whatever of the role's policies allows it, one denies it to the function.
        """
        if not resource.get("vpc_config"):
            return []
        name = str(resource.get("role")).rpartition("/")[2]
        policies = [item.get("policy") for item in self.planned("aws_iam_role_policy") if item.get("role") == name]
        found = statements(policies)
        refused = any(
            not item.allows
            and item.may(MAKES)
            and "*" in item.resources
            and resource["arn"] in item.values(FUNCTION, "ArnEquals", "ArnLike", "StringEquals")
            for item in found
        )
        opened = any(item.allows and item.may(MAKES) for item in found)
        return ["its code may make network interfaces"] if opened and not refused else []


check = LambdaInterfaces()
