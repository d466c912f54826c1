from __future__ import annotations

import io
import json
from datetime import date, datetime
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from workflow.emulator.delivery_parquet import Table, parquet
from workflow.emulator.problems import NotEmulatedError

OPENX = {"OpenXJsonSerDe": {}}
HIVE = {"HiveJsonSerDe": {}}
SCHEMA = {"DatabaseName": "orders", "TableName": "orders", "VersionId": "LATEST"}


class Glue:
    """
    A catalog in memory with one table of one column.
    """

    def __init__(self, kind, name="value"):
        self.table = {"StorageDescriptor": {"Columns": [{"Name": name, "Type": kind}]}}

    def get_table(self, **_):
        return {"Table": self.table}

    def get_table_versions(self, **_):
        return {"TableVersions": [{"Table": self.table}]}


def convert(kind, *values, deserializer=OPENX, name="value"):
    """
    The Parquet column, or the failures, of rows whose field `value` is the JSON text given.
    """
    table = Table.read(Glue(kind, name), SCHEMA, deserializer)
    body, failures = parquet(table, [f'{{"value":{value}}}'.encode() for value in values], "snappy")
    return (pq.read_table(io.BytesIO(body)).column(name).to_pylist() if body else []), [f.code for f in failures]


CONVERTED = [
    ("string", '"a"', "a"),
    ("string", "5", "5"),
    ("int", "5", 5),
    ("int", '"5"', 5),
    ("int", "5.0", 5),
    ("bigint", "9223372036854775807", 9223372036854775807),
    ("double", "1.5", 1.5),
    ("double", '"1.5"', 1.5),
    ("boolean", "true", True),
    ("boolean", '"false"', False),
    ("date", '"2026-01-31"', date(2026, 1, 31)),
    ("timestamp", '"2026-01-31T23:59:59.123456Z"', datetime(2026, 1, 31, 23, 59, 59, 123456)),  # noqa: DTZ001
    ("timestamp", '"2026-01-31T23:59:59Z"', datetime(2026, 1, 31, 23, 59, 59)),  # noqa: DTZ001
    ("timestamp", '"2026-1-3 23:59:59.5"', datetime(2026, 1, 3, 23, 59, 59, 500000)),  # noqa: DTZ001
    ("timestamp", "1518033528", datetime(2018, 2, 7, 19, 58, 48)),  # noqa: DTZ001
    ("timestamp", "1518033528123", datetime(2018, 2, 7, 19, 58, 48, 123000)),  # noqa: DTZ001
    ("timestamp", "1518033528.123", datetime(2018, 2, 7, 19, 58, 48, 123000)),  # noqa: DTZ001
    ("decimal(12,2)", "12.5", Decimal("12.50")),
    ("decimal(12,2)", '"12.500"', Decimal("12.50")),
    ("decimal(38,2)", f'"{"9" * 36}.99"', Decimal("9" * 36 + ".99")),
    ("int", "null", None),
]

REFUSED = [
    ("int", "2147483648"),
    ("int", "1.5"),
    ("int", "true"),
    ("int", '"x"'),
    ("int", "1e999999"),
    ("int", "{}"),
    ("double", "1e999"),
    ("double", '"NaN"'),
    ("boolean", "1"),
    ("date", '"2026-02-30"'),
    ("date", "20260131"),
    ("timestamp", '"2026-01-31T23:59:59+01:00"'),
    ("timestamp", '"2026-01-31T23:59:59"'),
    ("timestamp", "1e999999"),
    ("decimal(12,2)", "12.505"),
    ("decimal(12,2)", "10000000000"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), CONVERTED)
def test_converts(kind, text, expected):
    """
    A value that the OpenX SerDe reads stands in the column with its declared type.
    """
    assert ([expected], []) == convert(kind, text)


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_refuses(kind, text):
    """
    A value that does not fit its column fails its row, and no other.
    """
    assert ([None], ["DataFormatConversion.InvalidValue"]) == convert(kind, text, "null")


@pytest.mark.parametrize("text", ["{", '"\\"', "[" * 200_000])
def test_refuses_what_is_not_json(text):
    """
    A record that is not JSON is a parse error.
    """
    assert ([], ["DataFormatConversion.ParseError"]) == convert("int", text)


@pytest.mark.parametrize(
    ("kind", "text"), [("int", '"5"'), ("timestamp", '"2026-01-31T23:59:59Z"'), ("timestamp", "1518033528")]
)
def test_the_hive_serde_reads_less(kind, text):
    """
    With the Hive SerDe numbers as text and ISO timestamps fail.
    """
    assert ([], ["DataFormatConversion.InvalidValue"]) == convert(kind, text, deserializer=HIVE)


def test_names_match_whatever_their_case():
    """
    The OpenX SerDe finds a column under a name in another case, unless it is told not to.
    """
    exact = {"OpenXJsonSerDe": {"CaseInsensitive": False}}

    assert ([1], []) == convert("int", "1", name="Value")
    assert ([None], []) == convert("int", "1", name="Value", deserializer=exact)


def test_undeclared_fields_are_dropped():
    """
    A field the table does not have is not in the file.
    """
    table = Table.read(Glue("int"), SCHEMA, OPENX)
    body, _ = parquet(table, [json.dumps({"value": 1, "other": 2}).encode()], "gzip")

    assert ["value"] == pq.read_table(io.BytesIO(body)).column_names


@pytest.mark.parametrize("kind", ["array<int>", "binary", "map<string,string>"])
def test_other_types_are_not_emulated(kind):
    """
    A column of a type that is not emulated is an error that names it.
    """
    with pytest.raises(NotEmulatedError, match="of column value is not emulated"):
        Table.read(Glue(kind), SCHEMA, OPENX)
