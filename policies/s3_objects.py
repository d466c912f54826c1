from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource


class S3Objects(Policy):
    """
    An object that a stack puts somewhere is encrypted with a key of the stack that rotates, or as its bucket says.

    Why: an object under another key is lost to its bucket's owner, and may be readable elsewhere.
    Fix: set kms_key_id to a key of the stack, or leave it and server_side_encryption out; set no acl.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure objects of a stack are encrypted with a key of its own",
            id="MR_S3_14",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_s3_object"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Its key, its encryption and its access list.
        """
        key = resource.get("kms_key_id")
        problem = self.key_problem(key) if key else ""
        problems = [problem] if problem else []
        if resource.get("server_side_encryption") == "AES256":
            problems.append("is encrypted with a key of S3")
        return [*problems, f"has the access list {resource['acl']}"] if resource.get("acl") else problems


check = S3Objects()
