from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, listed, number

PLATFORMS = ("1.4.0",)  # "Fargate platform versions": the newest for Linux


class EcsServices(Policy):
    """
    A service goes back to what ran before when a deployment fails, runs on a named platform version in two private subnets or
    more, without a public address, lets nobody into its tasks, and is scaled between bounds by a policy.

    Why: a bad image would otherwise be started for ever; a shell in a task is a way to data that no role shows; a service
    without bounds stands still under load or costs without end.
    Fix: set deployment_circuit_breaker, platform_version, network_configuration and enable_execute_command, and add an
    aws_appautoscaling_target with a target tracking policy.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure services of containers are private, closed, bounded and rolled back",
            id="MR_ECS_2",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_ecs_service"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Deployment, platform, network, sessions, scaling.
        """
        breaker = block(resource.get("deployment_circuit_breaker"))
        network = block(resource.get("network_configuration"))
        rules = {
            "keeps starting what fails": breaker.get("enable") is True and breaker.get("rollback") is True,
            "runs on whatever platform version is the latest": resource.get("platform_version") in PLATFORMS,
            "is in fewer than two subnets": len(listed(network.get("subnets"))) > 1,
            "has no security group": bool(listed(network.get("security_groups"))),
            "has public addresses": network.get("assign_public_ip") is not True,
            "lets people into its tasks": resource.get("enable_execute_command") is not True,
        }
        problems = [problem for problem, held in rules.items() if not held]
        if self.planned("aws_subnet"):
            own = {item["id"] for item in self.planned("aws_subnet", "aws_security_group")}
            used = {*listed(network.get("subnets")), *listed(network.get("security_groups"))}
            problems += [f"uses {item}, which is not of the stack" for item in sorted(used - own)]
        return problems + self._scaling(resource)

    def _scaling(self, service: Resource) -> list[str]:
        """
        A target for this service with a floor and a ceiling, and a policy for it that tracks a target.
        """
        ends = f"/{service.get('name')}"
        targets = [
            item for item in self.planned("aws_appautoscaling_target") if str(item.get("resource_id")).endswith(ends)
        ]
        bounded = [item for item in targets if 0 < number(item.get("min_capacity")) <= number(item.get("max_capacity"))]
        followed = any(
            item.get("policy_type") == "TargetTrackingScaling" and item.get("resource_id") == target.get("resource_id")
            for item in self.planned("aws_appautoscaling_policy")
            for target in bounded
        )
        return [] if followed else ["is not scaled between bounds"]


check = EcsServices()
