from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class Ec2Volumes(Policy):
    """
    New volumes of a region are encrypted with a key of the stack, whoever makes them.

    Why: a volume that somebody makes by hand is in no plan; AWS's own key can be used by the whole account.
    Fix: set enabled, and add an aws_ebs_default_kms_key with a rotating key of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure volumes are encrypted by default with a key of the stack",
            id="MR_EC2_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_ebs_encryption_by_default"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        On, and with a key of ours.
        """
        problems = [] if resource.get("enabled", True) is True else ["volumes are not encrypted by default"]
        keys = self.planned("aws_ebs_default_kms_key")
        if not keys:
            return [*problems, "no default key is named, so AWS uses one of its own"]
        found = [self.key_problem(item.get("key_arn")) for item in keys]
        return problems + [problem for problem in found if problem]


check = Ec2Volumes()
