"""
Look into a lake as one of its people: curated rows through the deduplicating view, and refused records.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import boto3
    import duckdb
    import pyarrow as pa


def objects(session: boto3.Session, bucket: str, prefix: str) -> dict[str, bytes]:
    """Contents of all objects under *prefix*, by key."""
    s3 = session.client("s3")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    keys = [entry["Key"] for page in pages for entry in page.get("Contents", [])]
    return {key: s3.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys}


def rows(session: boto3.Session, database: str, table: str) -> pa.Table:
    """All rows of *table*, duplicates too, with the partition's column taken from the path."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    described = session.client("glue").get_table(DatabaseName=database, Name=table)["Table"]
    bucket, _, prefix = described["StorageDescriptor"]["Location"].removeprefix("s3://").partition("/")
    parts = []
    for key, content in objects(session, bucket, prefix).items():
        day = key.split("event_date=")[1].split("/")[0]
        part = pq.read_table(io.BytesIO(content))
        parts.append(part.append_column("event_date", pa.array([day] * len(part)).cast(pa.date32())))
    return pa.concat_tables(parts)


def view_sql(session: boto3.Session, database: str, view: str) -> str:
    """The query of a view, as the catalog holds it."""
    text = session.client("glue").get_table(DatabaseName=database, Name=view)["Table"]["ViewOriginalText"]
    definition: dict[str, Any] = json.loads(base64.b64decode(text.removeprefix("/* Presto View: ").removesuffix(" */")))
    return str(definition["originalSql"])


def query_view(session: boto3.Session, database: str, table: str) -> duckdb.DuckDBPyRelation:
    """What `<table>_current` shows, answered by DuckDB in place of Athena, with the very SQL of the catalog."""
    import duckdb

    connection = duckdb.connect()
    connection.register(table, rows(session, database, table))
    return connection.sql(view_sql(session, database, f"{table}_current"))


def refused(session: boto3.Session, bucket: str, prefix: str) -> list[dict[str, Any]]:
    """Records in quarantine, each with its reason."""
    contents = objects(session, bucket, prefix).values()
    return [json.loads(line) for content in contents for line in gzip.decompress(content).splitlines()]
