from __future__ import annotations

import json

import pytest

from functions.stream_transform.rows import MAXIMUM_ROW, Transformer
from functions.stream_transform.settings import Settings
from functions.stream_transform.tokens import Tokenizer


@pytest.fixture(name="tokenizer")
def _tokenizer():
    return Tokenizer("v1", b"k" * 32)


@pytest.fixture(name="transformer")
def _transformer(environment, tokenizer):
    return Transformer(Settings.load(environment), tokenizer)


def test_row_is_one_compact_line(transformer, wrapped, event):
    """
    A row is one line of compact JSON.
    """
    [row], [] = transformer.split([wrapped(event)])

    assert b"\n" == row.line[-1:]
    assert 1 == row.line.count(b"\n")
    assert b'{"order_id":"o-1","placed_at":' == row.line[:30]


def test_row_holds_declared_fields_and_stamps(transformer, tokenizer, wrapped, event):
    """
    A row holds every declared field, absent ones as null, sensitive ones as tokens, and the three stamps.
    """
    [row], [] = transformer.split([wrapped(event)])

    assert {
        "order_id": "o-1",
        "placed_at": "2026-02-01T00:30:00.000000Z",
        "email": tokenizer.token("ada@example.com"),
        "amount": "12.50",
        "items": None,
        "points": None,
        "weight": None,
        "gift": None,
        "due": None,
        "event_id": "o-1",
        "event_date": "2026-02-01",
        "ingested_at": "2026-01-31T23:30:00.987Z",
    } == json.loads(row.line)


def test_sensitive_identifier_is_a_token_in_its_stamp_too(environment, tokenizer, wrapped, event):
    """
    A sensitive event id does not come back in clear text through `event_id`.
    """
    settings = Settings.load(environment | {"SENSITIVE_FIELDS": '["order_id"]'})
    [row], [] = Transformer(settings, tokenizer).split([wrapped(event)])

    assert tokenizer.token("o-1") == json.loads(row.line)["event_id"]
    assert b"o-1" not in row.line


def test_sensitive_decimal_joins_with_equal_numbers(environment, tokenizer, wrapped, event):
    """
    A sensitive decimal's token ignores trailing zeros, so that it joins across scales.
    """
    settings = Settings.load(environment | {"SENSITIVE_FIELDS": '["amount"]'})
    [row], [] = Transformer(settings, tokenizer).split([wrapped(event)])

    assert tokenizer.token("12.5") == json.loads(row.line)["amount"]


def test_separates_good_from_bad(transformer, wrapped, event):
    """
    Each record becomes a row or a refusal, in the order of the batch.
    """
    records = [wrapped(event, 1), wrapped(b"{", 2), wrapped(event | {"ssn": "1"}, 3), wrapped(event, 4)]
    rows, refusals = transformer.split(records)

    assert ["49590001", "49590004"] == [row.sequence_number for row in rows]
    assert ["not_json", "unknown_field"] == [refusal.error.reason for refusal in refusals]


def test_refuses_a_row_beyond_the_firehose_limit(transformer, wrapped, event):
    """
    A row that no Firehose record can hold is refused instead of retried for ever.
    """
    [fits], [] = transformer.split([wrapped(event | {"order_id": ""})])
    room = (MAXIMUM_ROW - len(fits.line)) // 2  # the text stands in order_id and in event_id
    [row], [] = transformer.split([wrapped(event | {"order_id": "x" * room})])
    [], [refusal] = transformer.split([wrapped(event | {"order_id": "x" * (room + 1)})])

    assert MAXIMUM_ROW - 1 <= len(row.line) <= MAXIMUM_ROW
    assert "too_large" == refusal.error.reason
