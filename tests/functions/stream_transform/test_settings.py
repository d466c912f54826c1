from __future__ import annotations

import json

import pytest

from functions.stream_transform.settings import Field, Settings, SettingsError


def test_reads_the_environment(environment):
    """
    Each declared field keeps its type, its need and, for a decimal, its digits.
    """
    settings = Settings.load(environment)

    assert Field("order_id", "string", required=True) == settings.fields[0]
    assert Field("amount", "decimal", required=False, precision=12, scale=2) == settings.fields[3]
    assert frozenset({"email"}) == settings.sensitive


@pytest.mark.parametrize(
    "name",
    [
        "EVENT_SCHEMA",
        "SENSITIVE_FIELDS",
        "TOKEN_KEY_ID",
        "TOKEN_LABEL",
        "DELIVERY_STREAM",
        "QUARANTINE_BUCKET",
        "EVENT_ID_FIELD",
        "EVENT_TIME_FIELD",
    ],
)
def test_names_a_missing_variable(environment, name):
    """
    A missing variable is an error that names it.
    """
    del environment[name]

    with pytest.raises(SettingsError, match=f"{name} is missing or empty"):
        Settings.load(environment)


def test_needs_no_key_without_sensitive_fields(environment):
    """
    Where nothing is sensitive there is no key to ask for.
    """
    settings = Settings.load(environment | {"SENSITIVE_FIELDS": "[]", "TOKEN_KEY_ID": ""})

    assert "" == settings.token_key_id


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("EVENT_SCHEMA", "{", "not JSON"),
        ("EVENT_SCHEMA", "{}", "no fields"),
        ("EVENT_SCHEMA", '{"fields":[]}', "no fields"),
        ("SENSITIVE_FIELDS", '"email"', "must be a JSON list"),
        ("SENSITIVE_FIELDS", '["mail"]', "does not declare"),
        ("TOKEN_LABEL", "v:1", "must match"),
        ("QUARANTINE_PREFIX", "orders", "end with a slash"),
        ("EVENT_ID_FIELD", "email", "must be a required field"),
        ("EVENT_ID_FIELD", "id", "does not declare"),
        ("EVENT_TIME_FIELD", "order_id", "must be a required field of type timestamp"),
        ("SENSITIVE_FIELDS", '["placed_at"]', "would stand in clear text"),
    ],
)
def test_refuses_contradictions(environment, name, value, message):
    """
    A variable that cannot be meant stops the cold start.
    """
    with pytest.raises(SettingsError, match=message):
        Settings.load(environment | {name: value})


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ({"name": "a b", "type": "string"}, "must match"),
        ({"name": "a", "type": "text"}, "allowed: string"),
        ({"name": "a", "type": "decimal(39,2)"}, "precision up to 38"),
        ({"name": "a", "type": "decimal(3,4)"}, "scale up to the precision"),
        ({"name": "a", "type": "string", "required": 1}, "expected true or false"),
        ({"name": "a", "type": "string", "nullable": True}, "nothing else"),
        ({"name": "Order_Id", "type": "string"}, "declares a field twice"),
        ({"name": "ingested_at", "type": "timestamp"}, "writes itself"),
        ({"name": "event_id", "type": "string"}, "rename one of them"),
    ],
)
def test_refuses_schemas(environment, field, message):
    """
    A field that no row could carry stops the cold start.
    """
    schema = json.loads(environment["EVENT_SCHEMA"])
    schema["fields"].append(field)

    with pytest.raises(SettingsError, match=message):
        Settings.load(environment | {"EVENT_SCHEMA": json.dumps(schema)})
