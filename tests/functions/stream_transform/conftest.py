from __future__ import annotations

import base64
import json

import pytest
from aws_lambda_powertools.utilities.data_classes.kinesis_stream_event import KinesisStreamRecord

SCHEMA = [
    {"name": "order_id", "type": "string", "required": True},
    {"name": "placed_at", "type": "timestamp", "required": True},
    {"name": "email", "type": "string"},
    {"name": "amount", "type": "decimal(12,2)"},
    {"name": "items", "type": "integer"},
    {"name": "points", "type": "bigint"},
    {"name": "weight", "type": "double"},
    {"name": "gift", "type": "boolean"},
    {"name": "due", "type": "date"},
]


@pytest.fixture(name="environment")
def _environment():
    return {
        "EVENT_SCHEMA": json.dumps({"fields": SCHEMA}),
        "SENSITIVE_FIELDS": '["email"]',
        "TOKEN_KEY_ID": "arn:aws:kms:eu-central-1:111122223333:key/6f2a",
        "TOKEN_LABEL": "v1",
        "DELIVERY_STREAM": "orders-dev-delivery",
        "QUARANTINE_BUCKET": "orders-dev-quarantine",
        "QUARANTINE_PREFIX": "orders/",
        "EVENT_ID_FIELD": "order_id",
        "EVENT_TIME_FIELD": "placed_at",
    }


@pytest.fixture(name="event")
def _event():
    """
    A valid event.
    """
    return {"order_id": "o-1", "placed_at": "2026-01-31T23:30:00-01:00", "email": "ada@example.com", "amount": 12.5}


@pytest.fixture(name="record")
def _record():
    """
    A record of a Kinesis event, as Lambda hands it over, with *payload* (bytes, or something for JSON).
    """

    def make(payload, number=1):
        data = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        return {
            "kinesis": {
                "kinesisSchemaVersion": "1.0",
                "partitionKey": f"key-{number}",
                "sequenceNumber": f"4959{number:04}",
                "data": base64.b64encode(data).decode(),
                "approximateArrivalTimestamp": 1769902200.987,
            },
            "eventSource": "aws:kinesis",
            "eventVersion": "1.0",
            "eventID": f"shardId-000000000000:4959{number:04}",
            "eventName": "aws:kinesis:record",
            "invokeIdentityArn": "arn:aws:iam::111122223333:role/orders-dev-transform",
            "awsRegion": "eu-central-1",
            "eventSourceARN": "arn:aws:kinesis:eu-central-1:111122223333:stream/orders-dev-events",
        }

    return make


@pytest.fixture(name="wrapped")
def _wrapped(record):
    return lambda payload, number=1: KinesisStreamRecord(record(payload, number))
