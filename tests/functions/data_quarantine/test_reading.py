from __future__ import annotations

import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest

from functions.data_quarantine.findings import RefusedError
from functions.data_quarantine.reading import read
from functions.data_quarantine.writing import csv_of
from tests.functions.data_quarantine.conftest import CONTRACT, csv, customers

HEADER = "plan,months,spend,active,label\n"
ROW = "basic,12,10.5,true,stayed\n"


def refusals(body, name="new.csv"):
    with pytest.raises(RefusedError) as caught:
        read(name, body if isinstance(body, bytes) else body.encode(), CONTRACT)
    return {(finding.check, finding.subject) for finding in caught.value.findings}


@pytest.mark.parametrize(
    ("header", "check"),
    [
        ("plan,months,spend,active", "missing_columns"),
        ("plan,months,spend,active,label,more", "extra_columns"),
        ("months,plan,spend,active,label", "reordered_columns"),
        ("plan,months,spend,active,label,label", "duplicate_columns"),
        ("Plan,months,spend,active,label", "extra_columns"),
        ("plan ,months,spend,active,label", "extra_columns"),
        ("pl\u0430n,months,spend,active,label", "extra_columns"),
        ("plan;months;spend;active;label", "missing_columns"),
    ],
)
def test_other_columns_are_refused(header, check):
    """
    The columns are the declared ones, letter for letter and in their order.
    """
    assert (check, "new.csv") in refusals(f"{header}\n{ROW}")


@pytest.mark.parametrize(
    ("months", "check"),
    [
        ("12.0", "type"),
        ("'12", "type"),
        (" 12", "type"),
        ("1e1", "type"),
        ("0x1F", "type"),
        ("007", "type"),
        ("+7", "type"),
        ("\uff11\uff12", "type"),
        ("twelve", "type"),
        ("NaN", "type"),
        ("", "nulls"),
        ("-1", "range"),
        ("1201", "range"),
        ("2147483648", "range"),
    ],
)
def test_a_number_is_written_in_one_way_only(months, check):
    """
    A number as text, in another notation, out of its range or missing is refused, if in a single row only.
    """
    assert {(check, "months")} == refusals(f"{HEADER}{ROW}basic,{months},10.5,true,stayed\n")


@pytest.mark.parametrize("spend", ["NaN", "inf", "-Infinity", "1e999", "1,5", "10.5 EUR", ".5", "null", "NA"])
def test_what_is_no_finite_number_is_refused(spend):
    """
    No word stands for a missing or an infinite number, and none is too large for its type.
    """
    assert {"spend"} == {subject for _, subject in refusals(f'{HEADER}{ROW}basic,12,"{spend}",true,stayed\n')}


@pytest.mark.parametrize(
    "plan",
    [
        "=1+1",
        "@SUM(A1)",
        "+cmd",
        "-2+3+cmd",
        " =1",
        "'=1",
        "\uff1d1",
        "\t=1",
        "ba\u200bsic",
        "\u202ecisab",
        "basic\x07",
        "b\u0430sic",
        "ba\ufffdsic",
    ],
)
def test_texts_that_are_not_what_they_look_like_are_refused(plan):
    """
    Formulas, invisible characters and letters of another alphabet have no place in a text.
    """
    assert {("text", "plan")} == refusals(f'{HEADER}{ROW}"{plan}",12,10.5,true,stayed\n')


@pytest.mark.parametrize("plan", ["-", "-5", "+49 30 1234", "größer", "модель", "a=b", "naïve plan"])
def test_ordinary_texts_pass(plan):
    """
    Signs before numbers, signs within words and every alphabet by itself are ordinary.
    """
    rows = read("new.csv", f"{HEADER}{plan},12,,false,stayed\n".encode(), CONTRACT)

    assert [plan, 12, False, "stayed"] == rows.loc[0, ["plan", "months", "active", "label"]].tolist()


@pytest.mark.parametrize(
    ("body", "check"),
    [
        ((HEADER + ROW).encode("utf-16"), "encoding"),
        (b"\xef\xbb\xbf" + (HEADER + ROW).encode(), "encoding"),
        ((HEADER + ROW.replace("basic", "größer")).encode("latin-1"), "encoding"),
        ((HEADER + ROW.replace("basic", "ba\0sic")).encode(), "encoding"),
        ((HEADER + "basic,12\n").encode(), "format"),
        ((HEADER + ROW.replace("stayed", "stayed,more")).encode(), "format"),
        (HEADER.encode(), "size"),
        (b"", "size"),
    ],
)
def test_other_encodings_and_ragged_rows_are_refused(body, check):
    """
    A file is UTF-8 without a mark, and every row has a value for each column.
    """
    assert (check, "new.csv") in refusals(body)


def arrow(**changes):
    table = pa.table(
        {
            "plan": pa.array(["basic"]),
            "months": pa.array([12], pa.int32()),
            "spend": pa.array([10.5]),
            "active": pa.array([True]),
            "label": pa.array(["stayed"]),
        }
    )
    for name, column in changes.items():
        table = table.set_column(table.schema.get_field_index(name), name, column)
    file = io.BytesIO()
    pyarrow.parquet.write_table(table, file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "column", "check"),
    [
        ("spend", pa.array([[1.0]]), "nested"),
        ("spend", pa.array([{"a": 1.0}]), "nested"),
        ("plan", pa.array(["basic"]).dictionary_encode(), "nested"),
        ("months", pa.array(["12"]), "type"),
        ("months", pa.array([12.0]), "type"),
        ("months", pa.array([12], pa.int64()), "type"),
        ("active", pa.array([1], pa.int8()), "type"),
        ("plan", pa.array([b"basic"]), "type"),
        ("spend", pa.array([float("nan")]), "not_finite"),
        ("spend", pa.array([float("-inf")]), "not_finite"),
    ],
)
def test_other_types_in_parquet_are_refused(name, column, check):
    """
    A Parquet column has exactly the declared type, and holds nothing that is no number.
    """
    assert {(check, name)} == refusals(arrow(**{name: column}), "new.parquet")


def test_what_is_no_parquet_is_refused():
    """
    A file is what its name says.
    """
    assert {("format", "new.parquet")} == refusals(HEADER + ROW, "new.parquet")
    assert {("format", "new.json")} == refusals("{}", "new.json")


def test_written_rows_read_back_the_same():
    """
    What is promoted is what was judged: every value, also the empty ones.
    """
    rows = read("new.csv", csv(customers(300, 5)), CONTRACT)

    pd.testing.assert_frame_equal(rows, read("again.csv", csv_of(rows), CONTRACT))
