"""
Results as objects, one for each message: `<prefix>sent_date=YYYY-MM-DD/<message id>.json`.

The key depends on the message alone, and S3 writes it only when it is not there yet. So a message that comes twice, also to
two workers at a time, has one result, and the second worker learns that it is done. The bucket's default encryption applies.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError

DONE = "PreconditionFailed"


class Results:
    """Writes below *prefix* in one bucket."""

    def __init__(self, s3: Any, bucket: str, prefix: str) -> None:
        self._s3 = s3
        self._bucket = bucket
        self._prefix = prefix

    def write(self, message: dict[str, Any], content: bytes) -> bool:
        """Keep *content* as the result of *message*; whether it was the first time."""
        try:
            self._s3.put_object(Bucket=self._bucket, Key=key(self._prefix, message), Body=content, IfNoneMatch="*")
        except ClientError as error:
            if error.response["Error"]["Code"] == DONE:
                return False
            raise
        return True


def key(prefix: str, message: dict[str, Any]) -> str:
    """The object's key for *message*, by the day it was first sent."""
    sent = datetime.fromtimestamp(int(message["Attributes"]["SentTimestamp"]) / 1000, UTC)
    return f"{prefix}sent_date={sent:%Y-%m-%d}/{message['MessageId']}.json"
