from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


class FirehoseOwnKey(Policy):
    """
    A delivery stream encrypts what it holds and what it writes with a customer-managed key of its own stack that
    rotates.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: set server_side_encryption with key_type CUSTOMER_MANAGED_CMK (not needed with a Kinesis source, which is
    encrypted itself) and kms_key_arn of the destination.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a delivery stream is encrypted with a rotating key of its own stack",
            id="MR_FIREHOSE_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_kinesis_firehose_delivery_stream"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Both keys are such keys.
        """
        problems = [
            self.key_problem(item.get("kms_key_arn")) for item in blocks(resource.get("extended_s3_configuration"))
        ]
        if not problems:
            problems.append("has no extended_s3 destination, so nobody can tell how it encrypts")
        if not blocks(resource.get("kinesis_source_configuration")):
            problems.append(self._own(block(resource.get("server_side_encryption"))))
        return [problem for problem in problems if problem]

    def _own(self, encryption: Resource) -> str:
        if encryption.get("enabled") is not True or encryption.get("key_type") != "CUSTOMER_MANAGED_CMK":
            return "server_side_encryption is not on with a customer-managed key"
        return self.key_problem(encryption.get("key_arn"))


check = FirehoseOwnKey()
