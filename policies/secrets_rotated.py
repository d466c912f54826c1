from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number

LEAST_DAYS = 7
MOST_DAYS = 90


def _soon(rotation: Resource) -> bool:
    return 0 < number(block(rotation.get("rotation_rules")).get("automatically_after_days")) <= MOST_DAYS


class SecretsRotated(Policy):
    """
    A secret is under a key of the stack, can be brought back, and is changed by a function of the stack within 90 days; its value
    is in no plan.

    Why: a value in a plan or in the state is known to everybody who may read them; one that never changes stays with whoever saw
    it once.
    Fix: set kms_key_id and recovery_window_in_days, and add an aws_secretsmanager_secret_rotation; let the function make the value.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a secret is under a key of the stack and rotated, and that no plan holds its value",
            id="MR_SECRETS_2",
            categories=[CheckCategories.SECRETS],
            supported_resources=["aws_secretsmanager_secret", "aws_secretsmanager_secret_version"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Key, recovery and rotation; a version in the plan is a problem by itself.
        """
        if resource["address"].startswith("aws_secretsmanager_secret_version."):
            return ["puts a value into the plan and the state"]
        problem = self.key_problem(resource.get("kms_key_id"))
        problems = [problem] if problem else []
        problems += (
            ["cannot be brought back"]
            if number(resource.get("recovery_window_in_days", LEAST_DAYS)) < LEAST_DAYS
            else []
        )
        functions = {item.get("arn") for item in self.planned("aws_lambda_function")}
        rotations = self.planned("aws_secretsmanager_secret_rotation")
        own = [item for item in rotations if item.get("secret_id") in (resource["arn"], resource["id"])]
        kept = [item for item in own if item.get("rotation_lambda_arn") in functions and _soon(item)]
        return problems if kept else [*problems, "is not changed within 90 days by a function of the stack"]


check = SecretsRotated()
