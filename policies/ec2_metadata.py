from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


class Ec2Metadata(Policy):
    """
    A machine hands its credentials to sessions on itself only: metadata needs a token and travels one hop. It has no public
    address and no key to sign in with, and is under a profile of its stack, if any.

    Why: a request forged through a program, or a container on the machine, would otherwise get the machine's role; SSH is a
    way in that IAM does not see.
    Fix: set metadata_options with http_tokens required and http_put_response_hop_limit 1, network_interfaces without public
    addresses, iam_instance_profile of the stack, and no key_name.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure machines keep their credentials to themselves and have no way in",
            id="MR_EC2_3",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_launch_template"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Metadata, addresses, keys.
        """
        metadata, interfaces = block(resource.get("metadata_options")), blocks(resource.get("network_interfaces"))
        rules = {
            "gives metadata without a token": metadata.get("http_tokens") == "required",
            "lets metadata travel": metadata.get("http_put_response_hop_limit") == 1,
            "says nothing of public addresses": bool(interfaces)
            and all(str(item.get("associate_public_ip_address")).lower() == "false" for item in interfaces),
            "has a key to sign in with": not resource.get("key_name"),
            "tells its tags to every program on it": metadata.get("instance_metadata_tags") != "enabled",
            "is under no profile of the stack": self._own_profile(block(resource.get("iam_instance_profile"))),
        }
        return [problem for problem, held in rules.items() if not held]

    def _own_profile(self, named: Resource) -> bool:
        """
        Whether machines are under a profile of the plan, or get theirs from what starts them.
        """
        own = {
            item[name]
            for item in self.planned("aws_iam_instance_profile")
            for name in ("arn", "name")
            if item.get(name)
        }
        return not named or bool({named.get("arn"), named.get("name")} & own)


check = Ec2Metadata()
