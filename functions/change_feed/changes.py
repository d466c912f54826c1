"""
A change of an item as a line of JSON: which item, what happened, and the item before and after it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from boto3.dynamodb.types import TypeDeserializer

_deserializer = TypeDeserializer()


@dataclass(frozen=True)
class Change:
    """*line* ends with a newline; *sequence_number* is where the change stands in the stream."""

    sequence_number: str
    line: bytes


def change(record: dict[str, Any]) -> Change:
    """The change in *record*, one of the records of a DynamoDB stream's event."""
    found = record["dynamodb"]
    moment = datetime.fromtimestamp(found["ApproximateCreationDateTime"], UTC)
    document = {
        "change": record["eventName"].lower(),
        "changed_at": moment.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "sequence_number": found["SequenceNumber"],
        "keys": _plain(found["Keys"]),
        "before": _plain(found.get("OldImage")),
        "after": _plain(found.get("NewImage")),
    }
    return Change(
        found["SequenceNumber"], json.dumps(document, default=_number, separators=(",", ":")).encode() + b"\n"
    )


def _plain(image: dict[str, Any] | None) -> dict[str, Any] | None:
    return {name: _deserializer.deserialize(value) for name, value in image.items()} if image else None


def _number(value: object) -> int | float | str:
    """A number as it is; one that no double holds exactly is text, so that no digit is lost."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is not JSON")
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)
