from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

KINDS = ("Read", "Write")


class DynamodbScaling(Policy):
    """
    A provisioned table scales its read and its write capacity, each between a floor and a ceiling above it.

    Why: a fixed capacity throttles at the first peak; one without a ceiling has no bound to what it costs.
    Fix: set billing_mode PAY_PER_REQUEST, or add an aws_appautoscaling_target and a target-tracking policy for each.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a provisioned table scales between a floor and a ceiling",
            id="MR_DYNAMODB_5",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_dynamodb_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Each capacity has a target with bounds, and a policy that follows the use.
        """
        if resource.get("billing_mode", "PROVISIONED") != "PROVISIONED":
            return []
        return [problem for kind in KINDS for problem in self._problems(f"table/{resource['name']}", kind)]

    def _problems(self, table: str, kind: str) -> list[str]:
        place = {"resource_id": table, "scalable_dimension": f"dynamodb:table:{kind}CapacityUnits"}
        targets = [item for item in self.planned("aws_appautoscaling_target") if place.items() <= item.items()]
        policies = [item for item in self.planned("aws_appautoscaling_policy") if place.items() <= item.items()]
        if not targets:
            return [f"its {kind.lower()} capacity does not scale"]
        bounded = all(1 <= number(item.get("min_capacity")) < number(item.get("max_capacity")) for item in targets)
        tracked = any(item.get("policy_type") == "TargetTrackingScaling" for item in policies)
        checks = {
            f"its {kind.lower()} capacity has no room to scale": bounded,
            f"no policy follows its {kind.lower()}s": tracked,
        }
        return [text for text, good in checks.items() if not good]


check = DynamodbScaling()
