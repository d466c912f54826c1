"""
The job `prepare`: from the files of a batch to rows that can be judged, and refusals in quarantine.

Run again, it writes the same files again; nothing of a batch is written before all of it is known to be there.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import boto3
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql
from stream_transform.settings import Settings
from stream_transform.tokens import Tokenizer

from .manifest import Manifest, Part
from .places import put
from .rows import Rows, columns


@dataclass(frozen=True)
class Batch:
    """A batch called *name* in the folder *source*, and the folders its rows and its refusals go to."""

    name: str
    source: str
    staged: str
    refused: str


def prepare(
    spark: SparkSession, batch: Batch, manifest: Manifest, settings: Settings, tokenizer: Tokenizer | None
) -> None:
    """Raises HalfWrittenError, and has written nothing, unless the files are what *manifest* says."""
    lines = _lines(spark, batch, manifest)
    work = functools.partial(_made, settings, tokenizer)
    made = lines.rdd.mapPartitions(work).toDF("row string, refusal string").persist()
    made.where("refusal is not null").select("refusal").foreachPartition(functools.partial(_refuse, batch.refused))
    _typed(made.where("row is not null"), settings).write.mode("overwrite").parquet(
        f"{batch.staged}/batch={batch.name}"
    )
    made.unpersist()


def _lines(spark: SparkSession, batch: Batch, manifest: Manifest) -> DataFrame:
    """The lines of all files of the batch, once the files are known to be whole."""
    try:
        lines = spark.read.text([f"{batch.source}/{name}" for name in sorted(manifest.parts)])
    except AnalysisException as error:  # a file that is not there
        manifest.check({})
        raise error from error
    grouped = lines.groupBy(
        sql.col("_metadata.file_name").alias("name"), sql.col("_metadata.file_size").alias("bytes")
    ).agg(sql.count("*").alias("records"))
    manifest.check({row["name"]: Part(row["bytes"], row["records"]) for row in grouped.collect()})
    return lines


def _made(
    settings: Settings, tokenizer: Tokenizer | None, lines: Iterable[Any]
) -> Iterator[tuple[str | None, str | None]]:
    """The compiled checks cannot travel, so each worker compiles them once a partition."""
    return Rows(settings, tokenizer).of(line.value for line in lines)


def _typed(made: DataFrame, settings: Settings) -> DataFrame:
    wanted = columns(settings)
    stated = ", ".join(
        f"`{name}` {'string' if kind in ('timestamp', 'date') or kind.startswith('decimal') else kind}"
        for name, kind in wanted.items()
        if name != "ingested_at"
    )
    parsed = made.select(sql.from_json("row", stated).alias("row")).select("row.*")
    arrived = parsed.withColumn("ingested_at", sql.current_timestamp())
    return arrived.select([sql.col(name).cast(kind).alias(name) for name, kind in wanted.items()])


def _refuse(folder: str, refusals: Iterable[Any]) -> None:
    """One object for the refusals of a partition, named by what is in it, so that writing it again adds nothing."""
    lines = sorted(row.refusal for row in refusals)
    if lines:
        body = "".join(f"{line}\n" for line in lines).encode()
        put(f"{folder}/{hashlib.sha256(body).hexdigest()[:32]}.jsonl", body)


def main() -> None:
    """What Glue runs; its arguments are those of the job and of the state machine."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in ("batch", "bucket", "key", "version", "staged", "refused", "settings"):
        parser.add_argument(f"--{name}", required=True)
    given, _ = parser.parse_known_args()
    settings = Settings.load(json.loads(given.settings))
    tokenizer = (
        Tokenizer.derive(boto3.client("kms"), settings.token_key_id, settings.token_label)
        if settings.sensitive
        else None
    )
    found = boto3.client("s3").get_object(Bucket=given.bucket, Key=given.key, VersionId=given.version)
    source = f"s3://{given.bucket}/{given.key.rpartition('/')[0]}"
    batch = Batch(given.batch, source, given.staged, f"{given.refused}/{given.batch}")
    spark = SparkSession.builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    prepare(spark, batch, Manifest.read(found["Body"].read().decode()), settings, tokenizer)
