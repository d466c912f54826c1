from __future__ import annotations

import base64
import json

import duckdb
import pytest

PRESTO = {"int": "integer", "string": "varchar"}


@pytest.fixture(name="view", scope="module")
def _view(built):
    """
    What Athena reads of the view.
    """
    text = built["catalog/view"]["view_original_text"]

    return json.loads(base64.b64decode(text.removeprefix("/* Presto View: ").removesuffix(" */")))


@pytest.fixture(name="columns")
def _columns(built):
    """
    The table's columns and its partition, by name.
    """
    table = built["catalog/table"]

    return {column["name"]: column for column in table["storage_descriptor"]["columns"] + table["partition_keys"]}


def test_the_view_has_the_tables_columns(built, columns, view):
    """
    Table, view in Glue and view in Athena agree on names, order and types.
    """
    shown = built["catalog/view"]["storage_descriptor"]["columns"]

    assert {name: column["type"] for name, column in columns.items()} == {each["name"]: each["type"] for each in shown}
    assert [(each["name"], PRESTO.get(each["type"], each["type"])) for each in shown] == [
        (each["name"], each["type"]) for each in view["columns"]
    ]


def test_the_view_keeps_each_event_once(columns, view):
    """
    Of rows with one event id, the first that arrived is shown; the view's text runs as it is.
    """
    connection = duckdb.connect()
    names = ", ".join(f'"{name}" {PRESTO.get(each["type"], each["type"])}' for name, each in columns.items())
    connection.execute(f"CREATE TABLE orders ({names})")
    for event, arrived in (("a", "10:05"), ("a", "10:01"), ("b", "10:02"), ("a", "10:09")):
        connection.execute(
            f"INSERT INTO orders (event_id, ingested_at) VALUES ('{event}', '2026-01-01 {arrived}')"  # noqa: S608
        )
    shown = connection.execute(f"SELECT event_id, strftime(ingested_at, '%H:%M') FROM ({view['originalSql']})")  # noqa: S608

    assert [("a", "10:01"), ("b", "10:02")] == sorted(shown.fetchall())


def test_the_view_is_one_for_athena(built, view):
    """
    Athena knows a view by its kind, its parameters and the catalog it was made for.
    """
    resource = built["catalog/view"]

    assert ("VIRTUAL_VIEW", "true") == (resource["table_type"], resource["parameters"]["presto_view"])
    assert ("awsdatacatalog", "orders_dev") == (view["catalog"], view["schema"])


@pytest.mark.parametrize("name", ["email", "customer"])
def test_sensitive_columns_hold_tokens(columns, name):
    """
    The column of a sensitive field is a string and says that it is a token, also where the field is a number.
    """
    assert ("string", "token") == (columns[name]["type"], columns[name]["comment"])


def test_partitions_are_projected(built):
    """
    Athena computes the partitions of each day, so nothing has to register them.
    """
    parameters = built["catalog/table"]["parameters"]

    assert ("true", "date", "yyyy-MM-dd") == tuple(
        parameters[f"projection.{key}"] for key in ("enabled", "event_date.type", "event_date.format")
    )
    assert parameters["storage.location.template"] == (
        "s3://int-orders-dev-curated-111122223333-eu-central-1/orders/event_date=$${event_date}/"
    )


def test_the_table_lies_where_firehose_writes(built):
    """
    The table's location, its projected partitions and the delivery's prefix are the same folder.
    """
    table, delivery = built["catalog/table"], built["delivery/stream"]["extended_s3_configuration"]
    folder = delivery["prefix"].partition("event_date=")[0]

    assert table["storage_descriptor"]["location"].endswith(f"eu-central-1/{folder}")
    assert f"/{folder}event_date=" in table["parameters"]["storage.location.template"]


@pytest.mark.parametrize("path", ["catalog/database", "catalog/table", "catalog/view"])
def test_the_catalog_tells_the_facts(built, path):
    """
    Database, table and view name the class, the owner and where the data comes from.
    """
    parameters = built[path]["parameters"]

    assert ("internal", "orders@example.com") == (parameters["data_classification"], parameters["owner"])
    assert "producer > events > transform > delivery-buffer > delivery" == parameters["lineage"]


def test_columns_say_what_they_mean(columns):
    """
    A field's description is the column's comment.
    """
    assert "Identifies the order" == columns["order_id"]["comment"]
