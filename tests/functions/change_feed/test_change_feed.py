from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from functions.change_feed import handler as entry
from functions.change_feed.changes import Change, change

CONTEXT = SimpleNamespace(
    function_name="payments-dev-change-feed",
    memory_limit_in_mb=512,
    invoked_function_arn="arn:aws:lambda:eu-central-1:111122223333:function:payments-dev-change-feed",
    aws_request_id="11111111-2222-3333-4444-555555555555",
)


def record(number=1, **images):
    """A record of a DynamoDB stream's event."""
    return {
        "eventName": "MODIFY",
        "dynamodb": {
            "ApproximateCreationDateTime": 1769902200,
            "Keys": {"entity_id": {"S": "p-1"}},
            "SequenceNumber": str(number),
            **images,
        },
    }


class Firehose:
    """Takes entries up to the one called *refused*."""

    def __init__(self, refused=None):
        self.lines, self.refused = [], refused

    def put_record_batch(self, *, DeliveryStreamName, Records):  # noqa: N803  # boto3's names
        assert DeliveryStreamName == "payments-dev-archive"
        numbers = [json.loads(each["Data"])["sequence_number"] for each in Records]
        self.lines += numbers
        return {"RequestResponses": [{"ErrorCode": "x"} if each == self.refused else {} for each in numbers]}


@pytest.fixture(name="feed")
def _feed(monkeypatch):
    """
    Passes records on to a delivery stream; its answer, and what the stream was given.
    """
    monkeypatch.setenv("DELIVERY_STREAM", "payments-dev-archive")

    def run(records, refused=None):
        firehose = Firehose(refused)
        monkeypatch.setattr(entry, "firehose", lambda: firehose)
        return entry.handler({"Records": records}, CONTEXT), firehose.lines

    return run


def test_a_change_is_one_line():
    """
    A line holds the keys and the item before and after the change.
    """
    made = change(record(OldImage={"version": {"N": "1"}}, NewImage={"version": {"N": "2"}}))

    assert made.line.endswith(b"}\n")
    assert {
        "change": "modify",
        "changed_at": "2026-01-31T23:30:00Z",
        "sequence_number": "1",
        "keys": {"entity_id": "p-1"},
        "before": {"version": 1},
        "after": {"version": 2},
    } == json.loads(made.line)


def test_an_insert_has_nothing_before():
    """
    What was not there is null.
    """
    assert json.loads(change(record(NewImage={"version": {"N": "1"}})).line)["before"] is None


@pytest.mark.parametrize(
    ("number", "written"),
    [("12", 12), ("12.5", 12.5), ("0.1", 0.1), ("1.2345678901234567890123", "1.2345678901234567890123")],
)
def test_no_digit_is_lost(number, written):
    """
    A number that no double holds exactly is text.
    """
    line = change(record(NewImage={"amount": {"N": number}})).line

    assert written == json.loads(line)["after"]["amount"]


def test_all_are_delivered(feed):
    """
    A batch goes on in its order, more than one call takes included.
    """
    answer, lines = feed([record(number) for number in range(1, 702)])

    assert {"batchItemFailures": []} == answer
    assert [str(number) for number in range(1, 702)] == lines


def test_the_first_that_was_not_taken_is_named(feed):
    """
    What the stream refuses, and all after it, comes again.
    """
    answer, lines = feed([record(number) for number in range(1, 702)], refused="300")

    assert {"batchItemFailures": [{"itemIdentifier": "300"}]} == answer
    assert 500 == len(lines)


def test_calls_respect_the_bytes():
    """
    A call holds four MiB at most.
    """
    changes = [Change(str(number), b"x" * 1_500_000) for number in range(5)]

    assert [2, 2, 1] == [len(call) for call in entry.calls(changes)]
