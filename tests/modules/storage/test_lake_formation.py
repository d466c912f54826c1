from __future__ import annotations

import pytest

from modules.dataflow import Classification
from tests.modules.lakehouse_sample import build, parameters

FILES = ("s3:GetObject", "s3:PutObject", "kms:Decrypt")


def _grants(built, persona):
    principal = f"arn:aws:iam::111122223333:role/sales-dev-persona-{persona}-query"
    return [each for each in built.of_type("aws_lakeformation_permissions").values() if each["principal"] == principal]


def _store(built, name):
    [store] = [store for store in built.graph.stores if store.name == name]
    return store


def test_who_is_cleared_reads_the_table():
    """
    Owner and engineer may read what is confidential, so they get the table as a whole.
    """
    selects = [
        each
        for persona in ("owner", "engineer")
        for each in _grants(build(), persona)
        if "SELECT" in each["permissions"]
    ]

    assert ["sales", "sales"] == [each["table"]["name"] for each in selects]


def test_who_is_not_cleared_reads_the_filter():
    """
    The analyst gets the filter, which lacks what is withheld and nothing else.
    """
    [select] = [each for each in _grants(build(), "analyst") if "SELECT" in each["permissions"]]
    [data] = build()["lakehouse/formation/filter"]["table_data"]

    assert "sales-internal" == select["data_cells_filter"]["name"] == data["name"]
    assert ["sale_id", "sold_at", "customer", "amount", "event_id", "ingested_at", "event_date"] == data["column_names"]


def test_what_is_open_is_weaker_than_the_table():
    """
    With a withheld column table and bucket have the source's class, and the filter the next weaker one.
    """
    built = build()

    assert Classification.CONFIDENTIAL == _store(built, "sales").classification
    assert Classification.INTERNAL == _store(built, "sales-internal").classification
    assert "con-sales-dev-curated-111122223333-eu-central-1" == built["lakehouse/lake/curated/bucket"]["bucket"]


def test_without_withheld_columns_there_is_no_filter():
    """
    Then the table is as weak as what is tokenized, and everybody reads it.
    """
    built = parameters(withheld_fields=[])

    assert {} == built.of_type("aws_lakeformation_data_cells_filter")
    assert Classification.INTERNAL == _store(built, "sales").classification
    assert 3 == len(
        [each for persona in ("owner", "engineer", "analyst") for each in _grants(built, persona) if "table" in each]
    )


@pytest.mark.parametrize("persona", ["owner", "engineer", "analyst"])
def test_people_have_no_way_to_the_files(persona):
    """
    A persona asks Lake Formation, and has no right on the curated bucket.
    """
    allowed = build().allowed(f"readers/{persona}/role/policy")
    places = [place for action in FILES for place in allowed.get(action, [])]

    assert ["*"] == allowed["lakeformation:GetDataAccess"]
    assert not [place for place in places if "curated" in place]


def test_new_tables_are_nobodys():
    """
    Tables of the database start with the deploy role alone, not with whoever IAM lets call Glue.
    """
    [default] = build()["lakehouse/database/database"]["create_table_default_permission"]

    assert {"data_lake_principal_identifier": "arn:aws:iam::111122223333:role/deploy"} == default["principal"]


def test_tags_say_class_and_owner():
    """
    The table has the class and the owner of its data, the columns that are open their own class.
    """
    built = build()
    tags = {each["key"]: each["value"] for each in built["lakehouse/formation/table_tags"]["lf_tag"]}
    columns = built["lakehouse/formation/column_tags"]

    assert {"sales-dev-classification": "confidential", "sales-dev-owner": "sales@example.com"} == tags
    assert "margin" not in columns["table_with_columns"]["column_names"]
    assert "internal" == columns["lf_tag"][0]["value"]


def test_the_place_is_guarded_without_a_way_beside():
    """
    The table's place is registered under a role of its own, without hybrid access.
    """
    place = build()["lakehouse/formation/location"]

    assert "arn:aws:s3:::con-sales-dev-curated-111122223333-eu-central-1/sales" == place["arn"]
    assert ("<lakehouse/formation/role/role.arn>", False) == (place["role_arn"], place["hybrid_access_enabled"])
