from __future__ import annotations

import gzip
import io
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from workflow.package import package

ROOT = Path(__file__).parents[2]
FIELDS = [
    ("order_id", "string", True),
    ("placed_at", "timestamp", True),
    ("email", "string", False),
    ("amount", "decimal(12,2)", False),
    ("items", "integer", False),
    ("points", "bigint", False),
    ("weight", "double", False),
    ("gift", "boolean", False),
    ("due", "date", False),
]
STAMPS = [("event_id", "string"), ("ingested_at", "timestamp")]
TOTAL, MALFORMED, DUPLICATES = 500, 25, 25  # 5 % each


@pytest.fixture(name="variables")
def _variables(client):
    key = client("kms").create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyMetadata"]["Arn"]
    schema = {"fields": [{"name": name, "type": kind, "required": required} for name, kind, required in FIELDS]}
    return {
        "EVENT_SCHEMA": json.dumps(schema),
        "SENSITIVE_FIELDS": '["email"]',
        "TOKEN_KEY_ID": key,
        "TOKEN_LABEL": "v1",
        "DELIVERY_STREAM": "delivery",
        "QUARANTINE_BUCKET": "quarantine",
        "QUARANTINE_PREFIX": "orders/",
        "EVENT_ID_FIELD": "order_id",
        "EVENT_TIME_FIELD": "placed_at",
        "POWERTOOLS_SERVICE_NAME": "orders",
    }


@pytest.fixture(name="delivery")
def _delivery(client, role):
    """
    The delivery stream into the bucket `lake`, by the table of the catalog.
    """
    glue = {"integer": "int"}
    columns = [{"Name": name, "Type": glue.get(kind, kind)} for name, kind, *_ in [*FIELDS, *STAMPS]]
    client("glue").create_database(DatabaseInput={"Name": "orders"})
    client("glue").create_table(
        DatabaseName="orders",
        TableInput={
            "Name": "orders",
            "StorageDescriptor": {"Columns": columns},
            "PartitionKeys": [{"Name": "event_date", "Type": "string"}],
        },
    )
    role_arn = role("delivery")
    client("firehose").create_delivery_stream(
        DeliveryStreamName="delivery",
        ExtendedS3DestinationConfiguration={
            "BucketARN": "arn:aws:s3:::lake",
            "RoleARN": role_arn,
            "Prefix": "orders/event_date=!{partitionKeyFromQuery:event_date}/",
            "ErrorOutputPrefix": "errors/!{firehose:error-output-type}/",
            "BufferingHints": {"SizeInMBs": 64, "IntervalInSeconds": 60},
            "DynamicPartitioningConfiguration": {"Enabled": True},
            "ProcessingConfiguration": {
                "Enabled": True,
                "Processors": [
                    {
                        "Type": "MetadataExtraction",
                        "Parameters": [
                            {"ParameterName": "MetadataExtractionQuery", "ParameterValue": "{event_date:.event_date}"},
                            {"ParameterName": "JsonParsingEngine", "ParameterValue": "JQ-1.6"},
                        ],
                    }
                ],
            },
            "DataFormatConversionConfiguration": {
                "Enabled": True,
                "InputFormatConfiguration": {"Deserializer": {"OpenXJsonSerDe": {}}},
                "OutputFormatConfiguration": {"Serializer": {"ParquetSerDe": {"Compression": "SNAPPY"}}},
                "SchemaConfiguration": {
                    "RoleARN": role_arn,
                    "DatabaseName": "orders",
                    "TableName": "orders",
                    "Region": "eu-central-1",
                    "VersionId": "LATEST",
                },
            },
        },
    )


def order(number):
    return {
        "order_id": f"o-{number}",
        "placed_at": f"2026-01-{1 + number % 3:02}T10:00:00.5Z",
        "email": f"{number % 7}@example.com",
        "amount": 12.5,
        "items": number,
        "points": 2**53 + 1,
        "weight": 0.25,
        "gift": True,
        "due": "2026-02-28",
    }


@pytest.fixture(name="flow")
def _flow(sources, bucket, variables, delivery, function, feed, put):
    """
    What lies in the lake and in quarantine after 500 records, 5 % malformed and 5 % duplicates.
    """
    lake, quarantine = bucket("lake"), bucket("quarantine")
    function(
        "",
        handler="stream_transform.handler.handler",
        archive=package("stream_transform", ROOT).path.read_bytes(),
        variables=variables,
    )
    feed("transform", BatchSize=100, MaximumRetryAttempts=2, FunctionResponseTypes=["ReportBatchItemFailures"])
    good = [json.dumps(order(number)).encode() for number in range(TOTAL - MALFORMED - DUPLICATES)]
    put(*[b"{", b'{"order_id":1}', *[b"not json"] * (MALFORMED - 2)], *good, *good[:DUPLICATES])
    sources.drain(240)
    return lake(), quarantine()


def test_events_become_typed_rows_by_date(flow):
    """
    Every good event is a row of Parquet with the declared types below its date; every bad one is in quarantine.
    """
    lake, quarantine = flow
    tables = {key.split("/")[1]: pq.read_table(io.BytesIO(body)) for key, body in sorted(lake.items())}
    everything = pa.concat_tables([pq.read_table(io.BytesIO(body)) for body in lake.values()])
    rows = everything.to_pylist()
    first = next(row for row in rows if row["order_id"] == "o-0")
    refused = [json.loads(line) for body in quarantine.values() for line in gzip.decompress(body).splitlines()]

    assert {f"event_date=2026-01-0{day}" for day in (1, 2, 3)} == set(tables)
    assert TOTAL - MALFORMED == len(rows)
    assert TOTAL - MALFORMED - DUPLICATES == len({row["event_id"] for row in rows})
    assert MALFORMED == len(refused)
    assert {"not_json", "missing_field"} == {line["reason"] for line in refused}
    assert [
        ("order_id", pa.string()),
        ("placed_at", pa.timestamp("us")),
        ("email", pa.string()),
        ("amount", pa.decimal128(12, 2)),
        ("items", pa.int32()),
        ("points", pa.int64()),
        ("weight", pa.float64()),
        ("gift", pa.bool_()),
        ("due", pa.date32()),
        ("event_id", pa.string()),
        ("ingested_at", pa.timestamp("us")),
    ] == [(field.name, field.type) for field in everything.schema]
    assert (Decimal("12.50"), 2**53 + 1, date(2026, 2, 28), datetime(2026, 1, 1, 10, 0, 0, 500000)) == (  # noqa: DTZ001
        first["amount"],
        first["points"],
        first["due"],
        first["placed_at"],
    )
    assert 7 == len({row["email"] for row in rows})
    assert all(row["email"].startswith("v1:") for row in rows)
    assert not any(b"@example.com" in body for body in lake.values())
