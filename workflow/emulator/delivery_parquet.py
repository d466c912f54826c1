"""
Firehose's format conversion: JSON rows to Parquet, by the columns of a Glue table.

With the OpenX SerDe names match whatever their case, numbers may stand as text, and timestamps are read in the formats
that the documentation of Firehose lists: `yyyy-MM-dd'T'HH:mm:ss[.S]'Z'` and `yyyy-[M]M-[d]d HH:mm:ss[.S]` with up to nine
digits, and seconds or milliseconds since the epoch. With the Hive SerDe numbers are numbers, and timestamps are
`yyyy-[m]m-[d]d hh:mm:ss[.f]`. Fields the table does not have are dropped, absent ones are null.

Stricter than those, so that no digit is lost unseen: a fraction for an integer column, too many digits for a decimal and a
number out of its range fail the row. Timestamps are written with microseconds, where Firehose writes the older INT96;
readers see a timestamp in both.
"""

from __future__ import annotations

import io
import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from workflow.emulator.problems import NotEmulatedError

_INTEGERS = {
    "tinyint": pa.int8(),
    "smallint": pa.int16(),
    "int": pa.int32(),
    "integer": pa.int32(),
    "bigint": pa.int64(),
}
_DECIMAL = re.compile(r"decimal\((\d+),\s*(\d+)\)")
_TEXT = re.compile(r"string|varchar\(\d+\)|char\(\d+\)")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z", re.ASCII)
_SQL = re.compile(r"(\d{4})-(\d\d?)-(\d\d?) (\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?", re.ASCII)
_MILLISECONDS = (
    10**11
)  # from here on a number is milliseconds since the epoch, not seconds (which would be the year 5138)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Failure:
    """A record that is not delivered as it should be, with Firehose's code and a message."""

    data: bytes
    code: str
    message: str


@dataclass(frozen=True)
class Column:
    """A column of the table: *read* makes its value of JSON's or raises ValueError."""

    name: str
    type: pa.DataType
    read: Callable[[Any], Any]


@dataclass(frozen=True)
class Table:
    """The columns rows are converted to. With *folded* their names are compared in lower case."""

    columns: tuple[Column, ...]
    folded: bool

    @classmethod
    def read(cls, glue: Any, schema: Mapping[str, Any], deserializer: Mapping[str, Any]) -> Table:
        """
        The table that a SchemaConfiguration names, by *glue*'s client.

        Raises NotEmulatedError for a type of column or a deserializer's setting that is not emulated.
        """
        place = {"CatalogId": schema["CatalogId"]} if schema.get("CatalogId") else {}
        version = schema.get("VersionId") or "LATEST"
        names = {"DatabaseName": schema["DatabaseName"], **place}
        if version == "LATEST":
            found = glue.get_table(**names, Name=schema["TableName"])["Table"]
            glue.get_table_versions(**names, TableName=schema["TableName"])
        else:
            found = glue.get_table_version(**names, TableName=schema["TableName"], VersionId=version)["TableVersion"][
                "Table"
            ]
        openx = "OpenXJsonSerDe" in deserializer
        settings = deserializer.get("OpenXJsonSerDe" if openx else "HiveJsonSerDe") or {}
        if settings.get("TimestampFormats") or settings.get("ColumnToJsonKeyMappings"):
            raise NotEmulatedError("timestamp formats and column mappings of the deserializer are not emulated")
        columns = tuple(
            _column(item["Name"], item["Type"], openx=openx) for item in found["StorageDescriptor"]["Columns"]
        )
        return cls(columns, folded=openx and settings.get("CaseInsensitive", True))


def parquet(table: Table, rows: list[bytes], compression: str) -> tuple[bytes, list[Failure]]:
    """A Parquet file of the *rows* that fit the table, empty bytes if none does, and a failure for each of the others."""
    converted: list[dict[str, Any]] = []
    failures: list[Failure] = []
    for row in rows:
        try:
            converted.append(_row(table, row))
        except (ValueError, RecursionError) as error:
            malformed = isinstance(error, json.JSONDecodeError | UnicodeDecodeError | RecursionError)
            code = "DataFormatConversion.ParseError" if malformed else "DataFormatConversion.InvalidValue"
            failures.append(Failure(row, code, str(error)))
    if not converted:
        return b"", failures
    schema = pa.schema([(column.name, column.type) for column in table.columns])
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(converted, schema), file, compression=compression)
    return file.getvalue(), failures


