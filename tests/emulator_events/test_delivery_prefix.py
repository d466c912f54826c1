from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workflow.emulator.delivery_prefix import check_prefix, error_prefix, prefix
from workflow.emulator.problems import NotEmulatedError

ARRIVAL = datetime(2026, 1, 31, 23, 5, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("", "2026/01/31/23/"),
        ("raw/", "raw/2026/01/31/23/"),
        ("raw/day=!{timestamp:yyyy-MM-dd}/hour=!{timestamp:HH}/", "raw/day=2026-01-31/hour=23/"),
        ("!{timestamp:yyyy'-'MM'T'mm.ss}/", "2026-01T05.09/"),
        ("orders/event_date=!{partitionKeyFromQuery:event_date}/", "orders/event_date=2026-01-30/"),
    ],
)
def test_prefix(template, expected):
    """
    A prefix with an expression is evaluated as it stands; one without gets the time folders.
    """
    assert expected == prefix(template, ARRIVAL, {"event_date": "2026-01-30"})


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("", "format-conversion-failed/2026/01/31/23/"),
        ("errors/", "errors/format-conversion-failed/2026/01/31/23/"),
        ("errors/!{firehose:error-output-type}/!{timestamp:yyyy}/", "errors/format-conversion-failed/2026/"),
    ],
)
def test_error_prefix(template, expected):
    """
    An error prefix tells the kind of error, by its expression or by itself.
    """
    assert expected == error_prefix(template, ARRIVAL, "format-conversion-failed")


@pytest.mark.parametrize(
    "template", ["!{timestamp:EEE}", "!{partitionKeyFromQuery:day}", "!{partitionKeyFromLambda:x}", "!{firehose:else}"]
)
def test_unknown_expressions_are_refused(template):
    """
    An expression that is not emulated is an error, not an empty text.
    """
    with pytest.raises(NotEmulatedError):
        check_prefix(template, frozenset({"event_date"}))
