from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "functions"))

from batch_publish.job import Lookup, publish  # noqa: E402

# Spark's client leaves the sockets open that its answers come through.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore:unclosed:ResourceWarning"
)

# Spark's client leaves the sockets open that its answers come through.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore:unclosed:ResourceWarning"
)

COLUMNS = "sale_id string, amount decimal(12,2), event_id string, ingested_at timestamp, event_date date"


@pytest.fixture(name="table")
def _table(spark, request):
    """
    An Iceberg table as the catalog makes it: format version 2 and no partitions.
    """
    name = f"lake.db.{request.node.name}"
    spark.sql(f"CREATE TABLE {name} ({COLUMNS}) USING iceberg TBLPROPERTIES ('format-version' = '2')")

    return name


@pytest.fixture(name="staged")
def _staged(spark, tmp_path):
    """
    Writes rows as the job `prepare` does: id, amount, hour of arrival.
    """

    def write(name, *rows):
        values = [(row[0], row[1], row[0], f"2026-02-01 {row[2]:02}:00:00", "2026-01-31") for row in rows]
        frame = spark.createDataFrame(values, "a string, b string, c string, d string, e string")
        typed = frame.selectExpr(
            "a AS sale_id", "CAST(b AS decimal(12,2)) AS amount", "c AS event_id",
            "CAST(d AS timestamp) AS ingested_at", "CAST(e AS date) AS event_date",
        )  # fmt: skip
        typed.write.parquet(str(tmp_path / name))
        return str(tmp_path / name)

    return write


def _amounts(spark, table):
    return {row.event_id: str(row.amount) for row in spark.table(table).collect()}


def test_an_event_is_added_once(spark, table, staged):
    """
    Of an event that is twice in a batch the first to arrive is added.
    """
    added = publish(spark, staged("b1", ("s1", "2.00", 9), ("s1", "1.00", 8), ("s2", "3.00", 8)), table)

    assert 2 == added
    assert {"s1": "1.00", "s2": "3.00"} == _amounts(spark, table)


def test_publishing_again_changes_nothing(spark, table, staged):
    """
    A batch that is published twice, or holds events of an earlier one, leaves what is there as it is.
    """
    first = staged("b1", ("s1", "1.00", 8))
    publish(spark, first, table)

    assert 0 == publish(spark, first, table)
    assert 1 == publish(spark, staged("b2", ("s1", "9.00", 9), ("s3", "4.00", 9)), table)
    assert {"s1": "1.00", "s3": "4.00"} == _amounts(spark, table)


def test_the_table_is_partitioned_by_day(spark, table, staged):
    """
    The first batch partitions the table by the day of the event, and later ones find it so.
    """
    publish(spark, staged("b1", ("s1", "1.00", 8)), table)
    publish(spark, staged("b2", ("s2", "1.00", 8)), table)

    assert ["event_date"] == spark.table(f"{table}.partitions").select("partition.*").columns


def test_rows_get_columns_of_another_store(spark, staged, tmp_path):
    """
    A row gets what the other store knows of it, once however often it stands there, and nothing when it is not there.
    """
    table = "lake.db.enriched"
    spark.sql(f"CREATE TABLE {table} ({COLUMNS}, country string) USING iceberg TBLPROPERTIES ('format-version' = '2')")
    known = spark.createDataFrame([("s1", "DE"), ("s1", "DE"), ("s9", "FR")], "sale_id string, country string")
    known.write.parquet(str(tmp_path / "known"))
    lookup = Lookup(str(tmp_path / "known"), "sale_id", ("country",))
    added = publish(spark, staged("b1", ("s1", "1.00", 8), ("s2", "2.00", 8)), table, lookup)

    assert 2 == added
    assert {"s1": "DE", "s2": None} == {row.event_id: row.country for row in spark.table(table).collect()}
