"""
What an event looks like: declared once, and from it the function's checks, the table's columns and the view derive.
"""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from modules.dataflow import Classification, Deidentification
from modules.params import Fault, FieldName, Params, RuleError, text
from modules.spelling import choice

GLUE_TYPES = {
    "string": "string",
    "integer": "int",
    "bigint": "bigint",
    "double": "double",
    "boolean": "boolean",
    "timestamp": "timestamp",
    "date": "date",
}
ADDED_COLUMNS = {"event_id": "string", "event_date": "date", "ingested_at": "timestamp"}
TOKEN_TYPES = ("string", "integer", "bigint")
LARGEST_PRECISION = 38  # of a decimal in Athena and Hive


def _decimal(value: str) -> str:
    match = re.fullmatch(r"decimal\((\d+),(\d+)\)", value)
    if match:
        precision, scale = int(match[1]), int(match[2])
        if not (1 <= precision <= LARGEST_PRECISION and scale <= precision):
            raise ValueError(
                "has a precision or scale out of range; decimal(p,s) takes p from 1 to 38 and s from 0 to p"
            )
    return value


FieldType = Annotated[
    str,
    text(
        r"^(string|integer|bigint|double|boolean|timestamp|date|decimal\([0-9]{1,2},[0-9]{1,2}\))$",
        "string, integer, bigint, double, boolean, timestamp, date or decimal(p,s), the last in quotes",
    ),
    AfterValidator(_decimal),
]


class EventField(Params):
    name: FieldName
    """Name of the field in the JSON record and of the column in the table."""

    type: FieldType
    """One of string, integer (32 bits), bigint (64 bits), double, boolean, timestamp (ISO 8601), date, decimal(p,s)."""

    required: bool = True
    """Whether a record without this field is refused."""

    description: Annotated[str, StringConstraints(max_length=255)] = ""
    """What the field means, at most 255 characters; it becomes the column's comment."""


class EventSchema(Params):
    fields: Annotated[tuple[EventField, ...], Field(min_length=2, max_length=200)]
    """The fields of an event, 2 to 200; a record with any other field is refused."""

    event_id: FieldName
    """The field that identifies an event; two records with an equal one are the same event."""

    event_time: FieldName
    """The field that says when the event happened; rows are partitioned by its date (UTC)."""

    sensitive_fields: tuple[FieldName, ...] = ()
    """Fields replaced by tokens before anything is stored for reading; equal values get equal tokens."""

    @model_validator(mode="after")
    def _names(self) -> Self:
        RuleError.raise_any([*self._duplicates(), *self._keys(), *self._sensitive()])
        return self

    def _duplicates(self) -> list[Fault]:
        names = [field.name for field in self.fields]
        reserved = {name for name in ADDED_COLUMNS if name != self.event_id}
        twice = [
            Fault(f"the name {name} is used twice; each field has a name of its own", ("fields", index, "name"))
            for index, name in enumerate(names)
            if name in names[:index]
        ]
        return twice + [
            Fault(f"the name {name} is a column that every table gets; choose another", ("fields", index, "name"))
            for index, name in enumerate(names)
            if name in reserved or (name == "event_id" and self.event_id != name)
        ]

    def _keys(self) -> list[Fault]:
        wanted = (("event_id", self.event_id, ("string",)), ("event_time", self.event_time, ("timestamp",)))
        faults = []
        for key, name, types in wanted:
            field = self.by_name.get(name)
            if field is None:
                faults.append(Fault(f"{name} is not one of the fields{choice(name, self.by_name)}", (key,)))
            elif field.type not in types or not field.required:
                faults.append(
                    Fault(
                        f"{name} is {field.type}, required: {field.required}; it must be a required {types[0]}", (key,)
                    )
                )
        return faults

    def _sensitive(self) -> list[Fault]:
        faults = []
        for index, name in enumerate(self.sensitive_fields):
            field, path = self.by_name.get(name), ("sensitive_fields", index)
            if field is None:
                faults.append(Fault(f"{name} is not one of the fields{choice(name, self.by_name)}", path))
            elif name in self.sensitive_fields[:index]:
                faults.append(Fault(f"{name} is listed already; name each once", path))
            elif field.type not in TOKEN_TYPES:
                faults.append(Fault(f"{name} is {field.type}; tokens can be made of {', '.join(TOKEN_TYPES)}", path))
            elif name in {self.event_id, self.event_time}:
                faults.append(
                    Fault(f"{name} identifies or dates the event and stays readable; it cannot be sensitive", path)
                )
        return faults

    @property
    def by_name(self) -> dict[str, EventField]:
        return {field.name: field for field in self.fields}

    def columns(self) -> dict[str, tuple[str, str]]:
        """Glue type and comment of every column but the partition's, in order; a token is a string."""
        declared = {
            field.name: (
                "string" if field.name in self.sensitive_fields else GLUE_TYPES.get(field.type, field.type),
                "token" if field.name in self.sensitive_fields else field.description,
            )
            for field in self.fields
        }
        return declared | {
            "event_id": ("string", "identifies the event"),
            "ingested_at": ("timestamp", "when the record arrived (UTC)"),
        }

    def tokenized(self, to: Classification) -> Deidentification | None:
        """What tokens in place of the sensitive fields make of the data's class; none where no field is sensitive."""
        return Deidentification("tokenize", self.sensitive_fields, to) if self.sensitive_fields else None

    def to_json(self) -> str:
        """The schema as the function reads it from its environment."""
        fields: list[dict[str, Any]] = [
            {"name": field.name, "type": field.type, "required": field.required} for field in self.fields
        ]
        return json.dumps({"fields": fields}, separators=(",", ":"))
