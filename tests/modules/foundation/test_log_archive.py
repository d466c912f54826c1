from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.modules.account import account as build
from tests.modules.sample import ACCOUNT, ROLE

ARCHIVES = {"audit": ("account", "archive/audit"), "config": ("region", "config/bucket")}
"""By zone, the fixture that has the archive and the path of it."""

TRAIL = f"arn:aws:cloudtrail:eu-central-1:{ACCOUNT}:trail/account-dev-audit"


class Kept:
    """
    One of the two archives: audit records, which an account has, or records of Config, which each region has.
    """

    def __init__(self, request, zone):
        self.deployment, path = ARCHIVES[zone]
        self.built = request.getfixturevalue(self.deployment)
        self.path = path
        self.bucket = f"arn:aws:s3:::con-{self.deployment}-dev-{zone}-{ACCOUNT}-eu-central-1"

    def __getitem__(self, part):
        return self.built[f"{self.path}/{part}"]

    def denied(self, sid):
        return self.built.statement(f"{self.path}/policy", sid)

    def admitted(self):
        return [each for each in self.built.statements(f"{self.path}/policy") if each["Effect"] == "Allow"]


@pytest.fixture(name="kept", params=ARCHIVES)
def _kept(request):
    return Kept(request, request.param)


@pytest.fixture(name="audit")
def _audit(request):
    return Kept(request, "audit")


@pytest.fixture(name="config")
def _config(request):
    return Kept(request, "config")


@pytest.mark.parametrize("mode", ["governance", "compliance"])
def test_audit_records_are_locked_in_the_environments_mode(mode):
    """
    What CloudTrail delivers is locked for the environment's days, in the environment's mode.
    """
    lock = {"mode": mode, "days": 30, "irreversible": "confirmed"}
    built = build({"immutability": lock})

    assert {"default_retention": {"mode": mode.upper(), "days": 30}} == built["archive/audit/object_lock"]["rule"]


def test_configuration_records_have_no_default_lock(config):
    """
    Config refuses to deliver to a bucket that locks by default, so that bucket has a lock and no default for it.
    """
    assert config["bucket"]["object_lock_enabled"]
    assert "config/bucket/object_lock" not in config.built


def test_an_archive_that_expires_while_locked_is_refused():
    """
    Records cannot be asked to go before their lock ends; the message names both numbers.
    """
    lock = {"mode": "governance", "days": 900}

    with pytest.raises(InputError, match="locked for 900 days by the environment, so they cannot expire after 400"):
        build({"immutability": lock}, archive={"archive_retention_days": 400})


def test_nobody_deletes(kept):
    """
    Deleting, lifting a lock and changing a retention are denied to everybody, on no condition.
    """
    denied = kept.denied("NobodyDeletes")

    assert {"Sid", "Effect", "Principal", "Action", "Resource"} == set(denied)
    assert ("Deny", "*", f"{kept.bucket}/*") == (denied["Effect"], denied["Principal"], denied["Resource"])
    assert [
        "s3:BypassGovernanceRetention",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:PutObjectLegalHold",
        "s3:PutObjectRetention",
        "s3:ReplicateDelete",
    ] == denied["Action"]


def test_only_terraform_manages(kept):
    """
    How the bucket is kept is changed by the deploy roles alone; reading its settings is denied to nobody, and objects are
    not meant, so that Terraform is not locked out.
    """
    denied = kept.denied("OnlyTerraformManages")

    assert {"ArnNotEquals": {"aws:PrincipalArn": [f"{ROLE}deploy"]}} == denied["Condition"]
    assert kept.bucket == denied["Resource"]
    assert {"s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutBucketPolicy"} <= set(denied["Action"])
    assert not [action for action in denied["Action"] if action.startswith(("s3:Get", "s3:List"))]


def test_only_services_write(kept):
    """
    A put by anybody but a service of AWS is denied, also where the request does not say what it is.
    """
    denied = kept.denied("OnlyServicesWrite")

    assert "s3:PutObject" == denied["Action"]
    assert {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}} == denied["Condition"]


def test_only_the_auditor_reads(kept):
    """
    Objects, their versions and their attributes are for the auditor's role, whoever else has a right to them.
    """
    denied = kept.denied("OnlyAuditorsRead")

    assert {"s3:GetObject", "s3:GetObjectAttributes", "s3:GetObjectVersion", "s3:GetObjectTorrent"} <= {
        *denied["Action"]
    }
    assert {"aws:PrincipalArn": [f"{ROLE}{kept.deployment}-dev-persona-auditor-audit"]} == denied["Condition"][
        "ArnNotEquals"
    ]


def test_only_the_auditor_and_terraform_list(kept):
    """
    What is in the archive is listed by the auditor's role, and by Terraform's, which asks whether the bucket is there.
    """
    denied = kept.denied("OnlyAuditorsList")

    assert (kept.bucket, ["s3:ListBucket", "s3:ListBucketVersions"]) == (denied["Resource"], denied["Action"])
    assert [f"{ROLE}{kept.deployment}-dev-persona-auditor-audit", f"{ROLE}deploy"] == denied["Condition"][
        "ArnNotEquals"
    ]["aws:PrincipalArn"]


def test_cloudtrail_writes_for_this_trail_only(audit):
    """
    CloudTrail is admitted on behalf of the account's own trail, below the account's own prefix.
    """
    look, put = audit.admitted()
    source = {"aws:SourceAccount": ACCOUNT, "aws:SourceArn": TRAIL}

    assert {"Service": "cloudtrail.amazonaws.com"} == look["Principal"] == put["Principal"]
    assert (["s3:GetBucketAcl"], {"StringEquals": source}) == (look["Action"], look["Condition"])
    assert f"{audit.bucket}/AWSLogs/{ACCOUNT}/*" == put["Resource"]
    assert {"StringEquals": {**source, "s3:x-amz-acl": "bucket-owner-full-control"}} == put["Condition"]


def test_config_writes_for_this_account_only(config):
    """
    Config is admitted to the bucket of its own, on behalf of this account.
    """
    look, put = config.admitted()

    assert {"Service": "config.amazonaws.com"} == look["Principal"] == put["Principal"]
    assert ["s3:GetBucketAcl", "s3:ListBucket"] == look["Action"]
    assert f"{config.bucket}/AWSLogs/{ACCOUNT}/Config/*" == put["Resource"]
    assert {"StringEquals": {"aws:SourceAccount": ACCOUNT}} == look["Condition"]
    assert ACCOUNT == put["Condition"]["StringEquals"]["aws:SourceAccount"]


def test_audit_records_have_a_key_of_their_own(audit):
    """
    Records are under the key for audit, not under that of the deployment.
    """
    [rule] = audit["encryption"]["rule"]

    assert "<archive/key/key.arn>" == rule["apply_server_side_encryption_by_default"]["kms_master_key_id"]


def test_records_are_kept_for_seven_years(account):
    """
    Without a parameter, records expire after 2557 days.
    """
    assert {"days": 2557} == account["archive/audit/lifecycle"]["rule"][0]["expiration"]


def test_access_to_records_is_logged(kept):
    """
    Who looked at the records is logged, in a bucket of internal class.
    """
    logging = kept["logging"]

    assert f"int-{kept.deployment}-dev-logs-{ACCOUNT}-eu-central-1" == logging["target_bucket"]
