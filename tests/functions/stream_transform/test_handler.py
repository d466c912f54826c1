from __future__ import annotations

import base64
import gzip
import json
from types import SimpleNamespace

import boto3
import pytest
from moto import mock_aws

from functions.stream_transform import handler as entry

REGION = "eu-central-1"
KEY = "orders/ingest_date=2026-01-31/shardId-000000000000-49590002.json.gz"


@pytest.fixture(name="context")
def _context():
    return SimpleNamespace(
        function_name="orders-dev-transform",
        memory_limit_in_mb=256,
        invoked_function_arn="arn:aws:lambda:eu-central-1:111122223333:function:orders-dev-transform",
        aws_request_id="11111111-2222-3333-4444-555555555555",
    )


@pytest.fixture(name="s3")
def _s3():
    s3 = boto3.client("s3", REGION)
    for bucket in ("orders-dev-quarantine", "orders-dev-curated"):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    return s3


@pytest.fixture(name="aws")
def _aws(monkeypatch, environment):
    """
    An empty account with the HMAC key of the function, whose environment stands in the process.
    """
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        key = boto3.client("kms", REGION).create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")
        for name, value in (environment | {"TOKEN_KEY_ID": key["KeyMetadata"]["Arn"]}).items():
            monkeypatch.setenv(name, value)
        entry.pipeline.cache_clear()
        yield
        entry.pipeline.cache_clear()


@pytest.fixture(name="delivered")
def _delivered(aws, s3):
    """
    The rows that reached the lake.
    """
    boto3.client("firehose", REGION).create_delivery_stream(
        DeliveryStreamName="orders-dev-delivery",
        ExtendedS3DestinationConfiguration={
            "BucketARN": "arn:aws:s3:::orders-dev-curated",
            "RoleARN": "arn:aws:iam::111122223333:role/orders-dev-delivery",
        },
    )

    def read():
        listed = s3.list_objects_v2(Bucket="orders-dev-curated").get("Contents", [])
        bodies = [s3.get_object(Bucket="orders-dev-curated", Key=item["Key"])["Body"].read() for item in listed]
        return [json.loads(line) for body in bodies for line in body.splitlines()]

    return read


@pytest.fixture(name="quarantined")
def _quarantined(aws, s3):
    """
    What the quarantine bucket holds under the key of a batch whose second record is the first bad one.
    """

    def read():
        body = s3.get_object(Bucket="orders-dev-quarantine", Key=KEY)["Body"].read()
        return [json.loads(line) for line in gzip.decompress(body).splitlines()]

    return read


@pytest.fixture(name="batch")
def _batch(record, event):
    """
    Two good and two bad records.
    """
    payloads = [event, b"{", event | {"order_id": "o-2"}, event | {"email": 5}]
    return {"Records": [record(payload, number) for number, payload in enumerate(payloads, 1)]}


def test_good_records_become_rows(delivered, batch, context):
    """
    Each good record of a batch is one row of the lake, and nothing is reported.
    """
    answer = entry.handler(batch, context)

    assert {"batchItemFailures": []} == answer
    assert ["o-1", "o-2"] == [row["event_id"] for row in delivered()]


def test_bad_records_are_quarantined_whole(delivered, quarantined, batch, context):
    """
    Bad records stand in one object of the batch with reason, origin and original bytes.
    """
    entry.handler(batch, context)
    first, second = quarantined()

    assert {
        "reason": "not_json",
        "detail": "the payload is not JSON in UTF-8",
        "sequence_number": "49590002",
        "partition_key": "key-2",
        "arrived_at": "2026-01-31T23:30:00.987Z",
        "payload": base64.b64encode(b"{").decode(),
    } == first
    assert ("wrong_type", "49590004") == (second["reason"], second["sequence_number"])


def test_a_retry_writes_the_same_quarantine_object(delivered, quarantined, batch, context, s3):
    """
    A batch that comes again does not add a second quarantine object, nor change the first.
    """
    entry.handler(batch, context)
    first = s3.get_object(Bucket="orders-dev-quarantine", Key=KEY)["Body"].read()
    entry.handler(batch, context)
    [listed] = s3.list_objects_v2(Bucket="orders-dev-quarantine")["Contents"]
    time_in_gzip_header = first[4:8]

    assert KEY == listed["Key"]
    assert bytes(4) == time_in_gzip_header
    assert first == s3.get_object(Bucket="orders-dev-quarantine", Key=KEY)["Body"].read()


def test_bad_records_are_reported_when_quarantine_is_out_of_reach(delivered, s3, batch, context):
    """
    A bad record that could not be stored comes again; the good ones of its batch are in the lake.
    """
    s3.delete_bucket(Bucket="orders-dev-quarantine")
    answer = entry.handler(batch, context)

    assert ["49590002", "49590004"] == [item["itemIdentifier"] for item in answer["batchItemFailures"]]
    assert 2 == len(delivered())


def test_good_records_are_reported_when_delivery_fails(aws, s3, batch, context, monkeypatch):
    """
    A good record that the delivery stream does not take comes again, even if no record of the batch got anywhere.
    """
    monkeypatch.setattr("functions.stream_transform.delivery.FIRST_PAUSE", 0)
    answer = entry.handler({"Records": batch["Records"][::2]}, context)

    assert ["49590001", "49590003"] == [item["itemIdentifier"] for item in answer["batchItemFailures"]]


def test_a_bug_ends_the_invocation(delivered, batch, context):
    """
    A record that Lambda could not have made is no bad record but a bug, and is raised.
    """
    del batch["Records"][0]["kinesis"]["data"]

    with pytest.raises(KeyError):
        entry.handler(batch, context)


def test_logs_and_metrics_hold_no_values(delivered, batch, context, capsys):
    """
    Neither a log line nor a metric tells a value of a record; metrics count what became of the records.
    """
    entry.handler(batch, context)
    text = capsys.readouterr().out
    metrics = json.loads(text.splitlines()[-1])

    assert [4, 2, 0] == [metrics[f"Records{name}"][0] for name in ("Received", "Refused", "NotDelivered")]
    assert "ada@example.com" not in text
    assert "o-1" not in text


def test_derives_the_key_once(delivered, batch, context, monkeypatch):
    """
    A warm function makes tokens without asking KMS again.
    """
    entry.handler(batch, context)
    monkeypatch.setenv("TOKEN_KEY_ID", "gone")
    entry.handler(batch, context)
    tokens = {row["email"] for row in delivered()}

    assert 1 == len(tokens)
    assert tokens.pop().startswith("v1:")
