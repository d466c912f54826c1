from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from clusters import GROUPS, attributes
from planned import Policy, Resource, listed


class EmrCluster(Policy):
    """
    A cluster runs under a security configuration of its stack, in the stack's own groups and in named subnets, without an
    SSH key.

    Why: without the three groups EMR makes groups of its own, which let everything out; an SSH key is a way in beside all
    roles; secrets in arguments end up in the state.
    Fix: name security_configuration, the three managed groups and the subnets; leave key_name and kerberos_attributes out.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a cluster is set up by its stack and reached by nobody else",
            id="MR_EMR_3",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_emr_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Configuration, groups, subnets, keys and secrets.
        """
        own = {item.get("name") for item in self.planned("aws_emr_security_configuration")}
        place = attributes(resource)
        groups = {item["id"] for item in self.planned("aws_security_group")}
        checks = {
            "has no security configuration of the stack": resource.get("security_configuration") in own - {None},
            "has an SSH key": not place.get("key_name"),
            "holds a secret": not resource.get("kerberos_attributes"),
            "names no subnets": bool(listed(place.get("subnet_ids")) or place.get("subnet_id")),
        }
        foreign = [name for name in GROUPS if place.get(name) not in groups]
        more = [
            group
            for name in ("additional_master_security_groups", "additional_slave_security_groups")
            for group in str(place.get(name) or "").split(",")
            if group and group not in groups
        ]
        problems = [problem for problem, fine in checks.items() if not fine]
        problems += [f"{name} is no group of the stack" for name in foreign]
        return problems + [f"is in {group}, no group of the stack" for group in more]


check = EmrCluster()
