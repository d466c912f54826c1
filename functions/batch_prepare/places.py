"""
Where single objects are put: in a bucket, or in a folder when tried on a laptop.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import boto3


def put(url: str, body: bytes) -> None:
    """Write *body* to *url* whole, over what is there: `s3://bucket/key`, or the path of a file."""
    place = urlsplit(url)
    if place.scheme == "s3":
        boto3.client("s3").put_object(Bucket=place.netloc, Key=place.path.lstrip("/"), Body=body)
    else:
        Path(place.path).parent.mkdir(parents=True, exist_ok=True)
        Path(place.path).write_bytes(body)
