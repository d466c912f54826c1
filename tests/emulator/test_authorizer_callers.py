"""
Who calls, and as whom: trust policies, handed-over roles, strangers.
"""

from __future__ import annotations

import urllib.error
import urllib.request

import boto3
import pytest

from tests.emulator.acting import ANALYST, FIREHOSE, REGION, ROOT, arn, document, refused, role_of
from workflow.emulator.session import open_session


def test_passing_a_role(role, bucket, unique):
    """
    Who hands a role to a service needs iam:PassRole on it.
    """
    target = {"RoleARN": ANALYST, "BucketARN": f"arn:aws:s3:::{bucket}"}
    make = {"DeliveryStreamName": unique, "ExtendedS3DestinationConfiguration": target}

    assert "AccessDeniedException" == refused(
        role(("firehose:*", "*")).client("firehose").create_delivery_stream, **make
    )
    assert "" == refused(
        role(("firehose:*", "*"), ("iam:PassRole", ANALYST)).client("firehose").create_delivery_stream, **make
    )


@pytest.fixture(name="trusting")
def _trusting(admin, unique):
    """Makes a role that trusts a principal, and gives its ARN."""

    def make(principal):
        trust = document({"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"})
        return admin.client("iam").create_role(RoleName=unique, AssumeRolePolicyDocument=trust)["Role"]["Arn"]

    return make


def assuming(session, target):
    """How *session* fares when it assumes *target*."""
    return refused(session.client("sts").assume_role, RoleArn=target, RoleSessionName="session")


def test_a_named_principal_assumes(emulator, role, trusting):
    """
    A trust policy that names a role lets this role in, without a grant of its own, and no other.
    """
    target = trusting({"AWS": [ANALYST]})

    assert target == role_of(emulator.session(target, via=ANALYST))
    assert "AccessDenied" == assuming(role(), target)


def test_a_trusted_account_leaves_it_to_its_policies(role, trusting):
    """
    A trust policy that names the account lets in those who have a grant.
    """
    target = trusting(ROOT)

    assert "" == assuming(role(("sts:AssumeRole", target)), target)
    assert "AccessDenied" == assuming(role(), target)


def test_a_trusted_service_is_nobody_else(admin, emulator, trusting):
    """
    A role for a service is refused to everybody, even an administrator; the emulator plays the service.
    """
    target = trusting({"Service": FIREHOSE})

    assert "AccessDenied" == assuming(admin, target)
    assert target == role_of(emulator.session(target))


def test_roles_that_do_not_exist_are_refused(admin, unique):
    """
    Nobody learns from the refusal whether a role exists.
    """
    assert "AccessDenied" == assuming(admin, arn("iam", f"role/{unique}", region=""))


def test_unknown_callers(emulator):
    """
    Made-up keys and keys with another session's token are nobody's.
    """
    made_up = {"aws_access_key_id": "AKIA2345678901234567", "aws_secret_access_key": "x"}
    nobody = open_session(emulator.endpoint, REGION, made_up)
    environment = emulator.environment()
    half = {
        "aws_access_key_id": environment["AWS_ACCESS_KEY_ID"],
        "aws_secret_access_key": "x",
        "aws_session_token": "x",
    }

    assert "UnrecognizedClientException" == refused(nobody.client("kinesis").list_streams)
    assert "InvalidAccessKeyId" == refused(nobody.client("s3").list_buckets)
    assert "InvalidClientTokenId" == refused(
        open_session(emulator.endpoint, REGION, half).client("sts").get_caller_identity
    )


def status(emulator, path, **headers):
    """The status of a bare request to *path*."""
    request = urllib.request.Request(f"{emulator.endpoint}{path}", method="POST", data=b"", headers=headers)  # noqa: S310
    with pytest.raises(urllib.error.HTTPError) as refusal:
        urllib.request.urlopen(request)  # noqa: S310
    refusal.value.close()
    return refusal.value.code


def test_unsigned_requests_are_refused(emulator):
    """
    Neither AWS's interfaces nor our own routes are open to who has no credentials and no token.
    """
    assert [403, 403] == [status(emulator, path) for path in ("/bucket", "/millrace/credentials?role=x")]


def test_motos_own_routes_are_closed(emulator):
    """
    Not even an administrator resets moto or switches anything in it.
    """
    keys = emulator.environment()
    scope = f"{keys['AWS_ACCESS_KEY_ID']}/20300101/{REGION}/s3/aws4_request"
    signed = {
        "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0",
        "X-Amz-Security-Token": keys["AWS_SESSION_TOKEN"],
    }

    assert 403 == status(emulator, "/moto-api/reset", **signed)


def test_the_environment_is_enough_for_boto3(emulator, monkeypatch):
    """
    With the emulator's variables, plain boto3 acts as the deploy role.
    """
    for name, value in emulator.environment().items():
        monkeypatch.setenv(name, value)

    assert "assumed-role/deploy/" in boto3.Session().client("sts").get_caller_identity()["Arn"]
