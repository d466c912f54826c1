from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed

SETTINGS = ("default_user_settings", "default_space_settings")


class StudioNetwork(Policy):
    """
    A domain of SageMaker Studio is in subnets and groups of its stack, without a way to the internet, under a key of the stack,
    and lets nobody run containers of their own.

    Why: people work with what they learned from data; a notebook that reaches the internet takes it there, and disks of
    notebooks hold copies that nobody lists.
    Fix: set app_network_access_type to VpcOnly, subnet_ids, security_groups of users and spaces, and kms_key_id to what the
    stack makes; leave docker_settings out or disabled.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure Studio has no way out and a key of its own",
            id="MR_SM_20",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_sagemaker_domain", "aws_sagemaker_user_profile"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        How the domain, its users and its spaces are connected and encrypted; of a profile, the groups of its own.
        """
        if "domain_name" not in resource:
            own = listed(block(resource.get("user_settings")).get("security_groups"))
            return self._places("groups in user_settings", own, "aws_security_group") if own else []
        problems = []
        if resource.get("app_network_access_type") != "VpcOnly":
            problems.append("its applications reach the internet by a network of AWS")
        if key := self.key_problem(resource.get("kms_key_id")):
            problems.append(key)
        problems += self._places("subnets", listed(resource.get("subnet_ids")), "aws_subnet")
        for name in SETTINGS:
            named = listed(block(resource.get(name)).get("security_groups"))
            problems += self._places(f"groups in {name}", named, "aws_security_group")
        docker = block(block(resource.get("domain_settings")).get("docker_settings"))
        if docker.get("enable_docker_access", "DISABLED") != "DISABLED":
            problems.append("lets people run containers of their own")
        return problems

    def _places(self, what: str, named: list[str], kind: str) -> list[str]:
        """
        What is wrong with the subnets or groups that are named; a network of another stack has none in this plan.
        """
        own = {item["id"] for item in self.planned(kind)}
        if not named:
            return [f"names no {what}"]
        strange = sorted(set(named) - own) if own else []
        return [f"names {what} that are not of the stack: {', '.join(strange)}"] if strange else []


check = StudioNetwork()
