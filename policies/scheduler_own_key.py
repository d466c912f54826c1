from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class SchedulerOwnKey(Policy):
    """
    A schedule encrypts what it sends with a customer-managed key of its own stack that rotates.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: set kms_key_arn to the ARN of a key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a schedule is encrypted with a rotating key of its own stack",
            id="MR_SCHEDULER_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_scheduler_schedule"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The schedule names such a key.
        """
        problem = self.key_problem(resource.get("kms_key_arn"))
        return [problem] if problem else []


check = SchedulerOwnKey()
