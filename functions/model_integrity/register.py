"""
The last step of training: sign the model and put it into the registry, where a person decides about it.
"""

from __future__ import annotations

import json
import os
from typing import Any

import boto3
from aws_lambda_powertools import Logger

from . import artefacts
from .card import Card
from .settings import Settings, required
from .statement import Statement, sign

logger = Logger()

REPORTS = ("evaluation.json", "bias.json", "explainability.json")
PENDING = "PendingManualApproval"


class Registrar:
    """Registers the models of one dataset; nothing it registers is approved."""

    def __init__(self, settings: Settings, reports: str, card: Card, clients: dict[str, Any]) -> None:
        self._settings = settings
        self._reports = reports
        self._card = card
        self._s3, self._kms, self._sagemaker = (clients[name] for name in ("s3", "kms", "sagemaker"))

    def register(self, event: dict[str, str]) -> str:
        """The ARN of the model package of the model that *event* names; raises RefusedError when a part of it is missing."""
        settings = self._settings
        model = artefacts.Place.of(event["model"], settings.models, f"models/{settings.dataset}/")
        folder = artefacts.Place.of(f"{event['reports'].rstrip('/')}/", self._reports, f"reports/{settings.dataset}/")
        reports = {name: artefacts.Place(folder.bucket, f"{folder.key}{name}") for name in REPORTS}
        digest, _ = artefacts.sha256(self._s3, model)
        statement = Statement(
            dataset=settings.dataset,
            execution=event["execution"],
            batch=event["batch"],
            artefact=digest,
            image=settings.images[0],
            reports={name: artefacts.sha256(self._s3, place)[0] for name, place in reports.items()},
        )
        evaluation = artefacts.content(self._s3, reports["evaluation.json"])
        places = {name: place.uri for name, place in reports.items()}
        content = self._card.content(statement, model.uri, evaluation, places)
        signature = self._signed(statement)
        self._card.write(self._sagemaker, content)
        answer = self._sagemaker.create_model_package(
            ModelPackageGroupName=settings.group,
            ModelPackageDescription=f"{settings.dataset}, learnt from {statement.batch}",
            ModelApprovalStatus=PENDING,
            InferenceSpecification={
                "Containers": [{"Image": statement.image, "ModelDataUrl": model.uri}],
                "SupportedContentTypes": ["text/csv", "application/json"],
                "SupportedResponseMIMETypes": ["application/json"],
            },
            ModelMetrics={
                "ModelQuality": {"Statistics": _told(reports["evaluation.json"])},
                "Bias": {"Report": _told(reports["bias.json"])},
                "Explainability": {"Report": _told(reports["explainability.json"])},
            },
            CustomerMetadataProperties={
                "signature": signature.uri,
                "sha256": digest,
                "batch": statement.batch,
                "execution": statement.execution,
                "model_card": self._card.name,
            },
        )
        return str(answer["ModelPackageArn"])

    def _signed(self, statement: Statement) -> artefacts.Place:
        """Where the signature file of *statement* now is."""
        file = sign(self._kms, self._settings.key, statement)
        key = f"signatures/{statement.dataset}/{statement.execution}.json"
        self._s3.put_object(Bucket=self._settings.models, Key=key, Body=json.dumps(file, sort_keys=True).encode())
        return artefacts.Place(self._settings.models, key)


def _told(place: artefacts.Place) -> dict[str, str]:
    return {"ContentType": "application/json", "S3Uri": place.uri}


def handler(event: dict[str, str], _: object) -> dict[str, Any]:
    """What the pipeline's Lambda step calls."""
    settings = Settings.load(os.environ, required(os.environ, "IMAGE_URI"))
    clients = {name: boto3.client(name) for name in ("s3", "kms", "sagemaker")}
    reports, card = required(os.environ, "REPORTS_BUCKET"), Card.load(os.environ)
    arn = Registrar(settings, reports, card, clients).register(event)
    logger.info("registered", extra={"model_package_arn": arn})
    return {"statusCode": 200, "model_package_arn": arn}
