"""
Whether an event is what the schema declares, and the values its row carries.

Rows are read by the OpenX JSON SerDe of Firehose's format conversion, so a value is written as that reads it exactly:

- a timestamp as `2026-01-31T23:59:59.123456Z`: UTC, always six digits of fraction;
- a date as `2026-01-31`;
- a decimal as text with the declared number of digits after the point (as a JSON number it would pass through a
  floating-point number there and lose digits);
- every other type as its JSON value.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NoReturn

import fastjsonschema

from .settings import Field

Reason = Literal[
    "not_json",
    "not_an_object",
    "duplicate_field",
    "unknown_field",
    "missing_field",
    "wrong_type",
    "out_of_range",
    "too_large",
]
"""Why a record is refused. The list is closed: dashboards and replays rely on it."""

Value = str | int | float | bool | None

INTEGER = 2**31
BIGINT = 2**63

_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)

_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer", "minimum": -INTEGER, "maximum": INTEGER - 1},
    "bigint": {"type": "integer", "minimum": -BIGINT, "maximum": BIGINT - 1},
    "double": {"type": "number"},
    "boolean": {"type": "boolean"},
    "timestamp": {"type": "string", "format": "timestamp"},
    "date": {"type": "string", "format": "date"},
    "decimal": {"type": ["number", "string"], "format": "decimal"},
}
_FORMATS = {"timestamp": _TIMESTAMP, "date": _DATE, "decimal": _DECIMAL}


class RefusedError(Exception):
    """An event that must not become a row. *detail* names fields and rules, never a value."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason: Reason = reason
        self.detail = detail


def parse(payload: bytes) -> dict[str, Any]:
    """
    The JSON object in *payload*, numbers with a point or an exponent as exact decimals.

    Raises RefusedError when it is not JSON by RFC 8259 (NaN and Infinity are not), no object, or names a field twice.
    """
    try:
        event = json.loads(
            payload.decode("utf-8"), parse_float=_exact, parse_constant=_no_constant, object_pairs_hook=_unique
        )
    except (ValueError, RecursionError) as error:
        raise RefusedError("not_json", "the payload is not JSON in UTF-8") from error
    if not isinstance(event, dict):
        raise RefusedError("not_an_object", f"the payload is a JSON {type(event).__name__}")
    return event


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError("the exponent of a number is beyond every type") from error


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) < len(pairs):
        raise RefusedError("duplicate_field", "a name occurs twice in one object")
    return names


class Schema:
    """The declared fields, compiled once, so that checking an event is one generated function."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self._fields = fields
        self._check: Callable[[Any], Any] = fastjsonschema.compile(
            {
                "type": "object",
                "properties": {field.name: _definition(field) for field in fields},
                "required": [field.name for field in fields if field.required],
                "additionalProperties": False,
            },
            formats={name: pattern.pattern + r"\Z" for name, pattern in _FORMATS.items()},
            use_default=False,
        )

    def values(self, event: dict[str, Any]) -> dict[str, Value]:
        """
        The declared fields of *event* as they stand in a row, in declared order; an absent one is None.

        Raises RefusedError when the event does not fit the schema.
        """
        try:
            self._check(event)
        except fastjsonschema.JsonSchemaValueException as error:
            raise _refused(error) from error
        return {field.name: _written(field, event.get(field.name)) for field in self._fields}


def _definition(field: Field) -> dict[str, Any]:
    definition = _TYPES[field.type]
    if field.required:
        return definition
    kinds = definition["type"]
    return definition | {"type": [*(kinds if isinstance(kinds, list) else [kinds]), "null"]}


def _refused(error: fastjsonschema.JsonSchemaValueException) -> RefusedError:
    """The refusal that says what *error* means; its own message is not used, since it can hold values."""
    field = ".".join(error.path[1:])
    rule = str(error.rule)
    if rule == "required":
        missing = [name for name in error.rule_definition if name not in error.value]
        return RefusedError("missing_field", f"required, but absent: {', '.join(missing)}")
    if rule == "additionalProperties":
        unknown = sorted(set(error.value) - set(error.definition["properties"]))
        return RefusedError("unknown_field", f"{len(unknown)} undeclared, the first is {unknown[0][:100]!a}")
    if error.value is None:
        return RefusedError("missing_field", f"required, but null: {field}")
    if rule in ("minimum", "maximum"):
        return RefusedError("out_of_range", f"{field}: {rule} is {error.rule_definition}")
    return RefusedError("wrong_type", f"{field}: expected {rule} {error.rule_definition}")


def _written(field: Field, value: Any) -> Value:
    if value is None:
        return None
    writer = _WRITERS.get(field.type)
    return value if writer is None else writer(field, value)


def _text(field: Field, value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise RefusedError("wrong_type", f"{field.name}: half of a surrogate pair is not text") from error
    return value


def _double(field: Field, value: int | Decimal) -> float:
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if math.isinf(number):
        raise RefusedError("out_of_range", f"{field.name}: no finite double holds it")
    return number


def _timestamp(field: Field, value: str) -> str:
    try:
        moment = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise RefusedError("out_of_range", f"{field.name}: no such moment in the years 1 to 9999") from error
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _date(field: Field, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise RefusedError("out_of_range", f"{field.name}: no such day") from error


def _decimal(field: Field, value: str | int | Decimal) -> str:
    number = Decimal(value)
    if number.is_zero():
        return format(Decimal((0, (0,), -field.scale)), "f")
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or number.adjusted() >= field.precision - field.scale:
        raise RefusedError(
            "out_of_range", f"{field.name}: more than {field.precision - field.scale} digits before the point"
        )
    shift = exponent + field.scale
    kept = len(digits) + min(shift, 0)
    if any(digits[max(kept, 0) :]):
        raise RefusedError("out_of_range", f"{field.name}: more than {field.scale} digits after the point")
    return format(Decimal((sign, digits[:kept] + (0,) * max(shift, 0), -field.scale)), "f")


_WRITERS: dict[str, Callable[[Field, Any], Value]] = {
    "string": _text,
    "double": _double,
    "timestamp": _timestamp,
    "date": _date,
    "decimal": _decimal,
}
