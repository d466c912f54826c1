from __future__ import annotations

import pytest

from tests.gate.changing import BUCKET, bucket, change, plan
from tests.planning import DEPLOYMENTS, planned
from workflow.changes.compare import GONE, WEAKENED, differences
from workflow.changes.findings import sung
from workflow.changes.rules import HOLD_DATA
from workflow.destroy import DATA_TYPES

CURATED = BUCKET["bucket"]
OF_BUCKET = "aws_s3_bucket_"
ENCRYPTION = f"{OF_BUCKET}server_side_encryption_configuration"


SAME_BOTH_WAYS = ("another key", "is logged in", "aws:kms", "bounded", "arn:k1")
"""Another key, log or boundary is another one, in either direction."""


def lifecycle(days, old=90, filtered=None, status="Enabled"):
    rule = {
        "id": "expire",
        "status": status,
        "filter": [{"prefix": filtered}] if filtered else [],
        "expiration": [{"days": days}] if days else [],
        "noncurrent_version_expiration": [{"noncurrent_days": old}],
    }
    return {"bucket": CURATED, "rule": [rule]}


def lock(mode, days):
    return {"bucket": CURATED, "rule": [{"default_retention": [{"mode": mode, "days": days}]}]}


def encrypted(algorithm, key):
    return {
        "bucket": CURATED,
        "rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": algorithm, "kms_master_key_id": key}]}],
    }


def versioning(status):
    return {"bucket": CURATED, "versioning_configuration": [{"status": status}]}


def named(**values):
    return {"name": "orders-dev-events", **values}


