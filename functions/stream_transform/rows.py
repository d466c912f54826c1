"""
From the records of a batch to rows for the lake and refusals for quarantine. Pure: no clock, no calls.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from aws_lambda_powertools.utilities.data_classes.kinesis_stream_event import KinesisStreamRecord

from .schema import RefusedError, Schema, Value, parse
from .settings import Field, Settings
from .tokens import Tokenizer

MAXIMUM_ROW = 1000 * 1024
"""Bytes of one row, line feed included: the limit of a Firehose record."""


@dataclass(frozen=True)
class Row:
    """One line for the lake and the record it came from."""

    sequence_number: str
    line: bytes


@dataclass(frozen=True)
class Refusal:
    """A record that becomes no row, and why."""

    record: KinesisStreamRecord
    error: RefusedError


class Transformer:
    """Makes rows of records. *tokenizer* is None where no field is sensitive."""

    def __init__(self, settings: Settings, tokenizer: Tokenizer | None) -> None:
        self._settings = settings
        self._schema = Schema(settings.fields)
        self._tokenizer = tokenizer

    def split(self, records: list[KinesisStreamRecord]) -> tuple[list[Row], list[Refusal]]:
        """The rows and the refusals of *records*, each in the order of the batch."""
        rows, refusals = [], []
        for record in records:
            try:
                rows.append(self._row(record))
            except RefusedError as error:
                refusals.append(Refusal(record, error))
        return rows, refusals

    def _row(self, record: KinesisStreamRecord) -> Row:
        clear = self._schema.values(parse(record.kinesis.data_as_bytes()))
        shown = {field.name: self._shown(field, clear[field.name]) for field in self._settings.fields}
        stamps: dict[str, Value] = {
            "event_id": str(shown[self._settings.event_id_field]),
            "event_date": str(clear[self._settings.event_time_field])[:10],
            "ingested_at": arrival(record),
        }
        line = json.dumps(shown | stamps, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
        if len(line) > MAXIMUM_ROW:
            raise RefusedError("too_large", f"the row has {len(line)} bytes; Firehose takes {MAXIMUM_ROW}")
        return Row(record.kinesis.sequence_number, line)

    def _shown(self, field: Field, value: Value) -> Value:
        if self._tokenizer is None or field.name not in self._settings.sensitive:
            return value
        exact = Decimal(value) if field.type == "decimal" and value is not None else value
        return self._tokenizer.token(exact)


def arrival(record: KinesisStreamRecord) -> str:
    """When the stream took *record*: ISO 8601 in UTC with milliseconds, as `2026-01-31T23:59:59.123Z`."""
    seconds, milliseconds = divmod(round(record.kinesis.approximate_arrival_timestamp * 1000), 1000)
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}.{milliseconds:03}Z"
