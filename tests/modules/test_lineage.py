from __future__ import annotations

import itertools

import pytest

from modules.dataflow import Graph, Statement
from modules.lineage import arn_of, origins, to_json
from tests.modules.graphs import process, store


@pytest.fixture(name="dataflow", scope="module")
def _dataflow(built):
    return to_json(built.graph)


def edges(dataflow):
    return {(flow["from"], flow["to"]): flow for flow in dataflow["flows"]}


def test_the_way_of_an_event(dataflow):
    """
    An event goes from the producer through stream and function to the table, and untouched to the raw zone.
    """
    way = ["producer", "events", "transform", "delivery-buffer", "delivery", "orders", "persona-owner-query"]

    assert set(itertools.pairwise(way)) <= set(edges(dataflow))
    assert {("events", "archive"), ("archive", "raw"), ("transform", "quarantine")} <= set(edges(dataflow))


def test_edges_carry_the_class(dataflow):
    """
    What the function reads is confidential, what it passes on is internal, what it refuses stays confidential.
    """
    classes = {edge: flow["classification"] for edge, flow in edges(dataflow).items()}

    assert "confidential" == classes["events", "transform"]
    assert "internal" == classes["transform", "delivery-buffer"]
    assert "confidential" == classes["transform", "quarantine"]


def test_edges_carry_the_load(dataflow):
    """
    200 records of 900 bytes a second with a peak of five times that travel to the table.
    """
    load = edges(dataflow)["delivery", "orders"]["load"]

    assert load == {
        "records_per_second": 200,
        "average_record_bytes": 900,
        "peak_factor": 5,
        "peak_kib_per_second": 878.906,
    }


def test_people_carry_no_load(dataflow):
    """
    What people read is not part of the stream's load.
    """
    assert edges(dataflow)["orders", "persona-owner-query"]["load"] is None


def test_the_treatment_is_told(dataflow):
    """
    The function says which fields it tokenizes, and into which class.
    """
    [transform] = [process for process in dataflow["processes"] if process["name"] == "transform"]

    assert {"method": "tokenize", "fields": ["email", "customer"], "to": "internal"} == transform["deidentifies"]


def test_stores_say_how_long_they_keep(dataflow):
    """
    Each store names its class, owner and retention in days.
    """
    stores = {store["name"]: store for store in dataflow["stores"]}

    assert (3, "confidential") == (stores["events"]["retention_days"], stores["events"]["classification"])
    assert {"orders@example.com"} == {store["owner"] for store in stores.values()}


def test_the_narrowest_stage_is_named(dataflow):
    """
    At peak the one shard of the sample is full, before every other stage.
    """
    assert "events" == dataflow["narrowest"]
    assert 1.0 == dataflow["utilization_at_peak"]["events"]


def test_what_runs_in_the_network_is_told(dataflow):
    """
    The function has a place in private subnets; what AWS runs has none.
    """
    assert ["transform"] == [process["name"] for process in dataflow["processes"] if process["in_network"]]


def test_personas_are_told(dataflow):
    """
    Whose role a process is stands apart from its name.
    """
    personas = {process["name"]: process["persona"] for process in dataflow["processes"]}

    assert ("owner", None) == (personas["persona-owner-query"], personas["transform"])


def test_a_store_has_an_arn(dataflow):
    """
    A table is told rather than its files, and what nobody may read by what its writers need.
    """
    arns = {store["name"]: store["arn"] or "" for store in dataflow["stores"]}

    assert arns["orders"].startswith("arn:aws:glue:")
    assert arns["orders"].endswith("/orders")
    assert arns["raw"].startswith("arn:aws:s3:::")
    assert arns["delivery-buffer"].startswith("arn:aws:firehose:")


def test_keys_are_no_place_for_data():
    """
    A store of which nothing but a key is needed has no ARN.
    """
    graph = Graph()
    made = store(graph, "a")
    object.__setattr__(made, "read_statements", (Statement(("kms:Decrypt",), ("${aws_kms_key.key.arn}",)),))

    assert arn_of(made) is None


def test_origins_are_all_ways():
    """
    Each way into a store is told from its source, once; people are no way.
    """
    graph = Graph()
    first, second, last = (store(graph, name) for name in ("first", "second", "last"))
    process(graph, "web", writes=[first])
    process(graph, "app", writes=[first])
    process(graph, "other", writes=[second])
    process(graph, "join", reads=[first, second], writes=[last])
    process(graph, "person", reads=[first], writes=[last], persona="owner")

    assert "web > first > join, app > first > join, other > second > join" == origins(graph, last)
