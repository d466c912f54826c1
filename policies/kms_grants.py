from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account
from statements import Statement, pinned_to, statements


def _narrow(statement: Statement, owner: str) -> bool:
    """
    For what a service of AWS makes, or made by one itself for decrypting what it encrypted for this account.
    """
    if statement.values("kms:GrantIsForAWSResource", "Bool") == ("true",):
        return True
    by_service = {kind for kind, _ in statement.principals} == {"Service"}
    decrypting = statement.values("kms:GrantOperations", "ForAllValues:StringEquals") == ("Decrypt",)
    return by_service and decrypting and pinned_to(statement, owner)


class KmsGrants(Policy):
    """
    Grants on a key are made for services of AWS only.

    Why: a grant gives use of the key to anybody its maker names, and no policy shows it.
    Fix: put the condition Bool kms:GrantIsForAWSResource true on statements that allow kms:CreateGrant; a service that makes
    grants by itself gets kms:GrantOperations Decrypt and an encryption context of the account.
    """

    looks_at = ("policy",)

    def __init__(self) -> None:
        super().__init__(
            name="Ensure grants on a key are for services of AWS only",
            id="MR_KMS_3",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_kms_key"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every Allow of kms:CreateGrant has the condition.
        """
        allowing = [item for item in statements(resource.get("policy")) if item.allows and item.may("kms:CreateGrant")]
        open_ = [item for item in allowing if not _narrow(item, account(resource))]
        return ["lets grants be made for anybody" for _ in open_]


check = KmsGrants()
