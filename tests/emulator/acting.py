"""
Names of the account the tests act in, and what its policies look like.
"""

from __future__ import annotations

import json

from botocore.exceptions import ClientError

ACCOUNT = "111122223333"
REGION = "eu-central-1"
DEPLOY = f"arn:aws:iam::{ACCOUNT}:role/deploy"
ANALYST = f"arn:aws:iam::{ACCOUNT}:role/people/analyst"
ROOT = {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}
FIREHOSE = "firehose.amazonaws.com"


def arn(service, resource, region=REGION, account=ACCOUNT):
    return f"arn:aws:{service}:{region}:{account}:{resource}"


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def key_policy(*statements):
    """A key policy that leaves the deploy role in charge of the key."""
    return document({"Effect": "Allow", "Principal": {"AWS": DEPLOY}, "Action": "kms:*", "Resource": "*"}, *statements)


def role_of(session):
    """The ARN of the role a session acts as."""
    name = session.client("sts").get_caller_identity()["Arn"].split("/", 2)[1]
    return arn("iam", f"role/{name}", region="")


def put_bucket_policy(admin, bucket, *statements):
    """A policy for *bucket* and its objects."""
    both = [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]
    policy = document(*({"Resource": both, **statement} for statement in statements))
    admin.client("s3").put_bucket_policy(Bucket=bucket, Policy=policy)


def refused(call, **arguments):
    """The error code *call* is refused with, or "" when it is allowed."""
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return ""
