"""
A trail is made by whoever may make it, under a key and in a bucket whose policies let CloudTrail in.
"""

from __future__ import annotations

import pytest

from tests.emulator.acting import arn, document, key_policy, put_bucket_policy, refused

SERVICE = {"Service": "cloudtrail.amazonaws.com"}


@pytest.fixture(name="trail")
def _trail(unique):
    """The ARN of a trail that is not there yet."""
    return arn("cloudtrail", f"trail/{unique}")


def admits(trail):
    """A statement of a bucket's policy that lets CloudTrail deliver for *trail*."""
    source = {"StringEquals": {"aws:SourceArn": trail, "s3:x-amz-acl": "bucket-owner-full-control"}}
    return {"Effect": "Allow", "Principal": SERVICE, "Action": "s3:PutObject", "Condition": source}


def test_a_bucket_that_admits_cloudtrail(admin, bucket, trail, unique):
    """
    A trail is refused until the bucket's policy lets CloudTrail write for this very trail.
    """
    create = admin.client("cloudtrail").create_trail
    put_bucket_policy(admin, bucket, admits(arn("cloudtrail", "trail/other")))

    assert "InsufficientS3BucketPolicyException" == refused(create, Name=unique, S3BucketName=bucket)
    put_bucket_policy(admin, bucket, admits(trail))
    assert "" == refused(create, Name=unique, S3BucketName=bucket)


def test_a_key_that_serves_cloudtrail(admin, bucket, trail, unique):
    """
    A trail is refused until the key's policy lets CloudTrail make data keys for this very trail.
    """
    kms, create = admin.client("kms"), admin.client("cloudtrail").create_trail
    put_bucket_policy(admin, bucket, admits(trail))
    key = kms.create_key(Policy=key_policy())["KeyMetadata"]["Arn"]
    settings = {"Name": unique, "S3BucketName": bucket, "KmsKeyId": key}
    context = {"aws:SourceArn": trail, "kms:EncryptionContext:aws:cloudtrail:arn": trail}
    serves = {"Effect": "Allow", "Principal": SERVICE, "Action": "kms:GenerateDataKey", "Resource": "*"}

    assert "InsufficientEncryptionPolicyException" == refused(create, **settings)
    kms.put_key_policy(
        KeyId=key, PolicyName="default", Policy=key_policy({**serves, "Condition": {"StringEquals": context}})
    )
    assert "" == refused(create, **settings)


def test_grants_on_a_trail(admin, role, bucket, trail, unique):
    """
    A trail is stopped with a grant on that trail, whether it is named by name or by ARN.
    """
    put_bucket_policy(admin, bucket, admits(trail))
    admin.client("cloudtrail").create_trail(Name=unique, S3BucketName=bucket)
    stop = role(("cloudtrail:StopLogging", trail)).client("cloudtrail").stop_logging
    elsewhere = role(("cloudtrail:StopLogging", arn("cloudtrail", "trail/other"))).client("cloudtrail").stop_logging

    assert ["", ""] == [refused(stop, Name=name) for name in (unique, trail)]
    assert ["AccessDeniedException"] * 2 == [refused(elsewhere, Name=name) for name in (unique, trail)]


def test_a_role_is_handed_over(admin, role, bucket, trail, unique):
    """
    Who makes a trail that writes to a log group has to be allowed to pass the role it does that with.
    """
    put_bucket_policy(admin, bucket, admits(trail))
    name = f"{unique}-logs"
    trust = document({"Effect": "Allow", "Principal": SERVICE, "Action": "sts:AssumeRole"})
    passed = admin.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    settings = {"Name": unique, "S3BucketName": bucket, "CloudWatchLogsRoleArn": passed}
    make = ("cloudtrail:CreateTrail", trail)

    assert "AccessDeniedException" == refused(role(make).client("cloudtrail").create_trail, **settings)
    assert "" == refused(role(make, ("iam:PassRole", passed)).client("cloudtrail").create_trail, **settings)
