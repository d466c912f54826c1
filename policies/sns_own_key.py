from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class SnsOwnKey(Policy):
    """
    A topic encrypts with a customer-managed key of its own stack that rotates.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: set kms_master_key_id to a key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a topic is encrypted with a rotating key of its own stack",
            id="MR_SNS_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_sns_topic"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The topic names such a key.
        """
        problem = self.key_problem(resource.get("kms_master_key_id"))
        return [problem] if problem else []


check = SnsOwnKey()
