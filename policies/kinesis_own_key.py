from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class KinesisOwnKey(Policy):
    """
    A stream encrypts with a customer-managed key of its own stack that rotates.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: set encryption_type to KMS and kms_key_id to a key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a stream is encrypted with a rotating key of its own stack",
            id="MR_KINESIS_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_kinesis_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The stream names such a key.
        """
        if resource.get("encryption_type") != "KMS":
            return [f"encryption_type is {resource.get('encryption_type')}"]
        problem = self.key_problem(resource.get("kms_key_id"))
        return [problem] if problem else []


check = KinesisOwnKey()
