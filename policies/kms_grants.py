from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource
from statements import statements


class KmsGrants(Policy):
    """
    Grants on a key are made for services of AWS only.

    Why: a grant gives use of the key to anybody its maker names, and no policy shows it.
    Fix: put the condition Bool kms:GrantIsForAWSResource true on statements that allow kms:CreateGrant.
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
        open_ = [item for item in allowing if item.values("kms:GrantIsForAWSResource", "Bool") != ("true",)]
        return ["lets grants be made for anybody" for _ in open_]


check = KmsGrants()
