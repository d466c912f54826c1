"""
The job `reject`: a batch that broke a rule goes into quarantine, whole, with the rules that it broke.
"""

from __future__ import annotations

import argparse
import functools
from collections.abc import Iterable
from typing import Any

from pyspark.sql import SparkSession

from .places import put


def reject(spark: SparkSession, staged: str, quarantine: str, verdict: str) -> None:
    """Put the rows in *staged* into *quarantine* as JSON, a file for each part, and *verdict* beside them."""
    rows = spark.read.parquet(staged).toJSON()
    rows.mapPartitionsWithIndex(lambda index, lines: [(index, list(lines))]).foreach(
        functools.partial(_put, quarantine)
    )
    put(f"{quarantine}/verdict.json", f"{verdict}\n".encode())


def _put(folder: str, part: tuple[int, Iterable[Any]]) -> None:
    index, lines = part
    body = "".join(f"{line}\n" for line in lines).encode()
    if body:
        put(f"{folder}/part-{index:05}.jsonl", body)


def main() -> None:
    """What Glue runs; its arguments are those of the job and of the state machine."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in ("batch", "staged", "quarantine", "verdict"):
        parser.add_argument(f"--{name}", required=True)
    given, _ = parser.parse_known_args()
    spark = SparkSession.builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    reject(spark, f"{given.staged}/batch={given.batch}", f"{given.quarantine}/{given.batch}", given.verdict)
