"""
Refused records, kept whole in the quarantine bucket, so that they can be repaired and replayed.

One object for each batch with refusals: `<prefix>ingest_date=YYYY-MM-DD/<shard>-<first refused sequence number>.json.gz`,
by the arrival of the first refused record. Key and content depend on the records alone, so a retry of the same batch
writes the same object again. A retry that starts later in the batch, or a halved batch, can write records a second
time under another key; `sequence_number` tells them apart. The bucket's default encryption applies.
"""

from __future__ import annotations

import gzip
import json
from typing import Any

from aws_lambda_powertools import Logger
from botocore.exceptions import BotoCoreError, ClientError

from .delivery import code
from .rows import Refusal, arrival

logger = Logger(child=True)


class Quarantine:
    """Writes below *prefix* in one bucket."""

    def __init__(self, s3: Any, bucket: str, prefix: str) -> None:
        self._s3 = s3
        self._bucket = bucket
        self._prefix = prefix

    def write(self, refusals: list[Refusal]) -> set[str]:
        """The sequence numbers of the *refusals* that could not be stored: none of them, or all."""
        if not refusals:
            return set()
        body = gzip.compress(b"".join(_line(refusal) for refusal in refusals), mtime=0)
        try:
            self._s3.put_object(Bucket=self._bucket, Key=key(self._prefix, refusals[0]), Body=body)
        except (BotoCoreError, ClientError) as error:
            logger.warning("refused records not stored", extra={"error": code(error), "records": len(refusals)})
            return {refusal.record.kinesis.sequence_number for refusal in refusals}
        return set()


def key(prefix: str, first: Refusal) -> str:
    """The object's key for a batch whose first refusal is *first*."""
    shard = first.record.event_id.partition(":")[0]
    return f"{prefix}ingest_date={arrival(first.record)[:10]}/{shard}-{first.record.kinesis.sequence_number}.json.gz"


def _line(refusal: Refusal) -> bytes:
    record = refusal.record.kinesis
    document = {
        "reason": refusal.error.reason,
        "detail": refusal.error.detail,
        "sequence_number": record.sequence_number,
        "partition_key": record.partition_key,
        "arrived_at": arrival(refusal.record),
        "payload": record.data,
    }
    return json.dumps(document, separators=(",", ":")).encode() + b"\n"