def _row(table: Table, text: bytes) -> dict[str, Any]:
    row = json.loads(text, parse_float=_exact)
    if not isinstance(row, dict):
        raise ValueError("the row is not a JSON object")  # noqa: TRY004  # a failure of the row, as all others
    if table.folded:
        row = {name.lower(): value for name, value in row.items()}
    values = {}
    for column in table.columns:
        value = row.get(column.name.lower() if table.folded else column.name)
        try:
            values[column.name] = None if value is None else column.read(value)
        except (ValueError, ArithmeticError) as error:
            raise ValueError(f"column {column.name} of type {column.type}: {error}") from error
    return values


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError("the exponent of a number is out of range") from error


def _column(name: str, kind: str, *, openx: bool) -> Column:
    decimal = _DECIMAL.fullmatch(kind)
    if decimal:
        precision, scale = int(decimal[1]), int(decimal[2])
        return Column(
            name, pa.decimal128(precision, scale), lambda value: _decimal(value, precision, scale, text=openx)
        )
    if kind in _INTEGERS:
        bits = _INTEGERS[kind].bit_width
        return Column(name, _INTEGERS[kind], lambda value: _integer(value, bits, text=openx))
    if kind in ("float", "double"):
        return Column(name, pa.float32() if kind == "float" else pa.float64(), lambda value: _double(value, text=openx))
    if _TEXT.fullmatch(kind):
        return Column(name, pa.string(), _string)
    if kind == "timestamp":
        return Column(name, pa.timestamp("us"), lambda value: _timestamp(value, openx=openx))
    readers = {"boolean": (pa.bool_(), _boolean), "date": (pa.date32(), _date)}
    if kind not in readers:
        raise NotEmulatedError(f"the type {kind} of column {name} is not emulated")
    return Column(name, *readers[kind])


def _number(value: Any, *, text: bool) -> Decimal:
    """*value* as an exact number; with *text* also one that stands as text."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | (str if text else int)):
        raise ValueError(f"a JSON {type(value).__name__} is no number")  # noqa: TRY004  # as above
    try:
        number = Decimal(value)
    except InvalidOperation as error:
        raise ValueError("the text is no number") from error
    if not number.is_finite():
        raise ValueError("the number is not finite")
    return number


def _integer(value: Any, bits: int, *, text: bool) -> int:
    number = _number(value, text=text)
    if number.adjusted() > 20 or not -(2 ** (bits - 1)) <= number < 2 ** (bits - 1) or number != int(number):
        raise ValueError(f"no integer of {bits} bits")
    return int(number)


def _double(value: Any, *, text: bool) -> float:
    number = float(_number(value, text=text))
    if math.isinf(number):
        raise ValueError("out of the range of a double")
    return number


def _decimal(value: Any, precision: int, scale: int, *, text: bool) -> Decimal:
    number = _number(value, text=text)
    if number and number.adjusted() >= precision - scale:
        raise ValueError(f"more than {precision - scale} digits before the point")
    _, digits, exponent = number.as_tuple()
    if isinstance(exponent, int) and any(digits[max(len(digits) + min(exponent + scale, 0), 0) :]):
        raise ValueError(f"more than {scale} digits after the point")
    return number.quantize(Decimal(1).scaleb(-scale), context=Context(prec=precision + 1))


def _string(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise ValueError("neither true nor false")


def _date(value: Any) -> date:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        raise ValueError("no date of the form yyyy-MM-dd")
    return date.fromisoformat(value)


def _timestamp(value: Any, *, openx: bool) -> datetime:
    if isinstance(value, str):
        iso = _ISO.fullmatch(value) if openx else None
        if iso:
            return _moment(iso[1], iso[2], iso[3])
        sql = _SQL.fullmatch(value)
        if sql:
            return _moment(f"{sql[1]}-{int(sql[2]):02}-{int(sql[3]):02}", sql[4], sql[5])
    elif openx:
        number = _number(value, text=False)
        seconds = number / 1000 if abs(number) >= _MILLISECONDS else number
        return (_EPOCH + timedelta(microseconds=int(seconds * 1_000_000))).replace(tzinfo=None)
    raise ValueError("no timestamp in a format that the deserializer reads")


def _moment(day: str, clock: str, fraction: str | None) -> datetime:
    """A time in UTC without a zone, as a Parquet timestamp holds it; digits beyond microseconds are cut."""
    return datetime.fromisoformat(f"{day}T{clock}.{(fraction or '0')[:6]:0<6}")
