from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class TrailOwnKey(Policy):
    """
    The audit trail encrypts with a key of its own stack that rotates.

    Why: who may read the records is then said by the policy of a key as well as by that of a bucket.
    Fix: set kms_key_id to a key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the audit trail is encrypted with a rotating key of its own stack",
            id="MR_TRAIL_2",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_cloudtrail"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The key is one of the plan.
        """
        problem = self.key_problem(resource.get("kms_key_id"))
        return [problem] if problem else []


check = TrailOwnKey()
