from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account, block, blocks, tag

RELEASED = re.compile(
    r"s3://[a-z0-9-]+-released-(?P<account>\d{12})-[a-z0-9-]+/released/[a-z0-9_]+/[0-9a-f]{64}/model\.tar\.gz"
)
"""Where training's release puts what it has verified, in a folder that is named by the digest of the file."""

BY_DIGEST = re.compile(r"(?P<repository>[^@]+)@sha256:[0-9a-f]{64}")
VERSION = re.compile(r"arn:[a-z-]+:sagemaker:[a-z0-9-]+:(?P<account>\d{12}):model-package/[a-z0-9-]+/[1-9]\d*")
DIGEST = re.compile(r"[0-9a-f]{64}")
MANIFEST = "MODEL_MANIFEST_SHA256"
OTHER_SOURCES = ("inference_specification_name", "model_data_source", "model_package_name", "multi_model_config")


class MlModelReleased(Policy):
    """
    A model in use is one that training has released, named by the digest of its file, of its manifest and of its image, and by
    the version that was approved.

    Why: only the release has verified approval, signature and digests; any other file is one that somebody put somewhere.
    Fix: let model_data_url name released/<dataset>/<SHA-256>/model.tar.gz in the bucket of releases, image the digest of an image
    in a repository of the stack, the variable MODEL_MANIFEST_SHA256 the signed digest of the manifest, and the tag model_package
    the ARN of the approved version.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure only a signed, approved and released model is served",
            id="MR_SERVE_1",
            categories=[CheckCategories.SUPPLY_CHAIN],
            supported_resources=["aws_sagemaker_model"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        One container, and where its file, its image and its approval are from.
        """
        containers = [*blocks(resource.get("primary_container")), *blocks(resource.get("container"))]
        if len(containers) != 1:
            return [f"has {len(containers)} containers; what was signed is one"]
        [container] = containers
        owner = account(resource)
        url, image = str(container.get("model_data_url")), str(container.get("image"))
        file, named = RELEASED.fullmatch(url), BY_DIGEST.fullmatch(image)
        version = VERSION.fullmatch(tag(resource, "model_package"))
        own = {item.get("name") for item in self.planned("aws_ecr_repository")}
        manifest = str(block(container.get("environment")).get(MANIFEST))
        rules = {
            f"loads {url}, which is no released model of the account": bool(file and file["account"] == owner),
            f"runs {image}, which is not named by digest in a repository of the stack": bool(
                named and named["repository"].partition("/")[2] in own
            ),
            f"does not say in {MANIFEST} which manifest was signed": bool(DIGEST.fullmatch(manifest)),
            "does not say in its tag model_package which version was approved": bool(
                version and version["account"] == owner
            ),
        }
        problems = [problem for problem, held in rules.items() if not held]
        return problems + [f"takes a model by {name}" for name in OTHER_SOURCES if container.get(name)]


check = MlModelReleased()
