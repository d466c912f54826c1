"""
What a message has to be: `{"entity_id", "version", "event_id", "occurred_at", "data"}` and nothing else.

`entity_id` says what the message is about, `version` (a whole number from 0) which state of it this is, `event_id` names
the message itself, so that copies are known, `occurred_at` is a moment with its zone, and `data` is an object.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NoReturn

Reason = Literal[
    "not_json",
    "not_an_object",
    "missing_field",
    "unknown_field",
    "wrong_type",
    "conflicting_copy",
    "not_storable",
]
"""Why a message is refused. The list is closed: dashboards and repairs rely on it."""

FIELDS = ("entity_id", "version", "event_id", "occurred_at", "data")
LONGEST_ID = 256  # characters; far below the 2,048 bytes of a key
LARGEST_VERSION = 10**18


class RefusedError(Exception):
    """A message that no repetition makes good. *detail* names fields and rules, never a value."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason: Reason = reason
        self.detail = detail


@dataclass(frozen=True)
class Message:
    """One message that makes sense; numbers in *data* are whole or exact decimals."""

    entity_id: str
    version: int
    event_id: str
    occurred_at: str
    data: dict[str, Any]


def parse(body: str) -> Message:
    """The message in *body*; raises RefusedError when it is none."""
    document = _object(body)
    missing, unknown = [name for name in FIELDS if name not in document], set(document) - set(FIELDS)
    if missing:
        raise RefusedError("missing_field", f"required, but absent: {', '.join(missing)}")
    if unknown:
        raise RefusedError("unknown_field", f"{len(unknown)} unknown, the first is {min(unknown)[:100]!a}")
    for name in ("entity_id", "event_id"):
        value = document[name]
        if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_ID:
            raise RefusedError("wrong_type", f"{name}: expected text of 1 to {LONGEST_ID} characters")
    version = document["version"]
    if isinstance(version, bool) or not isinstance(version, int) or not 0 <= version <= LARGEST_VERSION:
        raise RefusedError("wrong_type", f"version: expected a whole number from 0 to {LARGEST_VERSION}")
    if not isinstance(document["data"], dict):
        raise RefusedError("wrong_type", "data: expected an object")
    if not _moment(document["occurred_at"]):
        raise RefusedError("wrong_type", "occurred_at: expected a moment with its zone, as in 2026-01-31T23:59:59Z")
    return Message(**document)


def _object(body: str) -> dict[str, Any]:
    try:
        document = json.loads(body, parse_float=_exact, parse_constant=_no_constant)
        json.dumps(document, ensure_ascii=False, default=str).encode()  # half of a surrogate pair is not text
    except (ValueError, RecursionError) as error:
        raise RefusedError("not_json", "the body is not JSON") from error
    if not isinstance(document, dict):
        raise RefusedError("not_an_object", f"the body is a JSON {type(document).__name__}")
    return document


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError("the exponent of a number is beyond every type") from error


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not JSON")


def _moment(value: object) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
