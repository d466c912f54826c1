from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, number

MOST_USED = 90  # percent; above it there is no room for what comes while more is started
TRACKING = ("target_tracking_configuration", "target_tracking_scaling_policy_configuration")


class ScalingFollows(Policy):
    """
    A policy of scaling is on, takes away as well as it adds, keeps what is there below 90 percent of use, and looks at a queue of
    its stack where it looks at one; a group of Kubernetes nodes has one.

    Why: what never takes away is paid for until somebody looks; what looks at another queue does not see its own fill.
    Fix: leave disable_scale_in off and enabled on, and name the queue of the workers in the metric.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure scaling follows what it is for, in both directions",
            id="MR_SCALE_2",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_appautoscaling_policy", "aws_autoscaling_policy", "aws_eks_node_group"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Switch, direction, target and metric; of nodes, whether a policy names their group.
        """
        if resource["address"].startswith("aws_eks_node_group."):
            return [] if self._followed(resource) else ["does not scale by any policy"]
        tracking = next((block(resource.get(name)) for name in TRACKING if resource.get(name)), {})
        customized = block(tracking.get("customized_metric_specification"))
        utilization = str(block(tracking.get("predefined_metric_specification")).get("predefined_metric_type"))
        metrics = [block(block(item.get("metric_stat")).get("metric")) for item in blocks(customized.get("metrics"))]
        queues = {item.get("name") for item in self.planned("aws_sqs_queue")}
        watched = {
            item.get("value")
            for metric in metrics
            for item in blocks(metric.get("dimensions"))
            if item.get("name") == "QueueName"
        }
        rules = {
            "is off": resource.get("enabled", True) is True,
            "never takes away": tracking.get("disable_scale_in") is not True,
            f"waits for {tracking.get('target_value')} percent of use": "Utilization" not in utilization
            or 0 < number(tracking.get("target_value")) <= MOST_USED,
            f"looks at the queue {', '.join(sorted(map(str, watched - queues)))}, which is not of the stack": watched
            <= queues,
        }
        return [problem for problem, held in rules.items() if not held]

    def _followed(self, nodes: Resource) -> bool:
        return any(
            nodes["address"] in str(item.get("autoscaling_group_name"))
            for item in self.planned("aws_autoscaling_policy")
        )


check = ScalingFollows()
