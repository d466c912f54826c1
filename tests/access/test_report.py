from __future__ import annotations

import csv
import io
import json
from copy import deepcopy

import pytest

from tests.access.plans import access, row
from tests.access.widenings import WIDENED
from workflow.access.actions import COLUMNS
from workflow.access.report import as_csv, as_json, as_markdown, change


@pytest.fixture(scope="module")
def found():
    return access("orders-dev")


@pytest.fixture
def document(found):
    return deepcopy(as_json(found, "orders-dev"))


def test_an_analyst_queries_and_no_more(found):
    """
    The analyst reads the table and works with results of their own.
    """
    stores = ["orders", "results-analyst", "results-owner", "raw", "quarantine", "events"]
    work = {"list", "read", "decrypt"}

    assert [work, work | {"write"}, set(), set(), set(), set()] == [
        row(found, "persona-analyst-query", store) for store in stores
    ]


def test_key_administrators_do_not_use_keys(found):
    """
    Who administers a key neither encrypts nor decrypts with it.
    """
    assert {"list", "delete", "administer"} == row(found, "role/key-administrator", "key-pipeline")


def test_services_are_rows(found):
    """
    Services that a policy names are principals like others.
    """
    assert {"write"} == row(found, "logging.s3.amazonaws.com", "access-logs")


def test_trust_is_a_table_of_its_own(document):
    """
    Who may become whom is told beside what they may do then, and nobody inherits.
    """
    expected = {
        "principal": "role/data-analyst",
        "role": "persona-analyst-query",
        "how": "sts:AssumeRole",
        "conditions": [],
    }

    assert expected in document["trusts"]
    assert [] == [each for each in document["rows"] if each["principal"] == "role/data-analyst"]


def test_the_formats_agree(document):
    """
    CSV and Markdown have a row for each of the JSON's.
    """
    rows = list(csv.DictReader(io.StringIO(as_csv(document))))
    lines = as_markdown(document).split("## ")[0].splitlines()

    assert [[item["principal"], item["store"]] for item in document["rows"]] == [
        [r["principal"], r["store"]] for r in rows
    ]
    assert len(document["rows"]) + 2 == len([line for line in lines if line.startswith("|")])
    assert {"yes", "no"} == {each[column] for each in rows for column in COLUMNS}


def test_the_json_is_the_same_on_each_run(document):
    """
    Two computations of one plan give the same text.
    """
    assert json.dumps(as_json(access("orders-dev"), "orders-dev")) == json.dumps(document)


def test_text_of_policies_is_escaped(document):
    """
    What a policy names cannot break the table.
    """
    document["rows"][0]["principal"] = "a|b<c>*"

    assert "| a\\|b&lt;c>\\* |" in as_markdown(document)


def test_no_change_is_said(document):
    """
    Equal matrices have no difference.
    """
    assert "# Access in orders-dev\n\nNobody gains or loses access.\n" == change(document, document)


def test_what_somebody_gains_is_said_in_words(document):
    """
    A gain names the principal, the columns, the store and its class.
    """
    after = as_json(access("orders-dev", WIDENED["role: all of a bucket"]), "orders-dev")
    said = change(document, after)

    assert "- persona-analyst-query gains read and decrypt on undelivered, internal\n" in said


def test_what_somebody_loses_is_said_in_words(document):
    """
    The other way round, the same is a loss.
    """
    before = as_json(access("orders-dev", WIDENED["role: all of a bucket"]), "orders-dev")

    assert "- persona-analyst-query loses read and decrypt on undelivered, internal\n" in change(before, document)


def test_a_change_of_trust_is_said(document):
    """
    Who may become somebody else now is told, and who no longer may.
    """
    after = as_json(access("orders-dev", WIDENED["trust: another role"]), "orders-dev")
    said = change(document, after)

    assert "- arn:aws:iam::999999999999:role/reader may now become producer (sts:AssumeRole)\n" in said
    assert "- role/web-shop may no longer become producer (sts:AssumeRole)\n" in said


def test_a_change_of_class_is_said(document):
    """
    A store that others may see differently now is told.
    """
    after = deepcopy(document)
    for each in after["rows"]:
        each["classification"] = "public" if each["store"] == "raw" else each["classification"]

    assert "- raw is public now, and was confidential\n" in change(document, after)
