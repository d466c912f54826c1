from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed


class LambdaOwnCode(Policy):
    """
    The code of a function is an archive of the repository, bound by its hash, without layers or images from elsewhere.

    Why: code from a bucket, a layer or an image can be swapped after the plan was judged.
    Fix: set filename and source_code_hash; put dependencies into the archive.
    """

    looks_at = ("filename", "source_code_hash", "image_uri", "layers", "s3_bucket")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the code of a function is an archive whose hash is in the plan",
            id="MR_LAMBDA_6",
            categories=[CheckCategories.SUPPLY_CHAIN],
            supported_resources=["aws_lambda_function"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is an archive with a hash, and nothing beside it.
        """
        elsewhere = [name for name in ("image_uri", "layers", "s3_bucket") if listed(resource.get(name))]
        problems = [f"runs code from elsewhere ({name})" for name in elsewhere]
        whole = resource.get("filename") and resource.get("source_code_hash")
        return problems if whole else [*problems, "its code is not bound by a hash"]


check = LambdaOwnCode()
