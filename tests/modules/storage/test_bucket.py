from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.modules.sample import bucket_name, build

ZONES = ("raw", "curated", "quarantine", "results", "logs")
DATA_ZONES = ("raw", "curated", "quarantine", "results")
IRREVERSIBLE = {"immutability": {"mode": "compliance", "days": 30, "irreversible": "confirmed"}}


def raw_days(days, **changes):
    return build(parameters={"lake": {"raw_retention_days": days}}, **changes)


@pytest.mark.parametrize("zone", ZONES)
def test_names_are_unique_in_the_world(built, zone):
    """
    A bucket is called by class, deployment, zone, account and region, and says its zone in a tag.
    """
    bucket = built[f"lake/{zone}/bucket"]

    assert bucket_name(zone) == bucket["bucket"]
    assert zone == bucket["tags"]["zone"]


@pytest.mark.parametrize("zone", ZONES)
def test_public_access_is_blocked(built, zone):
    """
    No bucket can be made public by a policy or an access control list.
    """
    block = built[f"lake/{zone}/public_access_block"]
    switches = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")

    assert [True] * 4 == [block[switch] for switch in switches]


@pytest.mark.parametrize("zone", ZONES)
def test_access_control_lists_are_off(built, zone):
    """
    The bucket's owner owns every object.
    """
    assert "BucketOwnerEnforced" == built[f"lake/{zone}/ownership"]["rule"]["object_ownership"]


@pytest.mark.parametrize("zone", ZONES)
def test_versions_are_kept(built, zone):
    """
    What is overwritten or deleted can be brought back.
    """
    assert {"status": "Enabled"} == built[f"lake/{zone}/versioning"]["versioning_configuration"]


@pytest.mark.parametrize("zone", DATA_ZONES)
def test_data_is_encrypted_with_a_key_of_the_stack(built, zone):
    """
    Objects are encrypted with the pipeline's key unless somebody asks otherwise, which the policy refuses.
    """
    [rule] = built[f"lake/{zone}/encryption"]["rule"]

    assert rule["apply_server_side_encryption_by_default"] == {
        "sse_algorithm": "aws:kms",
        "kms_master_key_id": "<keys/pipeline/key.arn>",
    }


def test_restricted_zones_have_their_own_key(restricted):
    """
    Raw data that is restricted is under a key of its own; curated rows, one class below, are not.
    """
    keys = {
        zone: restricted[f"lake/{zone}/encryption"]["rule"][0]["apply_server_side_encryption_by_default"]
        for zone in ("raw", "curated")
    }

    assert "<keys/raw/key.arn>" == keys["raw"]["kms_master_key_id"]
    assert "<keys/pipeline/key.arn>" == keys["curated"]["kms_master_key_id"]


@pytest.mark.parametrize("zone", DATA_ZONES)
def test_access_is_logged(built, zone):
    """
    Every request is logged under the zone's name in the log bucket, once that takes logs.
    """
    logging = built[f"lake/{zone}/logging"]

    assert (bucket_name("logs"), f"{zone}/") == (
        logging["target_bucket"],
        logging["target_prefix"],
    )


def test_objects_expire():
    """
    Objects expire after the days given, what was overwritten 30 days later, and abandoned uploads after 7.
    """
    [rule] = raw_days(90)["lake/raw/lifecycle"]["rule"]

    assert ("Enabled", {"days": 90}) == (rule["status"], rule["expiration"])
    assert {"noncurrent_days": 30} == rule["noncurrent_version_expiration"]
    assert {"days_after_initiation": 7} == rule["abort_incomplete_multipart_upload"]


def test_buckets_say_their_class(built):
    """
    Raw data has the source's class, tokenized data one below.
    """
    classes = {zone: built[f"lake/{zone}/bucket"]["tags"]["classification"] for zone in DATA_ZONES}

    assert {
        "raw": "confidential",
        "quarantine": "confidential",
        "curated": "internal",
        "results": "internal",
    } == classes


@pytest.mark.parametrize("classification", ["public", "internal"])
def test_weak_classes_are_not_locked(classification):
    """
    Below confidential nothing is locked.
    """
    built = build(classification=classification)

    assert "lake/raw/object_lock" not in built
    assert built["lake/raw/bucket"]["object_lock_enabled"] is False


def test_confidential_raw_data_is_locked_in_governance_mode(built):
    """
    The lock lasts as long as the environment says, and a privileged role can lift it.
    """
    assert {"mode": "GOVERNANCE", "days": 7} == built["lake/raw/object_lock"]["rule"]["default_retention"]
    assert built["lake/raw/bucket"]["object_lock_enabled"] is True


def test_restricted_raw_data_is_locked_for_good(restricted):
    """
    Where the environment confirms that it is irreversible, restricted raw data is in compliance mode.
    """
    assert {"mode": "COMPLIANCE", "days": 30} == restricted["lake/raw/object_lock"]["rule"]["default_retention"]


def test_confidential_data_is_never_locked_for_good():
    """
    Compliance mode is for restricted data only, also where the environment allows it.
    """
    retention = build(IRREVERSIBLE)["lake/raw/object_lock"]["rule"]["default_retention"]

    assert "GOVERNANCE" == retention["mode"]


def test_restricted_data_in_a_governance_environment_is_in_governance_mode():
    """
    Without the environment's confirmation nothing becomes irreversible.
    """
    retention = build(classification="restricted")["lake/raw/object_lock"]["rule"]["default_retention"]

    assert "GOVERNANCE" == retention["mode"]


def test_only_raw_data_is_locked(built):
    """
    Curated rows and refused records can be corrected.
    """
    assert ["lake/raw/object_lock"] == list(built.of_type("aws_s3_bucket_object_lock_configuration"))


def test_a_lock_longer_than_the_retention_is_refused():
    """
    Data that is locked for 7 days cannot expire after 6.
    """
    with pytest.raises(InputError, match=r"raw_retention_days: raw data is locked for 7 days.*allowed are 7 or more"):
        raw_days(6)


def test_retention_may_end_with_the_lock():
    """
    Data that is locked for 7 days may expire after 7.
    """
    assert {"days": 7} == raw_days(7)["lake/raw/lifecycle"]["rule"][0]["expiration"]


def test_the_log_bucket_is_encrypted_by_s3(built):
    """
    AWS delivers access logs to buckets with S3-managed encryption only.
    """
    [rule] = built["lake/logs/encryption"]["rule"]

    assert {"sse_algorithm": "AES256"} == rule["apply_server_side_encryption_by_default"]


def test_the_log_bucket_takes_logs_of_this_deployment_only(built):
    """
    S3's logging service writes for buckets of this deployment in this account; nobody else is allowed.
    """
    [delivery] = [found for found in built.statements("lake/logs/policy") if found["Effect"] == "Allow"]

    assert {"Service": "logging.s3.amazonaws.com"} == delivery["Principal"]
    assert {"aws:SourceAccount": "111122223333"} == delivery["Condition"]["StringEquals"]
    assert [f"arn:aws:s3:::{prefix}-orders-dev-*" for prefix in ("pub", "int", "con", "res")] == delivery["Condition"][
        "ArnLike"
    ]["aws:SourceArn"]


def test_access_logs_are_kept_as_long_as_other_logs(built):
    """
    Access logs of confidential data are kept for a year.
    """
    assert {"days": 365} == built["lake/logs/lifecycle"]["rule"][0]["expiration"]
