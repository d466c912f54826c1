from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, blocks


class EmrPublicAccess(Policy):
    """
    In the whole region, no cluster starts with a security group that is open to the internet, on no port.

    Why: AWS permits port 22 by default, and a cluster that somebody starts by hand is in no plan.
    Fix: block_public_security_group_rules, and no permitted_public_security_group_rule_range.
    """

    looks_at = ("block_public_security_group_rules", "permitted_public_security_group_rule_range")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure no cluster of the region is open to the internet",
            id="MR_EMR_6",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_emr_block_public_access_configuration"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        On, and without an exception.
        """
        problems = [] if resource.get("block_public_security_group_rules") is True else ["lets open groups be used"]
        permitted = blocks(resource.get("permitted_public_security_group_rule_range"))
        return problems + [f"permits ports {item.get('min_range')} to {item.get('max_range')}" for item in permitted]


check = EmrPublicAccess()
