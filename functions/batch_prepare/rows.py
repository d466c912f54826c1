"""
From lines to rows and refusals, by the same checks and tokens as the stream's. Pure: no clock, no calls.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from stream_transform.schema import RefusedError, Schema, Value, parse
from stream_transform.settings import Field, Settings
from stream_transform.tokens import Tokenizer

SPARK_TYPES = {"integer": "int"}


class Rows:
    """Makes rows of lines. *tokenizer* is None where no field is sensitive."""

    def __init__(self, settings: Settings, tokenizer: Tokenizer | None) -> None:
        self._settings = settings
        self._schema = Schema(settings.fields)
        self._tokenizer = tokenizer

    def of(self, lines: Iterable[str]) -> Iterator[tuple[str | None, str | None]]:
        """For each line its row as JSON and None, or None and the refusal as JSON: reason, detail and the line itself."""
        for line in lines:
            try:
                yield json.dumps(self._row(line)), None
            except RefusedError as error:
                yield None, json.dumps({"reason": error.reason, "detail": error.detail, "record": line})

    def _row(self, line: str) -> dict[str, Value]:
        clear = self._schema.values(parse(line.encode()))
        shown = {field.name: self._shown(field, clear[field.name]) for field in self._settings.fields}
        return shown | {
            "event_id": str(shown[self._settings.event_id_field]),
            "event_date": str(clear[self._settings.event_time_field])[:10],
        }

    def _shown(self, field: Field, value: Value) -> Value:
        if self._tokenizer is None or field.name not in self._settings.sensitive:
            return value
        return self._tokenizer.token(Decimal(value) if field.type == "decimal" and value is not None else value)


def columns(settings: Settings) -> dict[str, str]:
    """The Spark type of every column of a row, in the order of the table; a token is a string."""
    declared = {
        field.name: "string" if field.name in settings.sensitive else _spark_type(field) for field in settings.fields
    }
    return declared | {"event_id": "string", "ingested_at": "timestamp", "event_date": "date"}


def _spark_type(field: Field) -> str:
    if field.type == "decimal":
        return f"decimal({field.precision},{field.scale})"
    return SPARK_TYPES.get(field.type, field.type)
