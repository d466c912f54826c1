"""
Tokens: equal values give equal tokens, and nobody without the key can go back or try values out.

A token is `<label>:<base64url of HMAC-SHA256(key, text), without padding>`. The *text* is the value as its row would
carry it in clear: strings as they are, timestamps in UTC, numbers in plain decimal notation without trailing zeros,
booleans as true or false. Neither the field's name nor its type goes in, so equal texts join across fields,
deployments and time, as long as the KMS key and the label stay the same.

The key is the MAC that KMS makes of the label with its HMAC key: asked for once a cold start, so that the cost and
the request rate of KMS do not grow with the records, while the KMS key itself never leaves KMS. Whoever may call
kms:GenerateMac with that key can make tokens; a new label is a new key, and old tokens then join no new ones.
"""

from __future__ import annotations

import base64
import hmac
from decimal import Decimal
from typing import Any

from .schema import Value


class Tokenizer:
    """Makes tokens with one derived key."""

    def __init__(self, label: str, key: bytes) -> None:
        self._label = label
        self._key = key

    @classmethod
    def derive(cls, kms: Any, key_id: str, label: str) -> Tokenizer:
        """The tokenizer whose key is KMS's MAC of *label*; one KMS call."""
        answer = kms.generate_mac(KeyId=key_id, Message=label.encode(), MacAlgorithm="HMAC_SHA_256")
        return cls(label, answer["Mac"])

    def token(self, value: Value | Decimal) -> str | None:
        """The token of *value*; of None it is None, since there is nothing to hide."""
        if value is None:
            return None
        mac = hmac.digest(self._key, _text(value).encode(), "sha256")
        return f"{self._label}:{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def _text(value: str | float | bool | Decimal) -> str:  # noqa: FBT001  # a value of the event, not a flag
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if not value:
        return "0"  # also of -0.0
    text = format(value if isinstance(value, Decimal) else Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
