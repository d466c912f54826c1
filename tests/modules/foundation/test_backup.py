from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.modules.region import region as build
from tests.modules.sample import DEPLOYMENT, ENVIRONMENT, Built

COMPLIANCE = {"immutability": {"mode": "compliance", "days": 30, "irreversible": "confirmed"}}


@pytest.fixture(name="copied", scope="module")
def _copied():
    return build(backup={"copy_region": "eu-west-1"})


def test_strict_classes_are_backed_up(region):
    """
    Confidential and restricted stores have a vault each, the others none.
    """
    classes = {vault["tags"]["classification"] for vault in region.of_type("aws_backup_vault").values()}

    assert {"confidential", "restricted"} == classes


def test_each_vault_has_a_key_of_its_own(region):
    """
    Backups of a class are under a key that only that vault has.
    """
    keys = {path: vault["kms_key_arn"] for path, vault in region.of_type("aws_backup_vault").items()}

    assert {
        "backup/confidential_vault": "<backup/confidential_key/key.arn>",
        "backup/restricted_vault": "<backup/restricted_key/key.arn>",
    } == keys


def test_stores_are_selected_by_their_class(region):
    """
    A store is backed up because of its tag; access logs and archives, from which nobody deletes, are not.
    """
    [condition] = region["backup/restricted_selection"]["condition"]

    assert [{"key": "aws:ResourceTag/classification", "value": "restricted"}] == condition["string_equals"]
    assert [("aws:ResourceTag/zone", zone) for zone in ("audit", "config", "logs")] == [
        (each["key"], each["value"]) for each in condition["string_not_equals"]
    ]


def test_backups_are_made_daily_and_kept(region):
    """
    A plan makes a backup a day and keeps it for 90 days, or 365 for restricted data.
    """
    kept = {
        path: [rule["lifecycle"]["delete_after"] for rule in plan["rule"]]
        for path, plan in region.of_type("aws_backup_plan").items()
    }

    assert {"backup/confidential_plan": [90], "backup/restricted_plan": [365]} == kept
    assert "cron(0 3 * * ? *)" == region["backup/restricted_plan"]["rule"][0]["schedule"]


def test_only_the_restricted_vault_is_locked(region):
    """
    Restricted backups cannot be deleted before the environment's lock ends; in governance mode an administrator can lift it.
    """
    locks = region.of_type("aws_backup_vault_lock_configuration")

    assert {"backup/restricted_lock": {"backup_vault_name": "region-dev-restricted", "min_retention_days": 7}} == locks


def test_a_confirmed_lock_becomes_final():
    """
    In compliance mode the lock cannot be lifted after three days, by nobody.
    """
    lock = build(COMPLIANCE)["backup/restricted_lock"]

    assert (30, 3) == (lock["min_retention_days"], lock["changeable_for_days"])


def test_backups_outlive_the_lock():
    """
    Backups that would expire before the environment's lock ends are refused.
    """
    changes = {"immutability": {"mode": "governance", "days": 400}}

    with pytest.raises(InputError, match=r"restricted_retention_days: .* 400 days"):
        build(changes)


def test_without_a_second_region_nothing_is_copied(region):
    """
    A copy is asked for, since it decides where data lives.
    """
    assert [] == region["backup/restricted_plan"]["rule"][0]["copy_action"]
    assert 1 == len(region.blocks["provider"]["aws"])


def test_copies_go_to_a_vault_of_the_second_region(copied):
    """
    Each plan copies to a vault with a key in the second region, and the restricted one is locked there too.
    """
    [copy] = copied["backup/restricted_plan"]["rule"][0]["copy_action"]
    there = ["backup/restricted_vault_copy", "backup/restricted_key_copy/key", "backup/restricted_lock_copy"]

    assert "<backup/restricted_vault_copy.arn>" == copy["destination_vault_arn"]
    assert "region-dev-restricted-copy" == copied["backup/restricted_vault_copy"]["name"]
    assert "region-dev-restricted-copy" == copied["backup/restricted_lock_copy"]["backup_vault_name"]
    assert {"aws.copy"} == {copied[path]["provider"] for path in there}
    assert ["eu-central-1", "eu-west-1"] == [block["region"] for block in copied.blocks["provider"]["aws"]]


def test_the_key_of_a_copy_serves_its_own_region(copied):
    """
    The backup role uses the key of a copy through AWS Backup in the second region.
    """
    through = {
        found["Condition"]["StringEquals"].get("kms:ViaService")
        for found in copied.statements("backup/restricted_key_copy/key")
        if "ArnEquals" in found.get("Condition", {}) and "StringEquals" in found["Condition"]
    }

    assert {"backup.eu-west-1.amazonaws.com"} == through


def test_the_role_reads_and_writes_no_store(region):
    """
    AWS Backup reads objects of strict buckets of this account, and has no right to put or delete any.
    """
    allowed = region.allowed("backup/role/role/policy")

    assert ["arn:aws:s3:::con-*/*", "arn:aws:s3:::res-*/*"] == allowed["s3:GetObject"]
    assert not {"s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"} & set(allowed)


def test_the_role_stays_in_its_account(region):
    """
    What the role does to stores is bound to this account.
    """
    statements = region.statements("backup/role/role/policy")
    stores = [found for found in statements if "s3:" in str(found["Action"]) and found["Effect"] == "Allow"]

    assert stores
    assert all("111122223333" == found["Condition"]["StringEquals"]["aws:ResourceAccount"] for found in stores)


def test_the_role_is_kept_from_archives(region):
    """
    Buckets of audit and of Config, and what is in them, are denied to the role on no condition.
    """
    [denied] = [found for found in region.statements("backup/role/role/policy") if found["Effect"] == "Deny"]
    buckets = [f"arn:aws:s3:::*-{zone}-111122223333-*" for zone in ("audit", "config")]

    assert {"Effect", "Action", "Resource"} == set(denied)
    assert ("s3:*", {*buckets, *(f"{bucket}/*" for bucket in buckets)}) == (denied["Action"], set(denied["Resource"]))


def test_keys_of_strict_stores_let_backups_be_made():
    """
    Once the baseline is applied, a pipeline's key of a class that is backed up lets the backup role read through S3.
    """
    role = "arn:aws:iam::111122223333:role/region-dev-backup"
    facts = {"region_baseline": {"config_bucket": "region-dev-config", "backup_role": role}}
    strict = Built(DEPLOYMENT, ENVIRONMENT, facts)
    public = Built({**DEPLOYMENT, "classification": "public"}, ENVIRONMENT, facts)

    assert [["kms:Decrypt", "kms:DescribeKey"]] == admitted(strict, role)
    assert [] == admitted(public, role)


def admitted(built, role):
    statements = built.statements("keys/pipeline/key")
    return [found["Action"] for found in statements if role in str(found.get("Condition"))]


def test_only_aws_backup_takes_on_the_role(region):
    """
    The role trusts AWS Backup, for this account.
    """
    [trust] = region.statements("backup/role/role/role", "assume_role_policy")

    assert {"Service": "backup.amazonaws.com"} == trust["Principal"]
    assert {"StringEquals": {"aws:SourceAccount": "111122223333"}} == trust["Condition"]
