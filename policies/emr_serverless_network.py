from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed


class EmrServerlessNetwork(Policy):
    """
    An EMR Serverless application runs in a VPC, in two subnets or more, under a security group; those of its stack where it
    owns a network. Nobody works in it interactively.

    Why: outside a VPC its workers reach the internet; a notebook on it has all rights of the job.
    Fix: set network_configuration with subnets of two zones and a group, and no interactive_configuration.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure EMR Serverless runs in private subnets of at least two zones",
            id="MR_EMRS_1",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_emrserverless_application"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Subnets and groups are given, of the stack where it owns a network, and no way in is open.
        """
        network = block(resource.get("network_configuration"))
        groups, subnets = listed(network.get("security_group_ids")), listed(network.get("subnet_ids"))
        own = {item["id"] for item in self.planned("aws_subnet", "aws_security_group")}
        problems = [] if len(subnets) > 1 else ["has fewer than two subnets"]
        if not groups:
            problems.append("has no security group")
        if self.planned("aws_subnet"):
            problems += [f"uses {item}, which is not of the stack" for item in sorted({*groups, *subnets} - own)]
        interactive = block(resource.get("interactive_configuration"))
        return problems + [f"lets people in by {name}" for name, on in sorted(interactive.items()) if on is True]


check = EmrServerlessNetwork()
