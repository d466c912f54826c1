"""
How fast the stream function turns records into rows: parsing, checking, tokenizing and writing JSON, without any call.
"""

from __future__ import annotations

import base64
import json
import time

from aws_lambda_powertools.utilities.data_classes.kinesis_stream_event import KinesisStreamRecord

from functions.stream_transform.rows import Transformer
from functions.stream_transform.settings import Settings
from functions.stream_transform.tokens import Tokenizer

RECORDS = 10_000
RECORD_BYTES = 1_024
FIELDS = [
    {"name": "order_id", "type": "string", "required": True},
    {"name": "ordered_at", "type": "timestamp", "required": True},
    {"name": "customer_email", "type": "string", "required": True},
    {"name": "amount", "type": "decimal(12,2)", "required": True},
    {"name": "quantity", "type": "integer", "required": True},
    {"name": "note", "type": "string", "required": True},
]
ENVIRONMENT = {
    "EVENT_SCHEMA": json.dumps({"fields": FIELDS}),
    "SENSITIVE_FIELDS": '["customer_email"]',
    "TOKEN_KEY_ID": "none",
    "TOKEN_LABEL": "v1",
    "DELIVERY_STREAM": "none",
    "QUARANTINE_BUCKET": "none",
    "QUARANTINE_PREFIX": "",
    "EVENT_ID_FIELD": "order_id",
    "EVENT_TIME_FIELD": "ordered_at",
}


def records_per_second() -> float:
    """Records of 1 KiB for each second of processor time on this machine."""
    transformer = Transformer(Settings.load(ENVIRONMENT), Tokenizer("v1", b"a key for measuring"))
    records = [record(number) for number in range(RECORDS)]
    started = time.process_time()
    rows, _ = transformer.split(records)
    return len(rows) / (time.process_time() - started)


def record(number: int) -> KinesisStreamRecord:
    event = {
        "order_id": f"order-{number}",
        "ordered_at": "2026-01-31T23:59:59.123Z",
        "customer_email": f"customer-{number}@example.com",
        "amount": 12.5,
        "quantity": 3,
        "note": "",
    }
    event["note"] = "x" * (RECORD_BYTES - len(json.dumps(event)))
    kinesis = {
        "partitionKey": str(number),
        "sequenceNumber": str(number),
        "data": base64.b64encode(json.dumps(event).encode()).decode(),
        "approximateArrivalTimestamp": 1769902200.5,
    }
    return KinesisStreamRecord({"eventID": f"shardId-000000000000:{number}", "kinesis": kinesis})
