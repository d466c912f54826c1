from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class EcrRepositories(Policy):
    """
    A repository of images encrypts with a key of its own stack, scans what is pushed, never lets a tag move, is not deleted
    with what it holds, and says when images go.

    Why: what runs is what is in here; a tag that moves runs something nobody reviewed, and images nobody needs keep flaws.
    Fix: set encryption_configuration to KMS with a key of the stack, image_tag_mutability to IMMUTABLE, scan_on_push, and add
    an aws_ecr_lifecycle_policy.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure repositories of images are encrypted, scanned, immutable and cleaned up",
            id="MR_ECR_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_ecr_repository"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Key, tags, scan, deletion and lifecycle.
        """
        encryption = block(resource.get("encryption_configuration"))
        problem = (
            self.key_problem(encryption.get("kms_key")) if encryption.get("encryption_type") == "KMS" else "no KMS"
        )
        problems = [problem] if problem else []
        if resource.get("image_tag_mutability") != "IMMUTABLE":
            problems.append("lets tags move")
        if block(resource.get("image_scanning_configuration")).get("scan_on_push") is not True:
            problems.append("does not scan what is pushed")
        if resource.get("force_delete") is True:
            problems.append("is deleted with the images it holds")
        names = (resource.get("name"), resource["id"])
        cleaned = any(item.get("repository") in names for item in self.planned("aws_ecr_lifecycle_policy"))
        return problems if cleaned else [*problems, "has no lifecycle policy"]


check = EcrRepositories()
