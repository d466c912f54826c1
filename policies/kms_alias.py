from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class KmsAlias(Policy):
    """
    An alias of a stack stands for a key of the stack.

    Why: who uses a key by its alias, or is granted one by it, follows the alias wherever it points.
    Fix: set target_key_id to a key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an alias stands for a key of its own stack",
            id="MR_KMS_4",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_kms_alias"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        The target is a key of the plan.
        """
        own = {key[name] for key in self.planned("aws_kms_key") for name in ("arn", "id", "key_id") if key.get(name)}
        target = resource.get("target_key_id")
        return [] if target in own else [f"stands for {target}, which is no key of the stack"]


check = KmsAlias()
