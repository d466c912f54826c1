from __future__ import annotations

import pytest

from tests.modules.sample import build, parameters


def test_tokens_lower_the_class_by_one():
    """
    What people query is one class weaker than the source, since its sensitive fields are tokens.
    """
    table = build(classification="restricted")["catalog/table"]

    assert "confidential" == table["parameters"]["data_classification"]


def test_without_sensitive_fields_the_class_stays():
    """
    Nothing is de-identified where no field is sensitive.
    """
    built = parameters(event_schema={"sensitive_fields": []})

    assert "confidential" == built["catalog/table"]["parameters"]["data_classification"]
    assert {"process": "transform"} == built["transform/function/role/role"]["tags"]


@pytest.mark.parametrize("classification", ["public", "internal", "confidential", "restricted"])
def test_every_class_makes_a_sound_stack(classification):
    """
    The blueprint takes data of every class.
    """
    built = build(classification=classification)

    assert {classification} == {store.classification for store in built.graph.stores if store.name == "events"}


def test_outputs_tell_what_producers_and_readers_need(stack):
    """
    A stack says where to put events, as whom, and where to query.
    """
    assert {"stream_name", "producer_role_arn", "database_name", "view_name", "workgroup_owner"} <= set(stack["output"])
    assert "orders_current" == stack["output"]["view_name"]["value"]


def test_every_process_has_a_role_or_is_outside():
    """
    Whatever reads or writes a store of the stack acts as a role of its own; only S3's log delivery is AWS itself.
    """
    without = [process.name for process in build().graph.processes if process.principal is None]

    assert ["access-logging"] == without


def test_no_role_is_shared():
    """
    Two processes never act as the same role.
    """
    principals = [process.principal for process in build().graph.processes if process.principal]

    assert len(set(principals)) == len(principals)


def test_no_persona_who_queries_repairs():
    """
    Who may see refused, untreated records does so in a role of its own, which cannot write where others read.
    """
    for process in build().graph.processes:
        if process.persona and process.stores("writes"):
            assert "quarantine" not in {store.name for store in process.stores("reads")}


def test_labels_of_tokens_are_versions():
    """
    A new label reaches the function, so that new tokens differ.
    """
    function = parameters(token_label="v2")["transform/function/function"]

    assert "v2" == function["environment"]["variables"]["TOKEN_LABEL"]
