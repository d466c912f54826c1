"""
What the state machine calls once a batch is approved.
"""

from __future__ import annotations

import os
from typing import Any

import boto3
from aws_lambda_powertools import Logger

from .ingestion import Ingestion
from .settings import Settings

logger = Logger()


def handler(event: dict[str, str], _: object) -> dict[str, Any]:
    """Put the approved rows of the batch that *event* names into the feature group."""
    features = boto3.client("sagemaker-featurestore-runtime")
    result = Ingestion(Settings.load(os.environ), boto3.client("s3"), features).ingest(event["batch"])
    logger.info("ingested", extra={"batch": event["batch"], **result})
    return {"batch": event["batch"], **result}
