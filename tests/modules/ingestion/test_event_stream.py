from __future__ import annotations

import pytest

from modules.dataflow import Load
from modules.errors import InputError
from modules.ingestion.event_stream import shards_for
from tests.modules.sample import build, parameters

STREAM = "stream/stream"


def workload(records, size, peak):
    return {"workload": {"records_per_second": records, "average_record_bytes": size, "peak_factor": peak}}


@pytest.mark.parametrize(
    ("records", "size", "peak", "shards"),
    [
        (200, 900, 5, 1),  # 1000 records and 879 KiB a second
        (200, 900, 6, 2),  # 1200 records
        (10, 102_400, 5, 5),  # 50 records, but 5000 KiB
        (1, 1, 1, 1),
    ],
)
def test_shards_follow_the_peak(records, size, peak, shards):
    """
    A shard takes 1000 records and 1 MiB a second; the peak decides, by records or by bytes.
    """
    assert shards == build(**workload(records, size, peak))[STREAM]["shard_count"]


def test_more_shards_than_the_quota_are_refused():
    """
    A region takes 500 shards; the message names load, need, quota and the way out.
    """
    with pytest.raises(InputError, match=r"501000 records/s .* needs 501 shards.*500.*on_demand"):
        shards_for(Load(501_000, 100, 1))


def test_on_demand_has_no_shard_count():
    """
    A stream that scales by itself is given no number of shards and no metrics by shard.
    """
    stream = parameters(stream={"capacity_mode": "on_demand"})[STREAM]

    assert {"stream_mode": "ON_DEMAND"} == stream["stream_mode_details"]
    assert not {"shard_count", "shard_level_metrics"} & set(stream)


def test_provisioned_is_watched_by_shard(built):
    """
    A hot shard shows in metrics of its own.
    """
    assert {"stream_mode": "PROVISIONED"} == built[STREAM]["stream_mode_details"]
    assert "WriteProvisionedThroughputExceeded" in built[STREAM]["shard_level_metrics"]


@pytest.mark.parametrize(
    ("classification", "hours"), [("public", 24), ("internal", 24), ("confidential", 72), ("restricted", 168)]
)
def test_retention_follows_the_class(classification, hours):
    """
    The more the records matter, the longer they can be read again.
    """
    assert hours == build(classification=classification)[STREAM]["retention_period"]


def test_a_longer_retention_is_kept():
    """
    A deployment may keep records longer than its class demands.
    """
    assert 200 == parameters(stream={"retention_hours": 200})[STREAM]["retention_period"]


def test_the_stream_is_encrypted_with_the_pipelines_key(built):
    """
    A confidential stream is under the pipeline's key.
    """
    assert ("KMS", "<keys/pipeline/key.arn>") == (built[STREAM]["encryption_type"], built[STREAM]["kms_key_id"])


def test_a_restricted_stream_has_its_own_key(restricted):
    """
    A restricted stream is under a key of its own.
    """
    assert "<keys/events/key.arn>" == restricted[STREAM]["kms_key_id"]


def test_capacity_is_told(built):
    """
    One shard is full at 1000 records a second of 900 bytes, which is the peak of the sample.
    """
    assert 1.0 == built.graph.utilization()["events"]


def test_on_demand_grows_to_two_hundred_mebibytes():
    """
    An on-demand stream grows to 200000 records and 200 MiB a second.
    """
    small = parameters(stream={"capacity_mode": "on_demand"}).graph.utilization()["events"]
    large = build(**workload(100, 1_048_576 // 2, 4), parameters={"stream": {"capacity_mode": "on_demand"}})

    assert (0.005, 1.0) == (small, large.graph.utilization()["events"])


def test_throttled_producers_raise_an_alarm(built):
    """
    A single throttled record is told.
    """
    alarm = built["alarms/write_throttles"]

    assert ("WriteProvisionedThroughputExceeded", 0) == (alarm["metric_name"], alarm["threshold"])
    assert {"StreamName": "orders-dev-events"} == alarm["dimensions"]
