from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class VpcDefaultGroup(Policy):
    """
    The default security group of a network is empty.

    Why: whatever is started without a security group gets this one, which by default lets its members talk to each
    other and to the world.
    Fix: add an aws_default_security_group for the VPC without rules.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the default security group of a network lets nothing through",
            id="MR_VPC_6",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_vpc", "aws_default_vpc"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The stack owns the default group and gives it no rule.
        """
        groups = [item for item in self.planned("aws_default_security_group") if item.get("vpc_id") == resource["id"]]
        if not groups:
            return ["its default security group is not managed"]
        ruled = any(item.get(name) for item in groups for name in ("ingress", "egress"))
        return ["its default security group has rules"] if ruled else []


check = VpcDefaultGroup()
