"""
Where the images of containers are kept: encrypted, scanned, and never changed under the same name.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated

from bindings import Construct
from bindings.aws import EcrLifecyclePolicy, EcrRepository
from modules.dataflow import Statement
from modules.foundation.addon_registry import PULL
from modules.foundation.key import Key
from modules.foundation.role import Role, principal_trust
from modules.params import text
from modules.pipeline import Pipeline

ImageDigest = Annotated[
    str,
    text(
        r"^sha256:[0-9a-f]{64}$",
        "the digest of an image: sha256: and 64 hexadecimal digits, as `docker push` prints it",
    ),
]

KEPT_IMAGES = 30  # enough to go back many releases; the one that runs is among them as long as fewer follow it
UNTAGGED_DAYS = 14  # what nobody has named by then was never released


PUSH = (
    *("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages"),
    *("ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"),
)


class ImageRepository(Construct):
    """A repository of images of *thing* under *key*; *publishers* take on a role that adds images and removes none."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        pipeline: Pipeline,
        key: Key,
        publishers: Sequence[str],
        thing: str = "worker",
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self.name = pipeline.resource_name(thing)
        self.repository = EcrRepository(
            self,
            "repository",
            name=self.name,
            image_tag_mutability="IMMUTABLE",
            image_scanning_configuration={"scan_on_push": True},
            encryption_configuration=[{"encryption_type": "KMS", "kms_key": key.arn}],
            tags={"classification": pipeline.classification},
        )
        EcrLifecyclePolicy(self, "lifecycle", repository=self.repository.name, policy=json.dumps({"rules": _rules()}))
        self.arn = pipeline.arn("ecr", f"repository/{self.repository.name}")
        self.publishing = pipeline.process("publisher", "publisher")
        self.publishing.requires(self._token(), Statement(PUSH, (self.arn,)))
        self.publisher = Role(
            self, "publisher", pipeline=pipeline, process=self.publishing, trust=[principal_trust(publishers)]
        )

    def image(self, digest: str) -> str:
        """The image with *digest*, in words that are known at synth, since machines get them encoded."""
        host = f"{self._pipeline.environment.account_id}.{self._pipeline.service('dkr.ecr')}"
        return f"{host}/{self.name}@{digest}"

    def pull_statements(self) -> list[Statement]:
        """What somebody needs to fetch an image; no key, since ECR opens what it keeps."""
        return [self._token(), Statement(PULL, (self.arn,))]

    def _token(self) -> Statement:
        """ECR does not scope the sign-in to a repository."""
        region = {"StringEquals": {"aws:RequestedRegion": self._pipeline.environment.region}}
        return Statement(("ecr:GetAuthorizationToken",), ("*",), region)


def _rules() -> list[dict[str, object]]:
    untagged = {
        "tagStatus": "untagged",
        "countType": "sinceImagePushed",
        "countUnit": "days",
        "countNumber": UNTAGGED_DAYS,
    }
    newest = {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": KEPT_IMAGES}
    return [
        {"rulePriority": number, "selection": selection, "action": {"type": "expire"}}
        for number, selection in enumerate((untagged, newest), start=1)
    ]
