"""
The state bucket is made once, mended when it differs, and found by Terraform; without it the verbs say what to do.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from blueprints.loading import load_environment
from modules.errors import InputError
from workflow.bootstrap import bootstrap, settle
from workflow.emulator.server import Emulator
from workflow.remote_state import account_session, require_state_bucket
from workflow.terraform import Terraform

ROOT = Path(__file__).parents[2]
DEV = load_environment(ROOT, "dev")
DEPLOY = DEV.deploy_roles[0]
BUCKET = DEV.state_bucket
ALIAS = f"alias/{BUCKET}"
ROLES = sorted({*DEV.deploy_roles, *DEV.key_administrators})


def start(folder, account_id=DEV.account_id):
    return Emulator.start(folder, account_id=account_id, region=DEV.region, roles=ROLES, deploy_role=DEPLOY)


@pytest.fixture(name="emulator", scope="module")
def _emulator(tmp_path_factory):
    emulator = start(tmp_path_factory.mktemp("emulator"))
    yield emulator
    emulator.stop()


@pytest.fixture(name="session", scope="module")
def _session(emulator):
    """A session of the deploy role, after the bucket has been made."""
    session = emulator.session(DEPLOY)
    settle(session, DEV)
    return session


@pytest.fixture(name="credentials")
def _credentials(emulator, monkeypatch):
    """The emulator takes the place of AWS for everything that reads the environment."""
    for name, value in emulator.environment().items():
        monkeypatch.setenv(name, value)


def test_second_time(session):
    """
    A second run finds everything and changes nothing.
    """
    assert {"was there"} == set(settle(session, DEV).values())


def test_bucket(session):
    """
    The bucket keeps versions, is public in no way, and encrypts with the key of its alias.
    """
    s3 = session.client("s3")
    key = session.client("kms").describe_key(KeyId=ALIAS)["KeyMetadata"]["Arn"]
    [rule] = s3.get_bucket_encryption(Bucket=BUCKET)["ServerSideEncryptionConfiguration"]["Rules"]
    block = s3.get_public_access_block(Bucket=BUCKET)["PublicAccessBlockConfiguration"]

    assert {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key} == rule["ApplyServerSideEncryptionByDefault"]
    assert rule["BucketKeyEnabled"] is True
    assert [True] * 4 == list(block.values())
    assert "Enabled" == s3.get_bucket_versioning(Bucket=BUCKET)["Status"]


def test_key(session):
    """
    The key rotates; who administers it cannot decrypt, and who deploys decrypts through S3 only.
    """
    kms = session.client("kms")
    found = kms.describe_key(KeyId=ALIAS)["KeyMetadata"]["KeyId"]
    policy = json.loads(kms.get_key_policy(KeyId=found, PolicyName="default")["Policy"])
    statements = {each["Sid"]: each for each in policy["Statement"]}

    assert kms.get_key_rotation_status(KeyId=found)["KeyRotationEnabled"] is True
    assert "kms:Decrypt" not in statements["Administrators"]["Action"]
    assert (
        "s3.eu-central-1.amazonaws.com" == statements["StateThroughS3"]["Condition"]["StringEquals"]["kms:ViaService"]
    )


def test_other_encryption_is_refused(session):
    """
    Nobody can put an object that is encrypted otherwise.
    """
    s3 = session.client("s3")

    with pytest.raises(s3.exceptions.ClientError, match="AccessDenied"):
        s3.put_object(Bucket=BUCKET, Key="x", Body=b"", ServerSideEncryption="AES256")


def versions_off(session):
    session.client("s3").put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Suspended"})


def public(session):
    session.client("s3").delete_public_access_block(Bucket=BUCKET)


def no_policy(session):
    session.client("s3").delete_bucket_policy(Bucket=BUCKET)


def plain(session):
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
    session.client("s3").put_bucket_encryption(Bucket=BUCKET, ServerSideEncryptionConfiguration={"Rules": [rule]})


def no_rotation(session):
    kms = session.client("kms")
    kms.disable_key_rotation(KeyId=kms.describe_key(KeyId=ALIAS)["KeyMetadata"]["KeyId"])


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        (versions_off, {"versions": "changed"}),
        (public, {"no public access": "made"}),
        (no_policy, {"TLS 1.2 or newer, no other key": "made"}),
        (plain, {"encryption": "changed"}),
        (no_rotation, {"key rotation every 365 days": "made"}),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_differs_is_changed(session, change, outcome):
    """
    What somebody changed is put right, and nothing else is touched.
    """
    change(session)

    assert outcome == {name: done for name, done in settle(session, DEV).items() if done != "was there"}


def test_tags_of_others_stay(session):
    """
    A tag that somebody added survives a run that puts ours back.
    """
    s3 = session.client("s3")
    s3.put_bucket_tagging(Bucket=BUCKET, Tagging={"TagSet": [{"Key": "cost-center", "Value": "7"}]})
    settle(session, DEV)

    assert {"cost-center", "environment", "managed-by", "purpose"} == {
        tag["Key"] for tag in s3.get_bucket_tagging(Bucket=BUCKET)["TagSet"]
    }


def test_terraform_keeps_its_state_there(emulator, session, tmp_path):
    """
    Terraform's backend works with the bucket and a lock file, and the state is encrypted with the key.
    """
    backend = {"bucket": BUCKET, "key": "x/terraform.tfstate", "region": DEV.region, "use_lockfile": True}
    settings = {"backend": {"s3": {**backend, "use_path_style": True, "allowed_account_ids": [DEV.account_id]}}}
    stack = {"terraform": settings, "resource": {"terraform_data": {"x": {"input": "y"}}}}
    (tmp_path / "main.tf.json").write_text(json.dumps(stack))
    terraform = Terraform.find(ROOT)
    for arguments in (("init",), ("apply", "-auto-approve")):
        terraform.run(tmp_path, *arguments, "-input=false", "-no-color", environment=emulator.environment())
    found = session.client("s3").head_object(Bucket=BUCKET, Key="x/terraform.tfstate")
    key = session.client("kms").describe_key(KeyId=ALIAS)["KeyMetadata"]["Arn"]

    assert ("aws:kms", key) == (found["ServerSideEncryption"], found["SSEKMSKeyId"])


def test_bucket_is_there(session, credentials):
    """
    With the bucket in place nothing is asked of anybody.
    """
    assert require_state_bucket(DEV) is None


def test_bucket_is_missing(credentials):
    """
    Without the bucket a verb says which command makes it.
    """
    other = DEV.model_copy(update={"state_bucket": "millrace-state-not-made"})

    with pytest.raises(InputError, match="run `make bootstrap ENVIRONMENT=dev TARGET=aws`"):
        require_state_bucket(other)


def test_wrong_account(credentials):
    """
    Credentials of another account are refused before anything is done with them.
    """
    other = DEV.model_copy(update={"account_id": "999999999999"})

    with pytest.raises(InputError, match="are of account 111122223333, but environment dev is account 999999999999"):
        account_session(other)


def test_no_credentials(monkeypatch):
    """
    Without credentials the message says of which account they have to be.
    """
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")

    with pytest.raises(InputError, match="set credentials of account 111122223333"):
        account_session(DEV)


def test_no_access(emulator, session, monkeypatch):
    """
    A role that may not use the bucket is told which roles may.
    """
    iam = session.client("iam")
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    role = iam.create_role(RoleName="stranger", AssumeRolePolicyDocument=document)["Role"]["Arn"]
    credentials = emulator.session(role).get_credentials()
    variables = {
        "AWS_ACCESS_KEY_ID": credentials.access_key,
        "AWS_SECRET_ACCESS_KEY": credentials.secret_key,
        "AWS_SESSION_TOKEN": credentials.token,
    }
    for name, value in (emulator.environment() | variables).items():
        monkeypatch.setenv(name, value)

    with pytest.raises(InputError, match=r"may not be used: .* deploy_roles of environment dev"):
        require_state_bucket(DEV)


def test_key_that_is_to_be_deleted(tmp_path):
    """
    A key that is on its way out is not used, and the message says what it is.
    """
    emulator = start(tmp_path)
    try:
        session = emulator.session(DEPLOY)
        settle(session, DEV)
        kms = session.client("kms")
        kms.schedule_key_deletion(KeyId=kms.describe_key(KeyId=ALIAS)["KeyMetadata"]["KeyId"])

        with pytest.raises(InputError, match="is PendingDeletion"):
            settle(session, DEV)
    finally:
        emulator.stop()


def test_rehearsal(capsys):
    """
    On the embedded AWS it is made twice, and the second time changes nothing.
    """
    bootstrap(ROOT, "dev", "local")
    said = capsys.readouterr().out

    assert f"made       bucket {BUCKET}" in said
    assert "a second time nothing was changed" in said


def test_unknown_environment():
    """
    A misspelt environment is an error that names the nearest.
    """
    with pytest.raises(InputError, match="there is no environment devv; did you mean dev"):
        bootstrap(ROOT, "devv", "local")


def test_local_verbs_ask_nobody(tmp_path):
    """
    A plan for the embedded AWS does not import boto3 to look for a bucket.
    """
    code = "import sys, workflow.plan; print('boto3' in sys.modules)"
    done = subprocess.run([ROOT / ".venv/bin/python", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "False" == done.stdout.strip()
