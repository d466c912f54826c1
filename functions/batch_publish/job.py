"""
The job `publish`: merges the rows of a batch into an Apache Iceberg table.

One commit adds all rows of a batch or none. An event that is there already is left as it is, so a batch that is published
twice, or overlaps another, adds no row twice. Runs on the Python of EMR, which is older than the functions': 3.9.
"""

from __future__ import annotations

import argparse
import logging
from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as sql

PARTITION = "event_date"


@dataclass(frozen=True)
class Lookup:
    """Parquet files at *source*, whose *columns* go to the rows with the same value in the column *on*."""

    source: str
    on: str
    columns: tuple[str, ...]


def publish(spark: SparkSession, staged: str, table: str, lookup: Lookup | None = None) -> int:
    """Merge the rows in *staged*, with what *lookup* adds, into *table*; how many rows were new."""
    _partition(spark, table)
    names = [field.name for field in spark.table(table).schema.fields]
    first = Window.partitionBy("event_id").orderBy("ingested_at")
    rows = spark.read.parquet(staged).withColumn("occurrence", sql.row_number().over(first)).where("occurrence = 1")
    if lookup:
        rows = rows.join(_known(spark, lookup), lookup.on, "left")
    rows.select(*names).createOrReplaceTempView("staged_batch")
    before = spark.table(table).count()
    spark.sql(
        f"MERGE INTO {table} AS there USING staged_batch AS new ON there.event_id = new.event_id "
        "WHEN NOT MATCHED THEN INSERT *"
    )
    return int(spark.table(table).count() - before)


def _known(spark: SparkSession, lookup: Lookup) -> DataFrame:
    """One row for each value of the column, since the source may hold a row twice."""
    return spark.read.parquet(lookup.source).select(lookup.on, *lookup.columns).dropDuplicates([lookup.on])


def _partition(spark: SparkSession, table: str) -> None:
    """The catalog makes the table without partitions; the first batch that is published adds them."""
    [shown] = spark.sql(f"SHOW CREATE TABLE {table}").collect()
    if "PARTITIONED BY" not in shown.createtab_stmt:
        spark.sql(f"ALTER TABLE {table} ADD PARTITION FIELD {PARTITION}")


def main() -> None:
    """What EMR Serverless runs; the catalog `lake` is set up by the arguments of the job run."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in ("batch", "staged", "table"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("lookup", "on", "columns"):
        parser.add_argument(f"--{name}", default="")
    given, _ = parser.parse_known_args()
    spark = SparkSession.builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    lookup = Lookup(given.lookup, given.on, tuple(given.columns.split(","))) if given.lookup else None
    added = publish(spark, f"{given.staged}/batch={given.batch}", given.table, lookup)
    logging.getLogger(__name__).warning("%s: %d new rows in %s", given.batch, added, given.table)
