from __future__ import annotations

import base64
import hashlib
import hmac
from decimal import Decimal

import pytest

from functions.stream_transform.tokens import Tokenizer

KEY = bytes(range(32))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("ada@example.com", "ada@example.com"),
        (" Ada ", " Ada "),
        (5, "5"),
        (5.0, "5"),
        (5.25, "5.25"),
        (-0.0, "0"),
        (1e21, "1000000000000000000000"),
        (Decimal("12.50"), "12.5"),
        (Decimal("1200.00"), "1200"),
        (1200, "1200"),
        (True, "true"),
    ],
)
def test_token_is_the_mac_of_the_canonical_text(value, text):
    """
    A token is the label and the HMAC-SHA256 of the value's canonical text in base64url without padding.
    """
    mac = hmac.new(KEY, text.encode(), hashlib.sha256).digest()
    expected = "v1:" + base64.urlsafe_b64encode(mac).decode().rstrip("=")

    assert expected == Tokenizer("v1", KEY).token(value)


def test_null_stays_null():
    """
    A null hides nothing, so it has no token.
    """
    assert Tokenizer("v1", KEY).token(None) is None


def test_another_key_gives_other_tokens():
    """
    Without the key nobody can try values out.
    """
    assert Tokenizer("v1", KEY).token("a") != Tokenizer("v1", KEY[::-1]).token("a")
