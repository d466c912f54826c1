from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.modules import sample
from tests.modules.sample import ACCOUNT, ROLE

ZONES = ("audit", "config")
AUDITOR = f"{ROLE}account-dev-persona-auditor-audit"
TRAIL = f"arn:aws:cloudtrail:eu-central-1:{ACCOUNT}:trail/account-dev-audit"


def bucket(zone):
    return f"arn:aws:s3:::con-account-dev-{zone}-{ACCOUNT}-eu-central-1"


def admitted(account, zone):
    """
    Of an archive's policy, what it allows.
    """
    return [each for each in account.statements(f"archive/{zone}/policy") if each["Effect"] == "Allow"]


@pytest.mark.parametrize("mode", ["governance", "compliance"])
def test_audit_records_are_locked_in_the_environments_mode(mode):
    """
    What CloudTrail delivers is locked for the environment's days, in the environment's mode.
    """
    lock = {"mode": mode, "days": 30, "irreversible": "confirmed"}
    built = sample.account({"immutability": lock})

    assert {"default_retention": {"mode": mode.upper(), "days": 30}} == built["archive/audit/object_lock"]["rule"]


def test_configuration_records_have_no_default_lock(account):
    """
    Config refuses to deliver to a bucket that locks by default, so that bucket has a lock and no default for it.
    """
    assert account["archive/config/bucket"]["object_lock_enabled"]
    assert "archive/config/object_lock" not in account


def test_an_archive_that_expires_while_locked_is_refused():
    """
    Records cannot be asked to go before their lock ends; the message names both numbers.
    """
    lock = {"mode": "governance", "days": 900}

    with pytest.raises(InputError, match="locked for 900 days by the environment, so they cannot expire after 400"):
        sample.account({"immutability": lock}, archive={"archive_retention_days": 400})


@pytest.mark.parametrize("zone", ZONES)
def test_nobody_deletes(account, zone):
    """
    Deleting, lifting a lock and changing a retention are denied to everybody, on no condition.
    """
    denied = account.statement(f"archive/{zone}/policy", "NobodyDeletes")

    assert {"Sid", "Effect", "Principal", "Action", "Resource"} == set(denied)
    assert ("Deny", "*", f"{bucket(zone)}/*") == (denied["Effect"], denied["Principal"], denied["Resource"])
    assert [
        "s3:BypassGovernanceRetention",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:PutObjectLegalHold",
        "s3:PutObjectRetention",
    ] == denied["Action"]


@pytest.mark.parametrize("zone", ZONES)
def test_only_terraform_manages(account, zone):
    """
    How the bucket is kept is changed by the deploy roles alone; reading its settings is denied to nobody, and objects are
    not meant, so that Terraform is not locked out.
    """
    denied = account.statement(f"archive/{zone}/policy", "OnlyTerraformManages")

    assert {"ArnNotEquals": {"aws:PrincipalArn": [f"{ROLE}deploy"]}} == denied["Condition"]
    assert bucket(zone) == denied["Resource"]
    assert {"s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutBucketPolicy"} <= set(denied["Action"])
    assert not [action for action in denied["Action"] if action.startswith(("s3:Get", "s3:List"))]


@pytest.mark.parametrize("zone", ZONES)
def test_only_services_write(account, zone):
    """
    A put by anybody but a service of AWS is denied, also where the request does not say what it is.
    """
    denied = account.statement(f"archive/{zone}/policy", "OnlyServicesWrite")

    assert "s3:PutObject" == denied["Action"]
    assert {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}} == denied["Condition"]


@pytest.mark.parametrize("zone", ZONES)
def test_only_the_auditor_reads(account, zone):
    """
    Objects and their versions are for the auditor's role, whoever else has a right to them.
    """
    denied = account.statement(f"archive/{zone}/policy", "OnlyAuditorsRead")

    assert ["s3:GetObject", "s3:GetObjectVersion"] == denied["Action"]
    assert {"aws:PrincipalArn": [AUDITOR]} == denied["Condition"]["ArnNotEquals"]


def test_cloudtrail_writes_for_this_trail_only(account):
    """
    CloudTrail is admitted on behalf of the account's own trail, below the account's own prefix.
    """
    look, put = admitted(account, "audit")
    source = {"aws:SourceAccount": ACCOUNT, "aws:SourceArn": TRAIL}

    assert {"Service": "cloudtrail.amazonaws.com"} == look["Principal"] == put["Principal"]
    assert (["s3:GetBucketAcl"], {"StringEquals": source}) == (look["Action"], look["Condition"])
    assert f"{bucket('audit')}/AWSLogs/{ACCOUNT}/*" == put["Resource"]
    assert {"StringEquals": {**source, "s3:x-amz-acl": "bucket-owner-full-control"}} == put["Condition"]


def test_config_writes_for_this_account_only(account):
    """
    Config is admitted to the bucket of its own, on behalf of this account.
    """
    look, put = admitted(account, "config")

    assert {"Service": "config.amazonaws.com"} == look["Principal"] == put["Principal"]
    assert ["s3:GetBucketAcl", "s3:ListBucket"] == look["Action"]
    assert f"{bucket('config')}/AWSLogs/{ACCOUNT}/Config/*" == put["Resource"]
    assert ACCOUNT == put["Condition"]["StringEquals"]["aws:SourceAccount"]


@pytest.mark.parametrize("zone", ZONES)
def test_archives_have_a_key_of_their_own(account, zone):
    """
    Records are under the key for audit, not under that of the deployment.
    """
    [rule] = account[f"archive/{zone}/encryption"]["rule"]

    assert "<archive/key/key.arn>" == rule["apply_server_side_encryption_by_default"]["kms_master_key_id"]


def test_records_are_kept_for_seven_years(account):
    """
    Without a parameter, records expire after 2557 days.
    """
    assert {"days": 2557} == account["archive/audit/lifecycle"]["rule"][0]["expiration"]


@pytest.mark.parametrize("zone", ZONES)
def test_access_to_records_is_logged(account, zone):
    """
    Who looked at the records is logged, in a bucket of internal class.
    """
    logging = account[f"archive/{zone}/logging"]

    assert f"int-account-dev-logs-{ACCOUNT}-eu-central-1" == logging["target_bucket"]
