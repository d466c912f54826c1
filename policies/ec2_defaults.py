from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

SAFE = {
    "aws_ebs_snapshot_block_public_access": ("state", "block-all-sharing"),
    "aws_ec2_instance_metadata_defaults": ("http_tokens", "required"),
    "aws_ec2_serial_console_access": ("enabled", False),
}
MOST_HOPS = 2  # one for the machine, one for a container on it


class Ec2Defaults(Policy):
    """
    Instances of a region ask for session tokens, snapshots cannot be shared with the world, and there is no serial console.

    Why: each is a setting of the region that holds for machines nobody planned.
    Fix: set http_tokens to required, state to block-all-sharing and enabled of the serial console to false.
    """

    looks_at = ("enabled", "http_put_response_hop_limit", "http_tokens", "instance_metadata_tags", "state")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the defaults of a region are safe",
            id="MR_EC2_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=[*SAFE],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The setting is there and has the one safe value.
        """
        name, safe = SAFE[resource["address"].split(".")[0]]
        seen = resource.get(name)
        problems = [] if seen == safe else [f"{name} is {seen}, not {safe}"]
        if number(resource.get("http_put_response_hop_limit", MOST_HOPS)) > MOST_HOPS:
            problems.append("lets metadata travel")
        return problems + (
            ["tells tags to every program"] if resource.get("instance_metadata_tags") == "enabled" else []
        )


check = Ec2Defaults()
