from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed

PLACES = {"subnets": "aws_subnet", "security_group_ids": "aws_security_group"}


class MlModelNetwork(Policy):
    """
    A model in use is isolated, in subnets and groups of its stack where it has such.

    Why: a container that answers strangers all day must not reach anybody; what it loads, SageMaker brings.
    Fix: set enable_network_isolation to true, and vpc_config with the subnets and a group of the endpoint's own.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a model is served in the network and without one of its own",
            id="MR_SERVE_2",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_sagemaker_model"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Isolation, subnets and groups.
        """
        problems = [] if resource.get("enable_network_isolation") is True else ["its container can reach others"]
        vpc = block(resource.get("vpc_config"))
        for name, kind in PLACES.items():
            known = {item["id"] for item in self.planned(kind)}
            named = set(listed(vpc.get(name)))
            if not named:
                problems.append(f"names no {name}, so it is not in the network")
            elif known and named - known:
                problems.append(f"is in {', '.join(sorted(named - known))}, which is not of the stack")
        return problems


check = MlModelNetwork()
