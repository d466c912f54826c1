from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed, number

OLDEST = 366 * 24 * 60 * 60  # seconds; the longest that Auto Scaling takes


class AsgGroups(Policy):
    """
    A group of machines stays between bounds in two private subnets or more, starts from a launch template of the stack,
    follows a measured target, and replaces its machines when the template changes and after some time anyway.

    Why: a change that only new machines get leaves the old ones unpatched; a group without a policy does not scale.
    Fix: set min_size, max_size, vpc_zone_identifier, launch_template, instance_refresh with auto_rollback and
    max_instance_lifetime, and add an aws_autoscaling_policy that tracks a target.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure groups of machines are bounded, renewed and follow a target",
            id="MR_ASG_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_autoscaling_group"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Bounds, place, template, renewal, scaling.
        """
        template, refresh = block(resource.get("launch_template")), block(resource.get("instance_refresh"))
        own = {item[name] for item in self.planned("aws_launch_template") for name in ("id", "name") if item.get(name)}
        subnets = set(listed(resource.get("vpc_zone_identifier")))
        followed = any(
            item.get("policy_type") == "TargetTrackingScaling"
            and item.get("autoscaling_group_name") in (resource.get("name"), resource["id"])
            for item in self.planned("aws_autoscaling_policy")
        )
        rules = {
            "has no bounds": 0 < number(resource.get("min_size")) <= number(resource.get("max_size")),
            "is in fewer than two subnets": len(subnets) > 1,
            "starts from no launch template of the stack": bool({template.get("id"), template.get("name")} & own),
            "does not renew its machines": block(refresh.get("preferences")).get("auto_rollback") is True,
            "keeps machines for ever": 0 < number(resource.get("max_instance_lifetime")) <= OLDEST,
            "follows no target": followed,
        }
        problems = [problem for problem, held in rules.items() if not held]
        if self.planned("aws_subnet"):
            ids = {item["id"] for item in self.planned("aws_subnet")}
            problems += [f"uses {item}, which is not of the stack" for item in sorted(subnets - ids)]
        return problems


check = AsgGroups()
