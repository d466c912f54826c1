from __future__ import annotations

import json

import pytest

from modules.dataflow import Classification
from modules.errors import SettingError
from tests.modules.sample import ACCOUNT, REGION
from tests.modules.training_sample import DEPLOYMENT, build

GROUP = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:feature-group/churn-dev-features"
FIELDS = DEPLOYMENT["parameters"]["gate"]["fields"]


@pytest.fixture(name="built", scope="module")
def _built():
    return build()


def dated(**features):
    """
    A deployment whose rows have a time of their own.
    """
    fields = [*FIELDS, {"name": "seen_at", "type": "timestamp"}, {"name": "spent", "type": "double"}]

    return build(parameters={"gate": {"fields": fields}, "features": features})


def defined(built):
    return {each["feature_name"]: each["feature_type"] for each in built["features/group"]["feature_definition"]}


def test_features_are_what_is_left_of_the_columns(built):
    """
    Tokens and coarsened columns are texts; dropped columns and the label are no features.
    """
    assert {"customer_id": "String", "age": "String", "approved_at": "String"} == defined(built)


def test_records_are_told_apart_by_a_token_and_dated_by_their_approval(built):
    """
    When the deployment says nothing, the first token identifies a record, and the approval dates it.
    """
    group = built["features/group"]

    assert ("customer_id", "approved_at") == (
        group["record_identifier_feature_name"],
        group["event_time_feature_name"],
    )


def test_a_column_dates_records_where_there_is_one():
    """
    A required timestamp of the schema is the time of an event.
    """
    found = dated(event_time="seen_at")

    assert "seen_at" == found["features/group"]["event_time_feature_name"]
    assert {"customer_id": "String", "age": "String", "seen_at": "String", "spent": "Fractional"} == defined(found)


@pytest.mark.parametrize(
    ("features", "message"),
    [
        ({"identifier": "age"}, r"none of gate.tokenized_fields \(customer_id\)"),
        ({"event_time": "age"}, "no required timestamp"),
        ({"event_time": "nowhere"}, "no required timestamp"),
    ],
)
def test_no_record_names_anybody(features, message):
    """
    What identifies a record is a token, and what dates it a timestamp; the message names the column.
    """
    with pytest.raises(SettingError, match=message):
        dated(**features)


def test_both_stores_are_under_the_key_of_approved_data(built):
    """
    Online and offline, features are under the key of the rows they are made of, and records have an end.
    """
    group = built["features/group"]
    online, offline = group["online_store_config"], group["offline_store_config"]["s3_storage_config"]

    assert (
        built["zones/approved/encryption"]["rule"][0]["apply_server_side_encryption_by_default"]["kms_master_key_id"]
        == (online["security_config"]["kms_key_id"])
    )
    assert online["security_config"]["kms_key_id"] == offline["kms_key_id"]
    assert {"unit": "Days", "value": 30} == online["ttl_duration"]


@pytest.mark.parametrize(("source", "kept"), [("restricted", "confidential"), ("confidential", "internal")])
def test_features_have_the_class_of_approved_rows(source, kept):
    """
    Features and their history are as sensitive as what they are made of.
    """
    classes = {store.name: store.classification for store in build(classification=source).graph.stores}

    assert {Classification(kept)} == {classes[name] for name in ("approved", "features", "history")}


def test_only_ingesting_writes_features(built):
    """
    One role puts records in, another one adds the history; neither can do the other's.
    """
    policies = built.of_type("aws_iam_role_policy")
    writing = {path: built.allowed(path).get("sagemaker:PutRecord") for path in policies}
    history = built.allowed("features/historian/policy")

    assert {"features/role/policy": [GROUP]} == {path: found for path, found in writing.items() if found}
    assert ["/features/churn/*"] == [arn[arn.index("/") :] for arn in history["s3:PutObject"]]


def test_an_approved_batch_becomes_features(built):
    """
    The state machine puts rows into the group once they are approved, and only then is a batch done.
    """
    states = json.loads(built["intake/machine/machine"]["definition"])["States"]

    assert "Ingest" == states["Approved"]["Choices"][0]["Next"]
    assert ("Learnable", "TellFailure") == (states["Ingest"]["Next"], states["Ingest"]["Catch"][0]["Next"])


def test_the_function_is_told_what_the_group_holds(built):
    """
    Names and types of the function's records are those of the group.
    """
    told = built["features/function"]["environment"]["variables"]

    assert defined(built) == json.loads(told["FEATURES"])
    assert ("customer_id", "approved_at") == (told["IDENTIFIER"], told["EVENT_TIME"])
