"""
What the state machine calls after the judging.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import Any

import boto3
from aws_lambda_powertools import Logger

from .promotion import Promotion
from .tokens import Tokenizer

logger = Logger()


def handler(event: dict[str, str], _: object) -> dict[str, Any]:
    """Promote the batch that *event* names, or record why it is not."""
    told = os.environ
    sensitive = frozenset(json.loads(told["SENSITIVE_FIELDS"]))
    tokenizer = Tokenizer.derive(boto3.client("kms"), told["TOKEN_KEY_ID"], told["TOKEN_LABEL"]) if sensitive else None
    promotion = Promotion(
        boto3.client("s3"), told["STAGED_BUCKET"], told["APPROVED_BUCKET"], told["DATASET"], sensitive, tokenizer
    )
    result = promotion.promote(event["batch"], datetime.now(UTC).isoformat(timespec="seconds"))
    logger.info("decided", extra=result)
    return result
