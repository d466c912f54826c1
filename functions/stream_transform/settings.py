"""
What the function's environment variables say, read once a cold start.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

STAMPS = ("event_id", "event_date", "ingested_at")
"""Columns the function adds to every row."""

SIMPLE_TYPES = ("string", "integer", "bigint", "double", "boolean", "timestamp", "date")
MAXIMUM_PRECISION = 38  # digits; the limit of Hive, Glue and Parquet

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DECIMAL = re.compile(r"decimal\(([1-9][0-9]?),\s?([0-9][0-9]?)\)")
_LABEL = re.compile(r"[A-Za-z0-9._-]{1,32}")


class SettingsError(Exception):
    """An environment variable is missing or says something impossible; the message names it."""


@dataclass(frozen=True)
class Field:
    """One declared field of an event. *precision* and *scale* count digits and are 0 unless the type is decimal."""

    name: str
    type: str
    required: bool
    precision: int = 0
    scale: int = 0


@dataclass(frozen=True)
class Settings:
    """
    Everything the function is told.

    *token_key_id* and *token_label* are empty where no field is sensitive. *quarantine_prefix* is empty or ends with
    a slash.
    """

    fields: tuple[Field, ...]
    sensitive: frozenset[str]
    token_key_id: str
    token_label: str
    delivery_stream: str
    quarantine_bucket: str
    quarantine_prefix: str
    event_id_field: str
    event_time_field: str

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Settings:
        """
        The settings in *environment*.

        Raises SettingsError when a variable is missing, malformed, or contradicts another.
        """
        fields = _fields(environment)
        sensitive = _sensitive(environment, fields)
        return cls(
            fields=fields,
            sensitive=sensitive,
            token_key_id=_required(environment, "TOKEN_KEY_ID") if sensitive else "",
            token_label=_label(environment) if sensitive else "",
            delivery_stream=_required(environment, "DELIVERY_STREAM"),
            quarantine_bucket=_required(environment, "QUARANTINE_BUCKET"),
            quarantine_prefix=_prefix(environment),
            event_id_field=_stamped_field(environment, "EVENT_ID_FIELD", fields, ("string", "integer", "bigint")),
            event_time_field=_clear_field(environment, "EVENT_TIME_FIELD", fields, sensitive),
        )


def _required(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise SettingsError(f"environment variable {name} is missing or empty; set it on the function")
    return value


def _json(environment: Mapping[str, str], name: str) -> object:
    try:
        return json.loads(_required(environment, name))
    except ValueError as error:
        raise SettingsError(f"environment variable {name} is not JSON: {error}") from error


def _fields(environment: Mapping[str, str]) -> tuple[Field, ...]:
    document = _json(environment, "EVENT_SCHEMA")
    declared = document.get("fields") if isinstance(document, dict) else None
    if not isinstance(declared, list) or not declared:
        raise SettingsError(
            'environment variable EVENT_SCHEMA has no fields; expected {"fields":[{"name":..., "type":...}]}'
        )
    fields = tuple(_field(item) for item in declared)
    names = [field.name.lower() for field in fields]  # the data catalog folds case
    if len(set(names)) < len(names):
        raise SettingsError(
            "environment variable EVENT_SCHEMA declares a field twice; names must differ by more than case"
        )
    taken = {"event_date", "ingested_at"}.intersection(names)
    if taken:
        raise SettingsError(
            f"EVENT_SCHEMA declares {sorted(taken)}, which the function writes itself; rename the fields"
        )
    return fields


def _field(item: object) -> Field:
    if not isinstance(item, dict) or not {"name", "type"} <= set(item) <= {"name", "type", "required"}:
        raise SettingsError("a field of EVENT_SCHEMA must hold name, type and, if wanted, required, and nothing else")
    name, kind, required = item["name"], item["type"], item.get("required", False)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise SettingsError(f"EVENT_SCHEMA field name {name!r} must match {_NAME.pattern}")
    if not isinstance(required, bool):
        raise SettingsError(f"EVENT_SCHEMA field {name}: required is {required!r}; expected true or false")
    if kind in SIMPLE_TYPES:
        return Field(name, kind, required)
    match = _DECIMAL.fullmatch(kind) if isinstance(kind, str) else None
    precision, scale = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= precision <= MAXIMUM_PRECISION or scale > precision:
        allowed = ", ".join(SIMPLE_TYPES)
        raise SettingsError(
            f"EVENT_SCHEMA field {name} has type {kind!r}; allowed: {allowed}, "
            f"decimal(precision,scale) with precision up to {MAXIMUM_PRECISION} and scale up to the precision"
        )
    return Field(name, "decimal", required, precision, scale)


def _sensitive(environment: Mapping[str, str], fields: tuple[Field, ...]) -> frozenset[str]:
    named = _json(environment, "SENSITIVE_FIELDS")
    if not isinstance(named, list):
        raise SettingsError(
            'environment variable SENSITIVE_FIELDS must be a JSON list of field names, such as ["email"]'
        )
    unknown = [name for name in named if name not in {field.name for field in fields}]
    if unknown:
        raise SettingsError(f"SENSITIVE_FIELDS names {unknown}, which EVENT_SCHEMA does not declare")
    return frozenset(named)


def _label(environment: Mapping[str, str]) -> str:
    label = _required(environment, "TOKEN_LABEL")
    if not _LABEL.fullmatch(label):
        raise SettingsError(f"TOKEN_LABEL is {label!r}; it must match {_LABEL.pattern}")
    return label


def _prefix(environment: Mapping[str, str]) -> str:
    prefix = environment.get("QUARANTINE_PREFIX", "")
    if prefix and not prefix.endswith("/"):
        raise SettingsError(f"QUARANTINE_PREFIX is {prefix!r}; it must be empty or end with a slash")
    return prefix


def _stamped_field(
    environment: Mapping[str, str], variable: str, fields: tuple[Field, ...], types: tuple[str, ...]
) -> str:
    """The field a stamp is taken from; it must be required, so that every row has its stamp."""
    name = _required(environment, variable)
    field = next((field for field in fields if field.name == name), None)
    if field is None:
        raise SettingsError(f"{variable} is {name!r}, which EVENT_SCHEMA does not declare")
    if not field.required or field.type not in types:
        raise SettingsError(f"{variable} names {name}, which must be a required field of type {' or '.join(types)}")
    taken = {item.name.lower() for item in fields} - {name}
    if variable == "EVENT_ID_FIELD" and "event_id" in taken:
        raise SettingsError(f"EVENT_SCHEMA declares event_id, but EVENT_ID_FIELD is {name!r}; rename one of them")
    return name


def _clear_field(
    environment: Mapping[str, str], variable: str, fields: tuple[Field, ...], sensitive: frozenset[str]
) -> str:
    """The field of the event's time; its date becomes a partition, so it cannot be sensitive."""
    name = _stamped_field(environment, variable, fields, ("timestamp",))
    if name in sensitive:
        raise SettingsError(f"{variable} names {name}, which is sensitive, but its date would stand in clear text")
    return name
