from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


class ComputeStateless(Policy):
    """
    What runs keeps nothing of its own: functions and tasks mount no file system, machines of a group are not spared.

    Why: state beside the stores is not classified, kept, encrypted or backed up by their rules, and what holds it cannot be
    replaced, so it does not scale.
    Fix: write what has to last to a store of the graph; take out file_system_config and volumes, and let the group end any of its
    machines: no protect_from_scale_in, and no instance is protected from stop or termination.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure compute keeps no state of its own",
            id="MR_STATE_1",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=[
                "aws_autoscaling_group",
                "aws_ecs_service",
                "aws_ecs_task_definition",
                "aws_lambda_function",
                "aws_launch_template",
            ],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Each way in which a type of resource can keep something.
        """
        problems = ["mounts a file system"] if block(resource.get("file_system_config")) else []
        if blocks(resource.get("volume")) or blocks(resource.get("volume_configuration")):
            problems.append("has volumes")
        if resource.get("protect_from_scale_in") is True:
            problems.append("spares its machines when it scales in")
        if any(resource.get(name) is True for name in ("disable_api_stop", "disable_api_termination")):
            problems.append("protects its machines from being replaced")
        return problems


check = ComputeStateless()
