from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

MOST_MACHINES = 200
SCALED = "sagemaker:variant:DesiredInstanceCount"
AT_ONCE = "SageMakerVariantInvocationsPerInstance"
BY_FILE = "ApproximateBacklogSizePerInstance"


class MlEndpointScaling(Policy):
    """
    An endpoint has as many machines as its requests ask for, between a floor of one and a ceiling.

    Why: without a ceiling a flood of requests is paid for; without scaling it is not answered.
    Fix: add an aws_appautoscaling_target with min_capacity and max_capacity for the variant, and a policy that tracks
    SageMakerVariantInvocationsPerInstance, or ApproximateBacklogSizePerInstance for an asynchronous endpoint.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an endpoint scales with its requests within bounds",
            id="MR_SERVE_6",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sagemaker_endpoint"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The target of this endpoint, and the policy on it.
        """
        start = f"endpoint/{resource.get('name')}/variant/"
        targets = self._of("aws_appautoscaling_target", start)
        policies = self._of("aws_appautoscaling_policy", start)
        problems = [] if targets else ["does not scale"]
        for target in targets:
            least, most = number(target.get("min_capacity")), number(target.get("max_capacity"))
            if not 1 <= least <= most <= MOST_MACHINES:
                problems.append(f"has {least:g} to {most:g} machines; allowed is a range within 1 to {MOST_MACHINES}")
        followed = [item for item in policies if self._follows(item)]
        return problems if followed else [*problems, "follows no number of requests"]

    def _of(self, kind: str, start: str) -> list[Resource]:
        return [
            item
            for item in self.planned(kind)
            if str(item.get("resource_id")).startswith(start) and item.get("scalable_dimension") == SCALED
        ]

    def _follows(self, policy: Resource) -> bool:
        tracking = block(policy.get("target_tracking_scaling_policy_configuration"))
        predefined = block(tracking.get("predefined_metric_specification")).get("predefined_metric_type")
        customized = block(tracking.get("customized_metric_specification")).get("metric_name")
        known = predefined == AT_ONCE or customized == BY_FILE
        return known and number(tracking.get("target_value")) > 0 and tracking.get("disable_scale_in") is not True


check = MlEndpointScaling()
