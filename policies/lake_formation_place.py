from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class LakeFormationPlace(Policy):
    """
    A registered place is in a bucket of the stack, under a role of the stack, and without hybrid access.

    Why: the service-linked role collects rights on every registered place; hybrid access leaves the place open to who has S3.
    Fix: set role_arn to a role of the stack, hybrid_access_enabled to false, and arn to a bucket or prefix of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure Lake Formation guards buckets of the stack alone, and under a role of the stack",
            id="MR_LF_1",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_lakeformation_resource"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Bucket and role are of the stack, and there is no way beside.
        """
        buckets = {item["arn"] for item in self.planned("aws_s3_bucket")}
        roles = {item["arn"] for item in self.planned("aws_iam_role")}
        problems = [] if str(resource.get("arn")).split("/")[0] in buckets else ["is in no bucket of the stack"]
        if resource.get("role_arn") not in roles or resource.get("use_service_linked_role") is True:
            problems.append("is reached under no role of the stack")
        if resource.get("hybrid_access_enabled") is True:
            problems.append("is open beside Lake Formation (hybrid access)")
        return problems


check = LakeFormationPlace()
