from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, listed

OLD = re.compile(
    r"(python(2\.|3\.[0-9]$)|nodejs(\d|1[0-8])?(\.|$)|java8$|go1|dotnet(core|[5-7])|ruby(2|3\.[0-2])|provided$)"
)
"""Runtimes that are deprecated by the end of 2025 (AWS Lambda, "Lambda runtimes")."""


class LambdaOwnCode(Policy):
    """
    The code of a function is an archive of the repository, bound by its hash, without layers or images from elsewhere.

    Why: code from a bucket, a layer or an image can be swapped after the plan was judged.
    Fix: set filename, source_code_hash and a runtime that is maintained; put dependencies into the archive.
    """

    looks_at = ("file_system_config", "filename", "source_code_hash", "image_uri", "layers", "s3_bucket")

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
        elsewhere = [
            name for name in ("file_system_config", "image_uri", "layers", "s3_bucket") if listed(resource.get(name))
        ]
        problems = [f"runs code from elsewhere ({name})" for name in elsewhere]
        if OLD.match(str(resource.get("runtime", ""))):
            problems.append(f"runs on {resource['runtime']}, which gets no patches any more")
        whole = resource.get("filename") and resource.get("source_code_hash")
        return problems if whole else [*problems, "its code is not bound by a hash"]


check = LambdaOwnCode()
