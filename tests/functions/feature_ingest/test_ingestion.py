from __future__ import annotations

import hashlib
import json

import boto3
import pytest
from botocore.stub import Stubber
from moto import mock_aws

from functions.feature_ingest.ingestion import Ingestion, IngestionError
from functions.feature_ingest.settings import Settings, SettingsError

REGION, APPROVED = "eu-central-1", "approved-bucket"
ROWS = b"customer,months,spent,left\nt1,12,3.5,0\n,3,1,0\nt2,3.0,,1\n"
KEY = "data/churn/b1/part-0.csv"
APPROVAL = {
    "batch": "b1",
    "decision": "approved",
    "time": "2026-01-31T23:59:59+00:00",
    "approved": [{"key": KEY, "sha256": hashlib.sha256(ROWS).hexdigest()}],
}
TOLD = {
    "DATASET": "churn",
    "APPROVED_BUCKET": APPROVED,
    "FEATURE_GROUP": "churn-features",
    "FEATURES": json.dumps(
        {"customer": "String", "months": "Integral", "spent": "Fractional", "approved_at": "String"}
    ),
    "IDENTIFIER": "customer",
    "EVENT_TIME": "approved_at",
}


class Place:
    """Approved rows in an embedded S3, and the client of the feature store, whose requests are looked at."""

    def __init__(self, s3, features, stubber):
        self.s3, self.features, self.stubber = s3, features, stubber

    def put(self, key, body):
        self.s3.put_object(
            Bucket=APPROVED, Key=key, Body=body if isinstance(body, bytes) else json.dumps(body).encode()
        )

    def expect(self, *records):
        for record in records:
            asked = {"FeatureGroupName": "churn-features", "Record": record}
            self.stubber.add_response("put_record", {}, asked)

    def ingest(self, batch="b1", **changes):
        return Ingestion(Settings.load(TOLD | changes), self.s3, self.features).ingest(batch)


def record(**values):
    return [{"FeatureName": name, "ValueAsString": value} for name, value in values.items()]


@pytest.fixture(name="place")
def _place(monkeypatch):
    """
    One approved batch of three rows, one of which nothing identifies.
    """
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    with mock_aws():
        s3 = boto3.client("s3", region_name=REGION)
        s3.create_bucket(Bucket=APPROVED, CreateBucketConfiguration={"LocationConstraint": REGION})
        features = boto3.client("sagemaker-featurestore-runtime", region_name=REGION)
        with Stubber(features) as stubber:
            place = Place(s3, features, stubber)
            place.put(KEY, ROWS)
            place.put("approvals/churn/b1.json", APPROVAL)
            yield place


def test_rows_become_records(place, monkeypatch):
    """
    Values are written as their type asks, empty ones and the label are left out, and the approval dates them in UTC.
    """
    monkeypatch.setattr("functions.feature_ingest.ingestion.AT_A_TIME", 1)
    time = "2026-01-31T23:59:59Z"
    place.expect(
        record(customer="t1", months="12", spent="3.5", approved_at=time),
        record(customer="t2", months="3", approved_at=time),
    )

    assert {"records": 2, "left_out": 1} == place.ingest()
    place.stubber.assert_no_pending_responses()


def test_the_last_row_of_one_record_counts(place):
    """
    Two rows of one token and one time are one record, the later one.
    """
    rows = b"customer,months,spent,left\nt1,12,3.5,0\nt1,13,4,0\n"
    place.put(KEY, rows)
    place.put(
        "approvals/churn/b1.json", APPROVAL | {"approved": [{"key": KEY, "sha256": hashlib.sha256(rows).hexdigest()}]}
    )
    place.expect(record(customer="t1", months="13", spent="4.0", approved_at="2026-01-31T23:59:59Z"))

    assert {"records": 1, "left_out": 0} == place.ingest()


@pytest.mark.parametrize(
    ("key", "body", "said"),
    [
        (KEY, ROWS + b"t3,1,1,0\n", "and .* was approved"),
        ("approvals/churn/b1.json", APPROVAL | {"decision": "refused"}, "approves nothing"),
        ("approvals/churn/b1.json", APPROVAL | {"batch": "b2"}, "approves nothing"),
        ("approvals/churn/b1.json", APPROVAL | {"approved": [{"key": "data/other/b1/x.csv", "sha256": "0"}]}, "not below data/churn/b1/"),
    ],
)  # fmt: skip
def test_what_nobody_approved_becomes_no_feature(place, key, body, said):
    """
    Changed rows, a refusal, another batch and rows from elsewhere are each refused before a record is written.
    """
    place.put(key, body)

    with pytest.raises(IngestionError, match=said):
        place.ingest()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (b"customer,months\nt1,1\n", "lacks spent"),
        (b"customer,months,spent\nt1,1.5,1\n", "months is Integral, and a row has '1.5'"),
        (b"customer,months,spent\nt1,1,much\n", "spent is Fractional, and a row has 'much'"),
    ],
)
def test_rows_that_are_no_records_are_refused(place, rows, said):
    """
    A missing column and a value of another type are told, and nothing is written.
    """
    place.put(KEY, rows)
    place.put(
        "approvals/churn/b1.json", APPROVAL | {"approved": [{"key": KEY, "sha256": hashlib.sha256(rows).hexdigest()}]}
    )

    with pytest.raises(IngestionError, match=said):
        place.ingest()


@pytest.mark.parametrize("batch", ["../b1", "", "b/1"])
def test_a_name_that_is_none_is_refused(place, batch):
    """
    The name of a batch becomes part of keys, so that it is looked at first.
    """
    with pytest.raises(IngestionError, match="not the name of a batch"):
        place.ingest(batch)


def test_a_batch_that_is_not_there_is_told(place):
    """
    An approval that cannot be found is named with its place.
    """
    with pytest.raises(IngestionError, match=r"s3://approved-bucket/approvals/churn/b9\.json is not there"):
        place.ingest("b9")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"FEATURES": "["}, "FEATURES is not JSON"),
        ({"FEATURES": '{"customer": "Text"}'}, "expected feature names with one of"),
        ({"IDENTIFIER": "nobody"}, "IDENTIFIER names nobody"),
        ({"DATASET": ""}, "DATASET is missing or empty"),
    ],
)
def test_settings_say_what_is_wrong(changes, said):
    """
    A wrong variable is named before anything is read.
    """
    with pytest.raises(SettingsError, match=said):
        Settings.load(TOLD | changes)
