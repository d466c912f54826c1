"""
Tokens of the same form as those of the stream: `<label>:<base64url of HMAC-SHA256(key, text), without padding>`.

The key is the MAC that KMS makes of the label, asked for once a cold start; with the same KMS key and label a value has the
same token in a stream's table and in training data.
"""

from __future__ import annotations

import base64
import hmac
from typing import Any


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

    def token(self, text: str) -> str:
        """The token of *text* as it stands in CSV; of an empty one it is empty, since there is nothing to hide."""
        if not text:
            return ""
        mac = hmac.digest(self._key, text.encode(), "sha256")
        return f"{self._label}:{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"
