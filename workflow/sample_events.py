"""
Events for a trial: good ones made from a deployment's schema, some of them twice, and some that have to be refused.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from modules.processing.event_schema import EventField, EventSchema

FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 3
PUT_RECORDS = 500  # most records of one PutRecords call ("Kinesis Data Streams API reference")


@dataclass(frozen=True)
class Sample:
    """*good* by event id; *sent* holds them with duplicates and with *bad* ones among them, in the order they are sent."""

    good: dict[str, dict[str, Any]]
    bad: list[bytes]
    sent: list[bytes]


def sample(schema: EventSchema, count: int, seed: int = 1) -> Sample:
    """*count* records: nine tenths good, one in twenty a duplicate of a good one, one in twenty malformed."""
    chance = random.Random(seed)  # noqa: S311  # a sample, no secret
    twentieth = count // 20
    good = [event(schema, number, chance) for number in range(count - 2 * twentieth)]
    bad = [spoilt(schema, good[number % len(good)], number) for number in range(twentieth)]
    records = [json.dumps(each).encode() for each in good]
    sent = [*records, *chance.sample(records, twentieth), *bad]
    chance.shuffle(sent)
    return Sample({each[schema.event_id]: each for each in good}, bad, sent)


def event(schema: EventSchema, number: int, chance: random.Random) -> dict[str, Any]:
    """An event that fits the schema; its id and its sensitive values tell nothing about anybody."""
    made = {
        field.name: value(field, number, chance) for field in schema.fields if field.required or chance.random() < 0.8
    }
    moment = FIRST_DAY + timedelta(days=number % DAYS, seconds=chance.randrange(86_400))
    return made | {schema.event_id: f"event-{number:06d}", schema.event_time: moment.isoformat().replace("+00:00", "Z")}


def value(field: EventField, number: int, chance: random.Random) -> Any:
    if field.type.startswith("decimal"):
        scale = int(field.type.rstrip(")").split(",")[1])
        return float(Decimal(chance.randrange(100, 99_999)).scaleb(-min(scale, 2)))
    makers: dict[str, Callable[[], Any]] = {
        "string": lambda: f"{field.name}-{number % 50}",
        "integer": lambda: chance.randrange(1, 100),
        "bigint": lambda: chance.randrange(1, 10**12),
        "double": lambda: chance.uniform(0, 1_000),
        "boolean": lambda: chance.random() < 0.5,
        "timestamp": lambda: FIRST_DAY.isoformat().replace("+00:00", "Z"),
        "date": lambda: date(2026, 1, 1 + number % 28).isoformat(),
    }
    return makers[field.type]()


def spoilt(schema: EventSchema, good: dict[str, Any], number: int) -> bytes:
    """A record with one of the usual faults."""
    required = next(field.name for field in schema.fields if field.required)
    faults = [
        b"{not json",
        b"[1, 2]",
        json.dumps({key: each for key, each in good.items() if key != required}).encode(),
        json.dumps(good | {"undeclared": "somebody's secret"}).encode(),
        json.dumps(good | {schema.event_time: "yesterday"}).encode(),
    ]
    return faults[number % len(faults)]


def send(kinesis: Any, stream: str, records: list[bytes]) -> None:
    """Put *records* on *stream*; raises `RuntimeError` when the stream does not take all of them."""
    for start in range(0, len(records), PUT_RECORDS):
        batch = records[start : start + PUT_RECORDS]
        entries = [{"Data": data, "PartitionKey": str(start + index)} for index, data in enumerate(batch)]
        answer = kinesis.put_records(StreamName=stream, Records=entries)
        if answer["FailedRecordCount"]:
            raise RuntimeError(f"{answer['FailedRecordCount']} of {len(batch)} records were not taken by {stream}")
