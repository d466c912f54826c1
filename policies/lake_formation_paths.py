from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, tag
from stores import READ, WRITE, role_statements, touches


class LakeFormationPaths(Policy):
    """
    A persona that asks Lake Formation for data has no right of its own on the files of a registered place.

    Why: whoever reads the files reads every column and row of them, whatever filter stands in front of the table.
    Fix: take the statements on the bucket out of the persona's policy; let the store's readers ask Lake Formation.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure people reach what Lake Formation guards through Lake Formation only",
            id="MR_LF_3",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Of a persona's statements none reads or writes a bucket with a registered place.
        """
        if not tag(resource, "process").startswith("persona-"):
            return []
        guarded = {str(item.get("arn")).split("/")[0] for item in self.planned("aws_lakeformation_resource")}
        buckets = [item for item in self.planned("aws_s3_bucket") if item["arn"] in guarded]
        allowing = role_statements(self, resource)
        ways = (READ, WRITE)
        return [
            f"reaches {item['address']} itself" for item in buckets if any(touches(allowing, item, way) for way in ways)
        ]


check = LakeFormationPaths()
