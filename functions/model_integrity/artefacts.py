"""
Objects in S3 and their digests.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

from botocore.exceptions import ClientError

from .statement import RefusedError

CHUNK = 1024 * 1024  # bytes read at a time, so that a large model needs little memory


@dataclass(frozen=True)
class Place:
    """An object of S3."""

    bucket: str
    key: str

    @classmethod
    def of(cls, uri: str, bucket: str, prefix: str) -> Self:
        """The place `s3://...`; raises RefusedError unless it is in *bucket* below *prefix*."""
        parts = urlsplit(uri)
        key = parts.path.removeprefix("/")
        strange = parts.query or parts.fragment or ".." in key.split("/")
        if parts.scheme != "s3" or parts.netloc != bucket or not key.startswith(prefix) or strange:
            raise RefusedError("place", f"{uri!r} is not in s3://{bucket}/{prefix}")
        return cls(bucket, key)

    @property
    def uri(self) -> str:
        return f"s3://{self.bucket}/{self.key}"


def sha256(s3: Any, place: Place) -> tuple[str, str]:
    """The SHA-256 of an object in hexadecimal, and the entity tag of the bytes that it was made of."""
    answer = _got(s3, place)
    digest = hashlib.sha256()
    for chunk in answer["Body"].iter_chunks(CHUNK):
        digest.update(chunk)
    return digest.hexdigest(), answer["ETag"]


def content(s3: Any, place: Place) -> bytes:
    """An object's bytes; raises RefusedError when there is none."""
    return bytes(_got(s3, place)["Body"].read())


def _got(s3: Any, place: Place) -> Any:
    try:
        return s3.get_object(Bucket=place.bucket, Key=place.key)
    except ClientError as error:
        if error.response["Error"]["Code"] not in ("NoSuchKey", "NoSuchBucket", "404"):
            raise
        raise RefusedError("missing", f"{place.uri} is not there") from error
