from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed, number
from statements import Statement, statements

NAME = "break-glass"
"""Part of the name of every role for emergencies."""
HOUR, QUARTER = 3600, 900  # seconds
EVERYTHING = ("ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS")


def _second_factor(statement: Statement) -> bool:
    fresh = statement.values("aws:MultiFactorAuthAge", "NumericLessThan", "NumericLessThanEquals")
    there = statement.values("aws:MultiFactorAuthPresent", "Bool")
    return there == ("true",) and bool(fresh) and all(number(age) <= QUARTER for age in fresh)


class EmergencyRoles(Policy):
    """
    Who takes on a role for emergencies showed a second factor within a quarter of an hour, keeps it for an hour at most, and
    somebody is told.

    Why: emergency access is there when everything else fails, so nothing else stops its misuse; that it rings does.
    Fix: let the trust demand aws:MultiFactorAuthPresent and aws:MultiFactorAuthAge, keep the session at an hour, and give the
    role an enabled event rule that names its ARN and has a topic of the stack for a target.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure emergency access is short, takes a second factor and rings",
            id="MR_GLASS_1",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Empty for roles that are not for emergencies.
        """
        if NAME not in str(resource.get("name")):
            return []
        trusting = [item for item in statements(resource.get("assume_role_policy")) if item.allows]
        problems = [] if all(map(_second_factor, trusting)) else ["is taken on without a second factor that is fresh"]
        if number(resource.get("max_session_duration", HOUR)) > HOUR:
            problems.append("is kept for longer than an hour")
        return problems if self._rings(str(resource["arn"])) else [*problems, "is taken on without anybody being told"]

    def _rings(self, role: str) -> bool:
        topics = {topic["arn"] for topic in self.planned("aws_sns_topic")}
        told = {
            name
            for target in self.planned("aws_cloudwatch_event_target")
            if target.get("arn") in topics
            for name in listed(target.get("rule"))
        }
        return any(
            f'"{role}"' in str(rule.get("event_pattern"))
            and rule.get("state", EVERYTHING[0]) in EVERYTHING
            and told & {rule.get("name"), rule["id"]}
            for rule in self.planned("aws_cloudwatch_event_rule")
        )


check = EmergencyRoles()
