from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks


class DynamodbOwnKey(Policy):
    """
    A table encrypts with a customer-managed key of its own stack that rotates, and so do its replicas.

    Why: a key of AWS or of another account cannot be withdrawn, and its policy is not reviewed with the data.
    Fix: set server_side_encryption with enabled and kms_key_arn to a key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a table is encrypted with a rotating key of its own stack",
            id="MR_DYNAMODB_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_dynamodb_table"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The table names such a key, and every replica names one.
        """
        encryption = block(resource.get("server_side_encryption"))
        if encryption.get("enabled") is not True:
            return ["server_side_encryption is not enabled, so AWS uses a key of its own"]
        problem = self.key_problem(encryption.get("kms_key_arn"))
        replicas = [each for each in blocks(resource.get("replica")) if not each.get("kms_key_arn")]
        return [
            *([problem] if problem else []),
            *(f"the replica in {each['region_name']} names no key" for each in replicas),
        ]


check = DynamodbOwnKey()
