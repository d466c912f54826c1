from __future__ import annotations

import hashlib
import json

import boto3
import pytest
from moto import mock_aws

from functions.data_promotion import handler as entry
from functions.data_promotion.promotion import Promotion, PromotionError
from functions.data_promotion.tokens import Tokenizer
from functions.stream_transform.tokens import Tokenizer as StreamTokenizer

REGION = "eu-central-1"
STAGED, APPROVED = "staged-bucket", "approved-bucket"
ROWS = b'customer,months,note\nada,12,"a, b"\n,3,\n'
TIME = "2026-01-31T23:59:59+00:00"
TOKENS = Tokenizer("v1", b"key")
VERDICT = {
    "batch": "b1",
    "dataset": "churn",
    "decision": "approved",
    "reasons": [],
    "sources": [{"key": "batches/b1/day.csv", "sha256": "0" * 64}],
    "files": [{"name": "rows/part-0.csv", "sha256": hashlib.sha256(ROWS).hexdigest(), "rows": 2}],
}


@pytest.fixture(name="s3")
def _s3(monkeypatch):
    """
    A judged batch, and an empty place for what is approved.
    """
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    with mock_aws():
        s3 = boto3.client("s3", region_name=REGION)
        for bucket in (STAGED, APPROVED):
            s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        judged(s3, VERDICT)
        s3.put_object(Bucket=STAGED, Key="judged/churn/b1/rows/part-0.csv", Body=ROWS)
        yield s3


def judged(s3, verdict):
    s3.put_object(Bucket=STAGED, Key="judged/churn/b1/verdict.json", Body=json.dumps(verdict).encode())


def promote(s3, batch="b1", sensitive=("customer",), tokenizer=TOKENS):
    return Promotion(s3, STAGED, APPROVED, "churn", frozenset(sensitive), tokenizer).promote(batch, TIME)


def approved(s3):
    found = s3.list_objects_v2(Bucket=APPROVED).get("Contents", [])
    return {item["Key"]: s3.get_object(Bucket=APPROVED, Key=item["Key"])["Body"].read() for item in found}


def test_approved_rows_are_written_with_tokens(s3):
    """
    A sensitive value becomes its token, an empty one stays empty, and all else stays as it was judged.
    """
    promote(s3)
    rows = approved(s3)["data/churn/b1/part-0.csv"].decode().splitlines()

    assert ["customer,months,note", f'{TOKENS.token("ada")},12,"a, b"', ",3,"] == rows


def test_the_approval_is_recorded_with_the_digests_of_what_was_written(s3):
    """
    The record holds the verdict, the time, and the digest of each approved file.
    """
    result = promote(s3)
    record = json.loads(approved(s3)["approvals/churn/b1.json"])
    digest = hashlib.sha256(approved(s3)["data/churn/b1/part-0.csv"]).hexdigest()

    assert {"batch": "b1", "decision": "approved", "reasons": []} == result
    assert [{"key": "data/churn/b1/part-0.csv", "sha256": digest}] == record["approved"]
    assert (TIME, VERDICT["sources"]) == (record["time"], record["sources"])


def test_rows_without_sensitive_columns_are_promoted_byte_for_byte(s3):
    """
    Where nothing is to be hidden nothing is changed.
    """
    promote(s3, sensitive=(), tokenizer=None)

    assert approved(s3)["data/churn/b1/part-0.csv"] == ROWS


def test_a_refusal_is_recorded_and_writes_no_rows(s3):
    """
    Of a refused batch there is only the record of the reasons.
    """
    reasons = [{"check": "label_flips", "subject": "label"}]
    judged(s3, VERDICT | {"decision": "refused", "reasons": reasons, "files": []})

    assert {"batch": "b1", "decision": "refused", "reasons": reasons} == promote(s3)
    assert {"approvals/churn/refused/b1.json"} == set(approved(s3))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"batch": "b2"}, "not of churn/b1"),
        ({"dataset": "other"}, "not of churn/b1"),
        ({"decision": "maybe"}, "decides nothing"),
        ({"reasons": [{"check": "drift"}]}, "with reasons against it"),
        ({"files": []}, "without rows"),
        ({"files": [{"name": "rows/part-0.csv", "sha256": "0" * 64}]}, "was judged"),
        ({"files": [{"name": "../b2/part-0.csv", "sha256": "0" * 64}]}, "not the name of a file"),
        ({"files": [{"name": "rows/part-1.csv", "sha256": "0" * 64}]}, "is not there"),
    ],
)
def test_a_verdict_that_does_not_fit_approves_nothing(s3, changes, said):
    """
    A verdict on something else, one that contradicts itself, and rows that were not judged write nothing at all.
    """
    judged(s3, VERDICT | changes)
    with pytest.raises(PromotionError, match=said):
        promote(s3)

    assert {} == approved(s3)


def test_a_column_that_should_become_a_token_must_be_there(s3):
    """
    A renamed column does not slip through in clear.
    """
    with pytest.raises(PromotionError, match="lack email"):
        promote(s3, sensitive=("customer", "email"))

    assert {} == approved(s3)


@pytest.mark.parametrize("batch", ["../b1", "", "b1/b2"])
def test_a_name_that_is_none_is_refused(s3, batch):
    """
    The name of a batch names one folder.
    """
    with pytest.raises(PromotionError, match="not the name of a batch"):
        promote(s3, batch)


def test_tokens_are_those_of_the_stream():
    """
    With the same key and label a text has one token, wherever it is made.
    """
    assert StreamTokenizer("v1", b"key").token("ada") == TOKENS.token("ada")


def test_the_handler_derives_the_key_from_kms(s3, monkeypatch):
    """
    The key of the tokens is the MAC that KMS makes of the label.
    """
    kms = boto3.client("kms", region_name=REGION)
    key = kms.create_key(KeyUsage="GENERATE_VERIFY_MAC", KeySpec="HMAC_256")["KeyMetadata"]["KeyId"]
    for name, value in {
        "DATASET": "churn",
        "SENSITIVE_FIELDS": '["customer"]',
        "TOKEN_KEY_ID": key,
        "TOKEN_LABEL": "v1",
        "STAGED_BUCKET": STAGED,
        "APPROVED_BUCKET": APPROVED,
    }.items():
        monkeypatch.setenv(name, value)
    mac = kms.generate_mac(KeyId=key, Message=b"v1", MacAlgorithm="HMAC_SHA_256")["Mac"]

    assert "approved" == entry.handler({"batch": "b1"}, None)["decision"]
    assert Tokenizer("v1", mac).token("ada").encode() in approved(s3)["data/churn/b1/part-0.csv"]
