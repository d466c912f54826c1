from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.stream_transform.schema import RefusedError, Schema, parse
from functions.stream_transform.settings import Field


def written(kind, text, *, required=False):
    """
    What the JSON value in *text* becomes in a field of type *kind*.
    """
    field = Field("value", "decimal", required, 12, 2) if kind == "decimal(12,2)" else Field("value", kind, required)
    return Schema((field,)).values(parse(f'{{"value":{text}}}'.encode()))["value"]


def refused(kind, text, *, required=False):
    with pytest.raises(RefusedError) as caught:
        written(kind, text, required=required)
    return caught.value.reason


ACCEPTED = [
    ("string", '"a"', "a"),
    ("string", '""', ""),
    ("string", '"\\u0000 \\ud83d\\ude00"', "\0 \U0001f600"),
    ("string", "null", None),
    ("integer", "-2147483648", -2147483648),
    ("integer", "2147483647", 2147483647),
    ("bigint", "9223372036854775807", 9223372036854775807),
    ("bigint", "-9223372036854775808", -9223372036854775808),
    ("double", "1", 1.0),
    ("double", "-1.5e300", -1.5e300),
    ("double", "1e-999", 0.0),
    ("boolean", "true", True),
    ("boolean", "false", False),
    ("date", '"2024-02-29"', "2024-02-29"),
    ("date", '"0001-01-01"', "0001-01-01"),
    ("timestamp", '"2026-01-31T23:30:00-01:00"', "2026-02-01T00:30:00.000000Z"),
    ("timestamp", '"2026-01-31T23:59:59.123456Z"', "2026-01-31T23:59:59.123456Z"),
    ("timestamp", '"2026-01-31T23:59:59.123456789Z"', "2026-01-31T23:59:59.123456Z"),
    ("timestamp", '"0999-01-01T00:00:00Z"', "0999-01-01T00:00:00.000000Z"),
    ("decimal(12,2)", "12.5", "12.50"),
    ("decimal(12,2)", '"12.50"', "12.50"),
    ("decimal(12,2)", "12", "12.00"),
    ("decimal(12,2)", "12.5000", "12.50"),
    ("decimal(12,2)", "1e9", "1000000000.00"),
    ("decimal(12,2)", "-9999999999.99", "-9999999999.99"),
    ("decimal(12,2)", "0", "0.00"),
    ("decimal(12,2)", "-0.0", "0.00"),
    ("decimal(12,2)", "0e999999", "0.00"),
    ("decimal(12,2)", "0.01", "0.01"),
    ("decimal(12,2)", "100e-2", "1.00"),
]

REFUSED = [
    ("string", "1", "wrong_type"),
    ("string", '"\\ud800"', "wrong_type"),
    ("integer", "2147483648", "out_of_range"),
    ("integer", "-2147483649", "out_of_range"),
    ("integer", "1.0", "wrong_type"),
    ("integer", "true", "wrong_type"),
    ("integer", '"1"', "wrong_type"),
    ("bigint", "9223372036854775808", "out_of_range"),
    ("bigint", "false", "wrong_type"),
    ("double", "1e999", "out_of_range"),
    ("double", "1" + "0" * 400, "out_of_range"),
    ("double", "true", "wrong_type"),
    ("double", '"1.5"', "wrong_type"),
    ("double", "NaN", "not_json"),
    ("double", "-Infinity", "not_json"),
    ("double", "1e99999999999999999999", "not_json"),
    ("boolean", "1", "wrong_type"),
    ("boolean", '"true"', "wrong_type"),
    ("date", '"2026-02-29"', "out_of_range"),
    ("date", '"2026-2-9"', "wrong_type"),
    ("date", '"20260209"', "wrong_type"),
    ("date", '"2026-02-09\\n"', "wrong_type"),
    ("date", '"x2026-02-09"', "wrong_type"),
    ("timestamp", '"2026-01-31T23:30:00"', "wrong_type"),
    ("timestamp", '"2026-01-31 23:30:00Z"', "wrong_type"),
    ("timestamp", '"2026-01-31T25:00:00Z"', "out_of_range"),
    ("timestamp", '"2026-01-31T23:59:60Z"', "out_of_range"),
    ("timestamp", '"0001-01-01T00:00:00+01:00"', "out_of_range"),
    ("timestamp", "1769902200", "wrong_type"),
    ("decimal(12,2)", "12.505", "out_of_range"),
    ("decimal(12,2)", "10000000000", "out_of_range"),
    ("decimal(12,2)", "1e999999", "out_of_range"),
    ("decimal(12,2)", "1e-999999", "out_of_range"),
    ("decimal(12,2)", '"1e3"', "wrong_type"),
    ("decimal(12,2)", '"NaN"', "wrong_type"),
    ("decimal(12,2)", '"٣"', "wrong_type"),
    ("decimal(12,2)", "true", "wrong_type"),
    ("string", "{}", "wrong_type"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), ACCEPTED)
def test_accepts_and_normalizes(kind, text, expected):
    """
    A value of its type stands in the row in the one form that the format conversion reads.
    """
    value = written(kind, text)

    assert (type(expected), expected) == (type(value), value)


@pytest.mark.parametrize(("kind", "text", "reason"), REFUSED)
def test_refuses(kind, text, reason):
    """
    A value outside its type is refused with the reason from the closed list.
    """
    assert reason == refused(kind, text)


def test_refuses_absent_and_null_required_fields():
    """
    A required field is present and not null.
    """
    schema = Schema((Field("value", "string", required=True),))
    with pytest.raises(RefusedError, match="missing_field: required, but absent: value"):
        schema.values({})

    assert "missing_field" == refused("string", "null", required=True)


def test_refuses_undeclared_fields():
    """
    An undeclared field could carry personal data, so it is refused, not dropped.
    """
    schema = Schema((Field("value", "string", required=False),))

    with pytest.raises(RefusedError, match="unknown_field: 1 undeclared, the first is 'Value'"):
        schema.values({"Value": "a"})


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"\xff", "not_json"),
        (b"{}{}", "not_json"),
        (b"[" * 200_000, "not_json"),
        (b"1" * 5000, "not_json"),
        (b"[]", "not_an_object"),
        (b"null", "not_an_object"),
        (b'{"a":1,"a":2}', "duplicate_field"),
    ],
)
def test_refuses_payloads(payload, reason):
    """
    Only one JSON object in UTF-8, with each name once, is an event.
    """
    with pytest.raises(RefusedError) as caught:
        parse(payload)

    assert reason == caught.value.reason


def test_details_hold_no_values():
    """
    The detail of a refusal names fields and rules, never the value.
    """
    for kind, text, _ in REFUSED:
        with pytest.raises(RefusedError) as caught:
            written(kind, text)
        value = text.strip('"')

        assert len(value) < 6 or value not in caught.value.detail


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists, max_leaves=4))
def test_any_value_is_taken_or_refused(value):
    """
    Whatever a producer sends, a field gives a value or a refusal, never another error.
    """
    for kind in ("string", "integer", "bigint", "double", "boolean", "timestamp", "date", "decimal(12,2)"):
        with contextlib.suppress(RefusedError):
            json.dumps(written(kind, json.dumps(value)), allow_nan=False)
