from __future__ import annotations

import pytest
from botocore.exceptions import ClientError

from functions.stream_transform.delivery import ATTEMPTS, MAXIMUM_BYTES, Delivery, calls
from functions.stream_transform.rows import Row


class Firehose:
    """
    A delivery stream in memory that refuses each line as often as *refusals* says, or fails the first *outages* calls.
    """

    def __init__(self, refusals=None, outages=0):
        self.refusals = dict(refusals or {})
        self.outages = outages
        self.calls = []
        self.taken = []

    def put_record_batch(self, *, DeliveryStreamName, Records):  # noqa: ARG002, N803
        lines = [record["Data"] for record in Records]
        self.calls.append(lines)
        if len(self.calls) <= self.outages:
            raise ClientError({"Error": {"Code": "ServiceUnavailableException"}}, "PutRecordBatch")
        return {"RequestResponses": [self._answer(line) for line in lines]}

    def _answer(self, line):
        if self.refusals.get(line, 0):
            self.refusals[line] -= 1
            return {"ErrorCode": "ServiceUnavailableException", "ErrorMessage": "Slow down."}
        self.taken.append(line)
        return {"RecordId": "r"}


@pytest.fixture(name="pauses")
def _pauses():
    return []


@pytest.fixture(name="deliver")
def _deliver(pauses):
    return lambda firehose, rows: Delivery(firehose, "lake", pauses.append).write(rows)


def rows(*lines):
    return [Row(f"s-{line.decode()}", line) for line in lines]


def test_sends_only_refused_entries_again(deliver, pauses):
    """
    An entry that was taken is not sent a second time; before each further attempt there is a pause.
    """
    firehose = Firehose({b"b": 2})
    left = deliver(firehose, rows(b"a", b"b", b"c"))

    assert set() == left
    assert [[b"a", b"b", b"c"], [b"b"], [b"b"]] == firehose.calls
    assert 2 == len(pauses)


def test_reports_what_stays_refused(deliver, pauses):
    """
    After the last attempt the entries still refused are named by their sequence numbers.
    """
    firehose = Firehose({b"b": 99})
    left = deliver(firehose, rows(b"a", b"b"))

    assert {"s-b"} == left
    assert ATTEMPTS == len(firehose.calls)
    assert all(0 <= pause <= 0.8 for pause in pauses)


def test_a_failed_call_takes_nothing(deliver):
    """
    A call that fails as a whole is made again, and reported when it keeps failing.
    """
    assert set() == deliver(Firehose(outages=1), rows(b"a"))
    assert {"s-a"} == deliver(Firehose(outages=ATTEMPTS), rows(b"a"))


def test_no_rows_no_call(deliver):
    """
    A batch without good records makes no call.
    """
    firehose = Firehose()
    deliver(firehose, [])

    assert [] == firehose.calls


def test_calls_respect_the_number_of_entries():
    """
    No call has more than 500 entries.
    """
    many = rows(*[str(number).encode() for number in range(1001)])

    assert [500, 500, 1] == [len(call) for call in calls(many)]
    assert many == [row for call in calls(many) for row in call]


def test_calls_respect_the_size():
    """
    No call carries more than 4 MiB.
    """
    quarter = MAXIMUM_BYTES // 4

    assert [4, 1] == [len(call) for call in calls([Row(str(n), b"x" * quarter) for n in range(5)])]
    assert [3, 2] == [len(call) for call in calls([Row(str(n), b"x" * (quarter + 1)) for n in range(5)])]
