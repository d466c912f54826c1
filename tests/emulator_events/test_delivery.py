from __future__ import annotations

import base64
import gzip
import json
import re

import pytest

from workflow.emulator.events import DrainError

QUERY = "{event_date:.event_date}"
PARTITIONED = {
    "Prefix": "orders/event_date=!{partitionKeyFromQuery:event_date}/",
    "ErrorOutputPrefix": "errors/!{firehose:error-output-type}/",
    "DynamicPartitioningConfiguration": {"Enabled": True},
    "BufferingHints": {"SizeInMBs": 64, "IntervalInSeconds": 60},
}


def extraction(query):
    """
    The processing with a metadata extraction by *query*.
    """
    parameters = {"MetadataExtractionQuery": query, "JsonParsingEngine": "JQ-1.6"}
    pairs = [{"ParameterName": name, "ParameterValue": value} for name, value in parameters.items()]
    return {
        "ProcessingConfiguration": {
            "Enabled": True,
            "Processors": [{"Type": "MetadataExtraction", "Parameters": pairs}],
        }
    }


@pytest.fixture(name="lake")
def _lake(bucket):
    return bucket("lake")


@pytest.fixture(name="deliver")
def _deliver(client, role, lake, sources):
    """
    Make a delivery stream into the lake; put records on it and drain.
    """

    def make(source=None, **destination):
        kind = (
            {"DeliveryStreamType": "KinesisStreamAsSource", "KinesisStreamSourceConfiguration": source}
            if source
            else {}
        )
        client("firehose").create_delivery_stream(
            DeliveryStreamName="delivery",
            ExtendedS3DestinationConfiguration={
                "BucketARN": "arn:aws:s3:::lake",
                "RoleARN": role("delivery"),
                **destination,
            },
            **kind,
        )

        def put(*records):
            entries = [{"Data": record} for record in records]
            if entries:
                client("firehose").put_record_batch(DeliveryStreamName="delivery", Records=entries)
            sources.drain(60)

        return put

    return make


def rows(*dates):
    return [json.dumps({"event_date": day, "n": number}).encode() + b"\n" for number, day in enumerate(dates)]


def test_records_stand_one_after_another(deliver, lake):
    """
    Without settings the records of a buffer are one object, unchanged and undivided, named as Firehose names it.
    """
    deliver()(b"a\n", b"b")
    [(key, body)] = lake().items()

    assert b"a\nb" == body
    assert re.fullmatch(r"(\d+/){4}delivery-1(-\d+){6}-[0-9a-f-]{36}", key)


def test_one_record_is_delivered_too(deliver, lake, client, sources):
    """
    PutRecord is delivered as PutRecordBatch is.
    """
    deliver()
    client("firehose").put_record(DeliveryStreamName="delivery", Record={"Data": b"a"})
    sources.drain(60)

    assert [b"a"] == list(lake().values())


def test_nothing_is_written_before_its_time(deliver, lake):
    """
    A drain without records writes no object.
    """
    deliver()()

    assert {} == lake()


def test_gzip(deliver, lake):
    """
    Compressed objects end with .gz and hold the records.
    """
    deliver(CompressionFormat="GZIP")(b"a\n", b"b\n")
    [(key, body)] = lake().items()

    assert b"a\nb\n" == gzip.decompress(body)
    assert key.endswith(".gz")


def test_delimiter(deliver, lake):
    """
    The delimiter processor puts its text after each record.
    """
    processor = {
        "Type": "AppendDelimiterToRecord",
        "Parameters": [{"ParameterName": "Delimiter", "ParameterValue": "\\n"}],
    }
    deliver(ProcessingConfiguration={"Enabled": True, "Processors": [processor]})(b"a", b"b")

    assert [b"a\nb\n"] == list(lake().values())


def test_a_buffer_is_cut_at_its_size(deliver, lake):
    """
    An object is closed when the size hint is reached.
    """
    deliver(BufferingHints={"SizeInMBs": 1, "IntervalInSeconds": 60})(*[b"x" * 700_000] * 3)

    assert [700_000, 1_400_000] == sorted(len(body) for body in lake().values())


def test_dynamic_partitioning(deliver, lake):
    """
    Records go to the partition that the query finds in them.
    """
    deliver(**PARTITIONED, **extraction(QUERY))(*rows("2026-01-31", "2026-02-01", "2026-01-31"))
    found = {key.rpartition("/")[0]: body.count(b"\n") for key, body in lake().items()}

    assert {"orders/event_date=2026-01-31": 2, "orders/event_date=2026-02-01": 1} == found


@pytest.mark.parametrize(
    "record", [b"{", b"[]", b"{}", b'{"event_date":null}', b'{"event_date":{}}', b'{"event_date":""}']
)
def test_records_without_partition_go_to_the_error_prefix(deliver, lake, record):
    """
    A record in which the query finds nothing is kept whole below the error prefix, and the others are delivered.
    """
    deliver(**PARTITIONED, **extraction(QUERY))(record, *rows("2026-01-31"))
    found = {key.rpartition("/")[0]: body for key, body in lake().items()}
    refused = json.loads(found["errors/processing-failed"])

    assert {"errors/processing-failed", "orders/event_date=2026-01-31"} == set(found)
    assert record == base64.b64decode(refused["rawData"])
    assert "DynamicPartitioning.MetadataExtractionFailed" == refused["errorCode"]


@pytest.mark.parametrize(
    "query", [".event_date", "{event_date:.a.b}", "{event_date:.a|ascii}", "{}", '{"event_date":.a}']
)
def test_other_queries_are_told(deliver, lake, query):
    """
    A query of another form is a problem that the drain tells, and the records are kept below the error prefix.
    """
    put = deliver(**PARTITIONED, **extraction(query))
    with pytest.raises(DrainError, match=r"only {name:\.field,\.\.\.} is emulated"):
        put(*rows("2026-01-31"))
    [key] = lake()

    assert key.startswith("errors/processing-failed/")


def test_a_refused_object_is_told_once(deliver, lake, client):
    """
    Records whose object S3 refuses are lost, and the next drain, and only that, says how many and why.
    """
    put = deliver()
    client("s3").delete_bucket(Bucket="lake")

    with pytest.raises(DrainError, match=r"2 records of delivery stream delivery.*role/delivery.*NoSuchBucket"):
        put(b"a", b"b")
    put()


def test_the_destinations_key_is_used(deliver, client, lake):
    """
    Objects are encrypted with the key the destination names.
    """
    key = client("kms").create_key()["KeyMetadata"]["Arn"]
    deliver(EncryptionConfiguration={"KMSEncryptionConfig": {"AWSKMSKeyARN": key}})(b"a")
    [name] = lake()

    assert key == client("s3").head_object(Bucket="lake", Key=name)["SSEKMSKeyId"]


def test_a_stream_feeds_a_delivery_stream(deliver, lake, stream, role, put, sources):
    """
    A delivery stream with a Kinesis source delivers what arrives on the stream after it was made.
    """
    put(b"before")
    deliver({"KinesisStreamARN": stream, "RoleARN": role("archive")}, CompressionFormat="GZIP", Prefix="raw/")
    put(b"a", b"b")
    sources.drain(60)

    assert [b"ab"] == [gzip.decompress(body) for body in lake().values()]


def test_moto_delivers_again_when_the_sources_stop(deliver, lake, client, sources):
    """
    Stopping the sources gives the delivery back to moto, which writes at once.
    """
    deliver()
    sources.stop()
    client("firehose").put_record(DeliveryStreamName="delivery", Record={"Data": b"a"})

    assert 1 == len(lake())
