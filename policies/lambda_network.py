from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed


class LambdaNetwork(Policy):
    """
    A function runs in a VPC, in two subnets or more, under a security group; those of its stack where it owns a network.

    Why: outside a VPC its traffic leaves by a network nobody here controls; one subnet is one zone.
    Fix: set vpc_config with subnet_ids in two or more zones and security_group_ids.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a function runs in private subnets of at least two zones",
            id="MR_LAMBDA_5",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_lambda_function"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Subnets and security groups are given, and of the stack where it owns a network.
        """
        network = block(resource.get("vpc_config"))
        own = {item["id"] for item in self.planned("aws_subnet", "aws_security_group")}
        used = {*listed(network.get("subnet_ids")), *listed(network.get("security_group_ids"))}
        problems = [] if len(listed(network.get("subnet_ids"))) > 1 else ["has fewer than two subnets"]
        if self.planned("aws_subnet"):
            problems += [f"uses {item}, which is not of the stack" for item in sorted(used - own)]
        return problems if listed(network.get("security_group_ids")) else [*problems, "has no security group"]


check = LambdaNetwork()
