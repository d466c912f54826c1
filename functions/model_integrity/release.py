"""
The way to deployment: a model is copied to where endpoints read from when it is approved, signed, in a pinned image, and
byte for byte what was signed. Anything else is refused with its reason, and nothing is written.
"""

from __future__ import annotations

import json
import os
from typing import Any

import boto3
from aws_lambda_powertools import Logger

from . import artefacts
from .settings import Settings, required
from .statement import RefusedError, Statement, verified

logger = Logger()


class Releaser:
    """Releases models of one group into the bucket *released*."""

    def __init__(self, settings: Settings, released: str, clients: dict[str, Any]) -> None:
        self._settings = settings
        self._released = released
        self._s3, self._kms, self._sagemaker = (clients[name] for name in ("s3", "kms", "sagemaker"))

    def release(self, arn: str) -> str:
        """Where the model of the package *arn* was released to; raises RefusedError."""
        package = self._approved(arn)
        image, model = self._container(package)
        body, statement = self._statement(package)
        self._compare(package, statement, image)
        digest, tag = artefacts.sha256(self._s3, model)
        if digest != statement.artefact:
            raise RefusedError("tampered", f"{model.uri} has the SHA-256 {digest}, and {statement.artefact} was signed")
        folder = f"released/{statement.dataset}/{digest}"
        self._s3.copy_object(
            Bucket=self._released,
            Key=f"{folder}/model.tar.gz",
            CopySource={"Bucket": model.bucket, "Key": model.key},
            CopySourceIfMatch=tag,  # what is copied is what was measured
        )
        release = json.loads(body) | {"model_package_arn": arn}
        self._s3.put_object(
            Bucket=self._released,
            Key=f"{folder}/release.json",
            Body=json.dumps(release, sort_keys=True).encode(),
        )
        return f"s3://{self._released}/{folder}/model.tar.gz"

    def _approved(self, arn: str) -> dict[str, Any]:
        package: dict[str, Any] = self._sagemaker.describe_model_package(ModelPackageName=arn)
        status = package.get("ModelApprovalStatus")
        if status != "Approved":
            raise RefusedError("unapproved", f"{arn} is {status}; a person approves it in the registry first")
        if package.get("ModelPackageGroupName") != self._settings.group:
            raise RefusedError("place", f"{arn} is not of the group {self._settings.group}")
        return package

    def _container(self, package: dict[str, Any]) -> tuple[str, artefacts.Place]:
        containers = package.get("InferenceSpecification", {}).get("Containers", [])
        if len(containers) != 1:
            raise RefusedError("image", f"the package has {len(containers)} containers; it must have one")
        image = containers[0].get("Image", "")
        if image not in self._settings.images:
            raise RefusedError("image", f"{image!r} is none of the pinned images: {', '.join(self._settings.images)}")
        url = containers[0].get("ModelDataUrl", "")
        return image, artefacts.Place.of(url, self._settings.models, f"models/{self._settings.dataset}/")

    def _statement(self, package: dict[str, Any]) -> tuple[bytes, Statement]:
        uri = package.get("CustomerMetadataProperties", {}).get("signature", "")
        if not uri:
            raise RefusedError("unsigned", "the package names no signature")
        place = artefacts.Place.of(uri, self._settings.models, f"signatures/{self._settings.dataset}/")
        try:
            body = artefacts.content(self._s3, place)
        except RefusedError as error:
            raise RefusedError("unsigned", f"there is no signature at {uri}") from error
        return body, verified(self._kms, self._settings.key, body)

    def _compare(self, package: dict[str, Any], statement: Statement, image: str) -> None:
        """A signature of one model is no signature of another."""
        if statement.image != image:
            raise RefusedError(
                "unsigned", f"the package runs in {image}, which nobody signed; {statement.image} was signed"
            )
        if statement.dataset != self._settings.dataset:
            raise RefusedError(
                "signature", f"it is of the dataset {statement.dataset}, not of {self._settings.dataset}"
            )
        told = package["CustomerMetadataProperties"]
        for name, signed in (
            ("execution", statement.execution),
            ("batch", statement.batch),
            ("sha256", statement.artefact),
        ):
            if told.get(name) != signed:
                raise RefusedError(
                    "signature", f"the package says {name} {told.get(name)!r}, and {signed!r} was signed"
                )


def handler(event: dict[str, Any], _: object) -> dict[str, str]:
    """What EventBridge calls when the status of a model package changes."""
    settings = Settings.load(os.environ, required(os.environ, "PINNED_IMAGES"))
    clients = {name: boto3.client(name) for name in ("s3", "kms", "sagemaker")}
    arn = event["detail"]["ModelPackageArn"]
    try:
        uri = Releaser(settings, required(os.environ, "RELEASED_BUCKET"), clients).release(arn)
    except RefusedError as error:
        logger.exception("refused", extra={"model_package_arn": arn, "reason": error.reason, "detail": str(error)})
        raise
    logger.info("released", extra={"model_package_arn": arn, "released": uri})
    return {"released": uri}
