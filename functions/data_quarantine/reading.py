"""
From the bytes of a file to typed rows, or to the reasons why they are not what was declared.

Nothing is guessed: a CSV file is read as text, and each text must be the one way to write a value of its column's type.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from . import columns
from .contract import Contract
from .findings import Finding, RefusedError

LARGEST = 256 * 1024 * 1024  # bytes of one file; a set has several


def read(name: str, body: bytes, contract: Contract) -> pd.DataFrame:
    """
    The rows of the file called *name*, CSV or Parquet by its ending, in the declared columns.

    Raises RefusedError with everything that is wrong with its form.
    """
    if not body or len(body) > LARGEST:
        raise RefusedError(Finding("size", name, "an empty or too large file", len(body), LARGEST))
    if name.endswith(".csv"):
        table, convert = _csv(name, body, contract), columns.from_text
    elif name.endswith(".parquet"):
        table, convert = _parquet(name, body, contract), columns.from_arrow
    else:
        raise RefusedError(Finding("format", name, "neither .csv nor .parquet"))
    if table.num_rows == 0:
        raise RefusedError(Finding("size", name, "no rows", 0, 1))
    found: list[Finding] = []
    read_columns = {column.name: convert(column, table.column(column.name), found) for column in contract.columns}
    if found:
        raise RefusedError(*found)
    return pd.DataFrame(read_columns)


def check_names(name: str, given: Iterable[str], contract: Contract) -> None:
    """Raises RefusedError unless *given* are the declared columns in their order."""
    names, wanted = list(given), contract.names
    if names == wanted:
        return
    twice = sorted({each for each in names if names.count(each) > 1})
    if twice:
        raise RefusedError(Finding("duplicate_columns", name, "column names occur twice", ascii(twice[0])[:100]))
    missing, extra = [each for each in wanted if each not in names], [each for each in names if each not in wanted]
    if not missing and not extra:
        raise RefusedError(Finding("reordered_columns", name, "the declared columns stand in another order"))
    found = []
    if missing:
        found.append(Finding("missing_columns", name, "declared columns are missing", ", ".join(missing)[:100]))
    if extra:
        found.append(Finding("extra_columns", name, "columns are not declared", ascii(extra[0])[:100]))
    raise RefusedError(*found)


def _csv(name: str, body: bytes, contract: Contract) -> pa.Table:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(Finding("encoding", name, "the file is not UTF-8")) from None
    if text.startswith("\ufeff") or "\x00" in text:
        raise RefusedError(Finding("encoding", name, "the file has a byte order mark or null bytes"))
    check_names(name, next(csv.reader(io.StringIO(text[:1_000_000])), []), contract)
    try:
        return pyarrow.csv.read_csv(
            pa.BufferReader(body),
            parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(contract.names, pa.string()), null_values=[""], strings_can_be_null=True
            ),
        )
    except pa.ArrowInvalid:
        raise RefusedError(Finding("format", name, "rows have another number of values than the header")) from None


def _parquet(name: str, body: bytes, contract: Contract) -> pa.Table:
    try:
        schema = pyarrow.parquet.read_schema(pa.BufferReader(body))
        check_names(name, schema.names, contract)
        return pyarrow.parquet.read_table(pa.BufferReader(body))
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError):  # Arrow calls broken metadata in memory an OSError
        raise RefusedError(Finding("format", name, "the file is no readable Parquet")) from None