LOSSES = [
    (f"{OF_BUCKET}lifecycle_configuration", lifecycle(365), lifecycle(30), "curated is kept 30 days instead of 365"),
    (f"{OF_BUCKET}lifecycle_configuration", lifecycle(None), lifecycle(30), "curated is kept 30 days instead of for ever"),
    (f"{OF_BUCKET}lifecycle_configuration", lifecycle(30, 90), lifecycle(30, 7), "an old version in curated is kept 7 days instead of 90"),
    (f"{OF_BUCKET}versioning", versioning("Enabled"), versioning("Suspended"), "versioning of curated is Suspended instead of Enabled"),
    (f"{OF_BUCKET}object_lock_configuration", lock("COMPLIANCE", 30), lock("GOVERNANCE", 30), "objects in curated are locked in mode GOVERNANCE instead of COMPLIANCE"),
    (f"{OF_BUCKET}object_lock_configuration", lock("GOVERNANCE", 30), lock("GOVERNANCE", 7), "objects in curated are locked for 7 days instead of 30"),
    (ENCRYPTION, encrypted("aws:kms", "arn:k1"), encrypted("aws:kms", "arn:k2"), "curated is encrypted with another key: arn:k2 instead of arn:k1"),
    (ENCRYPTION, encrypted("aws:kms", "arn:k1"), encrypted("AES256", None), "curated is encrypted with AES256 instead of aws:kms"),
    (f"{OF_BUCKET}public_access_block", {"bucket": CURATED, "block_public_acls": True}, {"bucket": CURATED, "block_public_acls": False}, "block_public_acls of curated is false instead of true"),
    (f"{OF_BUCKET}logging", {"bucket": CURATED, "target_bucket": "logs"}, {"bucket": CURATED, "target_bucket": "raw"}, "access to curated is logged in raw instead of logs"),
    ("aws_s3_bucket", BUCKET | {"force_destroy": False}, BUCKET | {"force_destroy": True}, "force_destroy of curated is true instead of false"),
    ("aws_kms_key", {"enable_key_rotation": True}, {"enable_key_rotation": False}, "enable_key_rotation of the key aws_kms_key.it is false instead of true"),
    ("aws_kms_key", {"rotation_period_in_days": 90}, {"rotation_period_in_days": 365}, "the key aws_kms_key.it rotates after 365 days instead of 90"),
    ("aws_kms_key", {"deletion_window_in_days": 30}, {"deletion_window_in_days": 7}, "can be saved for 7 days after its deletion instead of 30"),
    ("aws_kms_alias", named(target_key_id="k1"), named(target_key_id="k2"), "events stands for another key: k2 instead of k1"),
    ("aws_kinesis_stream", named(retention_period=168), named(retention_period=24), "events is kept 1 day instead of 7"),
    ("aws_kinesis_stream", named(encryption_type="KMS"), named(encryption_type="NONE"), "encryption_type of events is NONE instead of KMS"),
    ("aws_sqs_queue", named(message_retention_seconds=1_209_600), named(message_retention_seconds=345_600), "events is kept 4 days instead of 14"),
    ("aws_cloudwatch_log_group", named(retention_in_days=0), named(retention_in_days=90), "the log events is kept 90 days instead of for ever"),
    ("aws_dynamodb_table", named(point_in_time_recovery=[{"enabled": True}]), named(point_in_time_recovery=[{"enabled": False}]), "point_in_time_recovery of events is false instead of true"),
    ("aws_dynamodb_table", named(point_in_time_recovery=[{"enabled": True}]), named(), "point_in_time_recovery of events is nothing instead of true"),
    ("aws_dynamodb_table", named(deletion_protection_enabled=True), named(deletion_protection_enabled=False), "deletion_protection_enabled of events is false instead of true"),
    ("aws_backup_plan", {"rule": [{"rule_name": "daily", "lifecycle": [{"delete_after": 35}]}]}, {"rule": [{"rule_name": "daily", "lifecycle": [{"delete_after": 7}]}]}, "are kept 7 days instead of 35 (daily)"),
    ("aws_guardduty_detector_feature", named(status="ENABLED"), named(status="DISABLED"), "status of events is DISABLED instead of ENABLED"),
    ("aws_cloudwatch_metric_alarm", {"alarm_name": "a", "actions_enabled": True}, {"alarm_name": "a", "actions_enabled": False}, "actions_enabled of a is false instead of true"),
    ("aws_cloudtrail", named(enable_log_file_validation=True), named(enable_log_file_validation=False), "enable_log_file_validation of events is false"),
    ("aws_iam_role", named(permissions_boundary="arn:b"), named(permissions_boundary=None), "events is bounded by nothing instead of arn:b"),
    ("aws_redshift_cluster", {"cluster_identifier": "w", "automated_snapshot_retention_period": 35}, {"cluster_identifier": "w", "automated_snapshot_retention_period": 1}, "are kept 1 days instead of 35"),
    ("aws_db_instance", {"storage_encrypted": True}, {"storage_encrypted": False}, "storage_encrypted"),
    ("aws_eks_cluster", named(enabled_cluster_log_types=["api", "audit"]), named(enabled_cluster_log_types=["api"]), "enabled_cluster_log_types of events is api instead of api, audit"),
    ("aws_sagemaker_endpoint_configuration", named(kms_key_arn="arn:k1"), named(kms_key_arn=None), "events is encrypted with another key: nothing instead of arn:k1"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "before", "after", "words"), LOSSES, ids=[f"{kind}-{index}" for index, (kind, *_) in enumerate(LOSSES)]
)
def test_a_weakening_change_is_told_in_words(kind, before, after, words):
    """
    Less protection than before is a finding, and its sentence says what is less.
    """
    found = differences(plan(bucket(), change(kind, before, after)), "orders-dev")

    assert any(WEAKENED == each.check and words in each.message for each in found)


@pytest.mark.parametrize(
    ("kind", "before", "after"), [each[:3] for each in LOSSES if not any(word in each[3] for word in SAME_BOTH_WAYS)]
)
def test_the_same_change_the_other_way_round_is_no_finding(kind, before, after):
    """
    What protects more needs no consent.
    """
    assert {""} == {each.check for each in differences(plan(bucket(), change(kind, after, before)), "orders-dev")}


def test_a_key_that_is_known_only_after_apply_is_another_key():
    """
    A stream whose key is being made anew is encrypted with another key, whatever its ARN will be.
    """
    before, after = named(kms_key_id="arn:k1"), named()
    [found] = differences(plan(change("aws_kinesis_stream", before, after, unknown={"kms_key_id": True})), "orders-dev")

    assert WEAKENED == found.check
    assert "events is encrypted with another key: what is known only after apply instead of arn:k1" == found.message


