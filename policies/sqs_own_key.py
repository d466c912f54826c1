from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

LONGEST_REUSE = 3600  # seconds


class SqsOwnKey(Policy):
    """
    A queue encrypts with a customer-managed key of its own stack that rotates, and asks it for a new data key every hour.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data; a data key that
    is used for a day works for a day after the key was withdrawn.
    Fix: set kms_master_key_id to a key of the stack, and kms_data_key_reuse_period_seconds to an hour or less, if at all.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a queue is encrypted with a rotating key of its own stack",
            id="MR_SQS_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_sqs_queue"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The queue names such a key, and does not keep to one data key for long.
        """
        problem = self.key_problem(resource.get("kms_master_key_id"))
        seconds = number(resource.get("kms_data_key_reuse_period_seconds"))
        reused = [f"uses a data key for {seconds:.0f} seconds"] if seconds > LONGEST_REUSE else []
        return [*([problem] if problem else []), *reused]


check = SqsOwnKey()
