from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, number

GRADUAL = {"CANARY": "canary_size", "LINEAR": "linear_step_size"}
MOST_PERCENT = 50
LEAST_BAKING = 300


class MlEndpointRollback(Policy):
    """
    A new model takes over from the old one on a part of the machines first, and is taken back by alarms on this endpoint.

    Why: a model that is worse, slower or broken is otherwise found by those who ask it, all at once.
    Fix: set deployment_config with a blue_green_update_policy that shifts traffic by CANARY or LINEAR, at most half at first, for
    at least five minutes, and auto_rollback_configuration with alarms of the stack that look at the endpoint.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a new model is tried on a part of the requests and taken back by alarms",
            id="MR_SERVE_5",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sagemaker_endpoint"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        How traffic moves, and what moves it back.
        """
        deployment = block(resource.get("deployment_config"))
        update = block(deployment.get("blue_green_update_policy"))
        routing = block(update.get("traffic_routing_configuration"))
        size = block(routing.get(GRADUAL.get(str(routing.get("type")), "")))
        percent = number(size.get("value")) if size.get("type") == "CAPACITY_PERCENT" else 0
        rules = {
            "moves all requests at once": bool(size),
            f"tries a new model on no part of the machines up to {MOST_PERCENT} per cent": 0 < percent <= MOST_PERCENT,
            f"tries it for less than {LEAST_BAKING} seconds": (
                number(routing.get("wait_interval_in_seconds")) >= LEAST_BAKING
            ),
        }
        problems = [problem for problem, held in rules.items() if not held]
        return problems + self._alarms(resource, block(deployment.get("auto_rollback_configuration")))

    def _alarms(self, endpoint: Resource, rollback: Resource) -> list[str]:
        known = {
            item.get("alarm_name"): block(item.get("dimensions")).get("EndpointName")
            for item in self.planned("aws_cloudwatch_metric_alarm")
        }
        named = [item.get("alarm_name") for item in blocks(rollback.get("alarms"))]
        if not named:
            return ["is not taken back by any alarm"]
        strange = [name for name in named if known.get(name) != endpoint.get("name")]
        return [f"is taken back by {name}, which is no alarm of the stack on this endpoint" for name in strange]


check = MlEndpointRollback()