@pytest.mark.parametrize("actions", [["delete", "create"], ["create", "delete"]])
def test_a_replaced_store_is_lost(actions):
    """
    The words name the store and the argument that forces it, in either order of deleting and creating.
    """
    before, after = BUCKET, BUCKET | {"bucket": "other"}
    entry = change("aws_s3_bucket", before, after, actions=actions, replace_paths=[["bucket"]])
    [found] = differences(plan(entry), "orders-dev")

    assert (GONE, "aws_s3_bucket.it") == (found.check, found.address)
    assert "curated is replaced, and what it holds is lost (because of bucket)" == found.message


@pytest.mark.parametrize("kind", ["aws_s3_bucket", "aws_kinesis_stream", "aws_kms_key", "aws_dynamodb_table", "aws_sqs_queue"])  # fmt: skip
@pytest.mark.parametrize("actions", [["delete"], ["forget"]])
def test_a_store_that_leaves_is_told(kind, actions):
    """
    Deleted, or forgotten by Terraform, a store is a finding.
    """
    [found] = differences(plan(change(kind, named(), actions=actions)), "orders-dev")

    assert GONE == found.check


def test_what_protects_a_bucket_may_not_vanish():
    """
    A deleted companion is a weakening; together with its bucket it is part of the bucket's end.
    """
    companion = change(f"{OF_BUCKET}versioning", versioning("Enabled"))
    alone = differences(plan(bucket(), companion), "orders-dev")
    together = differences(plan(change("aws_s3_bucket", BUCKET, name="curated"), companion), "orders-dev")

    assert [(WEAKENED, "old versions in curated are no longer kept")] == [(each.check, each.message) for each in alone]
    assert [GONE] == [each.check for each in together]


def test_a_rule_of_a_lifecycle_that_is_only_renamed_keeps_as_long():
    """
    Rules are told apart by the objects they are for, and not by their names.
    """
    before, after = lifecycle(365), lifecycle(365)
    after["rule"][0]["id"] = "other"

    assert [] == differences(plan(change(f"{OF_BUCKET}lifecycle_configuration", before, after)), "orders-dev")


def test_one_of_two_rules_of_a_lifecycle_is_cut():
    """
    A cut for some of the objects is found beside a shorter rule for others.
    """
    short = lifecycle(7, filtered="tmp/")["rule"]
    before, after = lifecycle(365), lifecycle(30)
    for each in (before, after):
        each["rule"] = [*each["rule"], *short]
    [found] = differences(plan(bucket(), change(f"{OF_BUCKET}lifecycle_configuration", before, after)), "orders-dev")

    assert "curated is kept 30 days instead of 365" == found.message


def test_more_protection_is_told_and_no_finding():
    """
    The summary says it too when data is kept longer.
    """
    [found] = differences(
        plan(bucket(), change(f"{OF_BUCKET}lifecycle_configuration", lifecycle(30), lifecycle(365))), "orders-dev"
    )

    assert ("", "curated is kept 365 days instead of 30") == (found.check, found.message)


@pytest.mark.parametrize(
    "harmless",
    [
        change("aws_lambda_function", {"memory_size": 512}, {"memory_size": 1024}),
        change("aws_s3_bucket", BUCKET, BUCKET | {"tags": {"zone": "curated", "team": "x"}}),
        change("aws_lambda_function", named(), actions=["delete"]),
        change("aws_glue_catalog_table", named(), named(), actions=["delete", "create"]),
    ],
)
def test_what_takes_nothing_away_is_silent(harmless):
    """
    Sizes, tags, code and tables that hold no records themselves need no consent.
    """
    assert [] == differences(plan(harmless), "orders-dev")


@pytest.mark.parametrize("deployment", DEPLOYMENTS)
def test_a_first_plan_takes_nothing_away(deployment):
    """
    What is made for the first time was never better.
    """
    assert [] == differences(dict(planned(deployment).output), deployment)


def test_every_type_whose_data_a_destroy_asks_for_holds_data():
    """
    A store that destroy wants named is one that no change may take away unseen.
    """
    assert [] == [kind for kind in DATA_TYPES if not HOLD_DATA.fullmatch(kind)]


def test_the_comparison_finds_its_canary():
    """
    A comparison that finds nothing any more is not believed.
    """
    assert [] == sung()
