from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from modules.processing.event_schema import EventSchema
from tests.modules.sample import DEPLOYMENT

SAMPLE = DEPLOYMENT["parameters"]["event_schema"]
ID, TIME = SAMPLE["fields"][:2]


def schema(*more, **changes):
    return EventSchema.model_validate_json(json.dumps(SAMPLE | {"fields": [ID, TIME, *more]} | changes))


def field(name, kind="string", **details):
    return {"name": name, "type": kind, **details}


@pytest.fixture(name="sample")
def _sample():
    return EventSchema.model_validate_json(json.dumps(SAMPLE))


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("string", "string"),
        ("integer", "int"),
        ("bigint", "bigint"),
        ("double", "double"),
        ("boolean", "boolean"),
        ("timestamp", "timestamp"),
        ("date", "date"),
        ("decimal(38,0)", "decimal(38,0)"),
    ],
)
def test_each_type_has_a_column_type(kind, column):
    """
    A field's type decides the type of its column in Glue.
    """
    assert column == schema(field("value", kind), sensitive_fields=[]).columns()["value"][0]


def test_tokens_are_strings(sample):
    """
    A sensitive field becomes a string, whatever it was, and its description, which may say too much, is not shown.
    """
    assert ("string", "token") == sample.columns()["customer"]


def test_every_table_gets_three_columns(sample):
    """
    Rows carry the event's id and the time of arrival; the date of the event is the partition.
    """
    assert ["event_id", "ingested_at"] == list(sample.columns())[-2:]
    assert "event_date" not in sample.columns()


def test_the_function_gets_names_types_and_needs(sample):
    """
    The schema's JSON holds what the function checks, without descriptions.
    """
    first, *_ = json.loads(sample.to_json())["fields"]

    assert {"name": "order_id", "type": "string", "required": True} == first


@pytest.mark.parametrize("kind", ["decimal(39,2)", "decimal(0,0)", "decimal(4,5)"])
def test_impossible_decimals_are_refused(kind):
    """
    A decimal has 1 to 38 digits, and no more of them behind the point.
    """
    with pytest.raises(ValidationError, match="precision or scale out of range"):
        schema(field("value", kind), sensitive_fields=[])


@pytest.mark.parametrize("name", ["event_date", "ingested_at", "event_id"])
def test_names_of_added_columns_are_reserved(name):
    """
    A field cannot be called like a column that every table gets.
    """
    with pytest.raises(ValidationError, match=f"{name} is a column that every table gets"):
        schema(field(name), sensitive_fields=[])


def test_the_identifying_field_may_be_called_event_id():
    """
    A field `event_id` that identifies the event is the column of that name.
    """
    fields = [field("event_id"), TIME]

    assert ["event_id", "ordered_at", "ingested_at"] == list(
        schema(fields=fields, event_id="event_id", sensitive_fields=[]).columns()
    )


def test_a_name_is_used_once():
    """
    Two fields of one name are refused.
    """
    with pytest.raises(ValidationError, match="order_id is used twice"):
        schema(field("order_id"), sensitive_fields=[])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"event_id": "nothing"}, "nothing is not one of the fields"),
        ({"event_id": "ordered_at"}, "must be a required string"),
        ({"event_time": "order_id"}, "must be a required timestamp"),
        ({"fields": [ID | {"required": False}, TIME]}, "must be a required string"),
        ({"sensitive_fields": ["nothing"]}, "nothing is not one of the fields"),
        ({"event_time": "orderd_at"}, "did you mean ordered_at"),
        (
            {"sensitive_fields": ["custmer_email"], "fields": [ID, TIME, field("customer_email")]},
            "did you mean customer_email",
        ),
        ({"sensitive_fields": ["order_id"]}, "order_id identifies or dates the event"),
    ],
)
def test_keys_and_sensitive_fields_are_fields(changes, message):
    """
    What identifies or dates an event is a required field of the right type and stays readable.
    """
    with pytest.raises(ValidationError, match=message):
        schema(**{"sensitive_fields": []} | changes)


@pytest.mark.parametrize("kind", ["double", "boolean", "timestamp", "date", "decimal(4,2)"])
def test_only_whole_values_become_tokens(kind):
    """
    Tokens are made of strings and whole numbers, whose text is the same everywhere.
    """
    with pytest.raises(ValidationError, match="tokens can be made of string, integer, bigint"):
        schema(field("value", kind), sensitive_fields=["value"])


def test_a_sensitive_field_is_listed_once():
    """
    Listing a field twice is refused.
    """
    with pytest.raises(ValidationError, match="email is listed already"):
        schema(field("email"), sensitive_fields=["email", "email"])
