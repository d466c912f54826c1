"""
One column: from text or Arrow to values of its declared type, and the rules for these.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from . import text
from .contract import Column
from .findings import Finding

_WHOLE = r"-?(0|[1-9][0-9]*)"
FORMS = {
    "integer": _WHOLE,
    "bigint": _WHOLE,
    "double": rf"{_WHOLE}(\.[0-9]+)?([eE][+-]?[0-9]{{1,3}})?",
    "decimal": rf"{_WHOLE}(\.[0-9]+)?",
    "boolean": r"true|false|True|False",
    "timestamp": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
}
"""How a value is written in CSV; texts are written as they are."""

BITS = {"integer": 31, "bigint": 63}


def from_text(column: Column, values: pa.ChunkedArray, found: list[Finding]) -> pd.Series:
    """The values of a CSV column; what is wrong with them is added to *found*."""
    form = FORMS.get(column.type)
    if form is not None:
        fits = pc.match_substring_regex(values, rf"^(?:{form})$").fill_null(fill_value=True)
        wrong = len(fits) - (pc.sum(fits).as_py() or 0)
        if wrong:
            found.append(Finding("type", column.name, f"values are not written as {column.type}", wrong, 0))
            return pd.Series(dtype="float64")
    return _judged(column, _parsed(column, values.to_pylist()), found)


def from_arrow(column: Column, values: pa.ChunkedArray, found: list[Finding]) -> pd.Series:
    """The values of a Parquet column; its type must be the declared one."""
    kind = values.type
    if pa.types.is_nested(kind) or pa.types.is_dictionary(kind):
        found.append(Finding("nested", column.name, "the column is nested or encoded", str(kind)[:100], column.type))
        return pd.Series(dtype="float64")
    if not _is(column, kind):
        found.append(Finding("type", column.name, "the column has another type", str(kind)[:100], column.type))
        return pd.Series(dtype="float64")
    given = values.to_pylist()
    if column.type in ("timestamp", "date"):
        given = [None if each is None else each.isoformat() for each in given]
    return _judged(column, given, found)


def _is(column: Column, kind: pa.DataType) -> bool:
    wanted = {
        "integer": pa.types.is_int8(kind) or pa.types.is_int16(kind) or pa.types.is_int32(kind),
        "bigint": pa.types.is_int64(kind),
        "double": pa.types.is_float64(kind),
        "boolean": pa.types.is_boolean(kind),
        "string": pa.types.is_string(kind) or pa.types.is_large_string(kind),
        "timestamp": pa.types.is_timestamp(kind) and kind.tz == "UTC",
        "date": pa.types.is_date32(kind),
        "decimal": pa.types.is_decimal(kind) and (kind.precision, kind.scale) == (column.precision, column.scale),
    }
    return bool(wanted[column.type])


def _parsed(column: Column, texts: list[str | None]) -> list[Any]:
    parsers: dict[str, Any] = {
        "integer": int,
        "bigint": int,
        "double": float,
        "decimal": Decimal,
        "boolean": lambda each: each in ("true", "True"),
    }
    parse = parsers.get(column.type)
    return texts if parse is None else [None if each is None else parse(each) for each in texts]


def _judged(column: Column, values: list[Any], found: list[Finding]) -> pd.Series:
    there = [each for each in values if each is not None]
    if column.required and len(there) < len(values):
        found.append(Finding("nulls", column.name, "a required value is empty", len(values) - len(there), 0))
    for check, detail, wrong in _rules(column, there):
        if wrong:
            found.append(Finding(check, column.name, detail, wrong, 0))
    return _series(column, values)


def _rules(column: Column, there: list[Any]) -> list[tuple[str, str, int]]:
    """Each broken rule with how many values break it."""
    if column.type == "string":
        faults = {text.fault(each) for each in set(there)} - {None}
        rules = [("text", str(detail), 1) for detail in sorted(faults, key=str)]
    elif column.type in ("timestamp", "date"):
        rules = [("range", "no such moment", sum(not _exists(column, each) for each in there))]
    else:
        rules = [("not_finite", "NaN or infinity", sum(not math.isfinite(each) for each in there))]
        rules.append(("range", f"beyond {column.type}", sum(_beyond(column, each) for each in there)))
    if column.allowed:
        allowed = set(column.allowed)
        rules.append(("allowed", "values that are not allowed", sum(each not in allowed for each in there)))
    if column.minimum is not None:
        rules.append(("range", f"below {column.minimum}", sum(each < column.minimum for each in there)))
    if column.maximum is not None:
        rules.append(("range", f"above {column.maximum}", sum(each > column.maximum for each in there)))
    return rules


def _beyond(column: Column, value: Any) -> bool:
    if column.type in BITS:
        return not -(2 ** BITS[column.type]) <= value < 2 ** BITS[column.type]
    if column.type == "decimal":
        exponent = value.as_tuple().exponent
        return -exponent > column.scale or (value != 0 and value.adjusted() >= column.precision - column.scale)
    return False


def _exists(column: Column, value: str) -> bool:
    try:
        (date if column.type == "date" else datetime).fromisoformat(re.sub("Z$", "+00:00", value))
    except ValueError:
        return False
    return True


def _series(column: Column, values: list[Any]) -> pd.Series:
    if column.type in ("integer", "bigint"):
        return pd.Series(pd.array(values, dtype="Int64"))
    if column.type == "boolean":
        return pd.Series(pd.array(values, dtype="boolean"))
    if column.type == "double":
        return pd.Series(values, dtype="float64")
    return pd.Series(values, dtype=object)
