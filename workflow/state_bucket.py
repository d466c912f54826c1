"""
The bucket in which Terraform's state lies.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from modules.environment import Environment
from modules.errors import InputError
from modules.storage.every_bucket import ABANDONED_UPLOAD_DAYS, tls_statements
from workflow.probes.policies import statements
from workflow.read_back import is_missing
from workflow.settling import Step
from workflow.state_key import tags

if TYPE_CHECKING:
    import boto3

NONCURRENT_DAYS = 90  # how long an earlier state can be brought back
FIRST_REGION = "us-east-1"  # the region that S3 wants not to be named when a bucket is made
PUBLIC_ACCESS = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")


@dataclass(frozen=True)
class Setting:
    """One configuration of a bucket, with `get_<operation>` and `put_<operation>`."""

    name: str
    operation: str
    argument: str
    """Under which the content is put."""
    content: Any
    key: str | None
    """Under which the answer holds the content; none when the answer is the content."""
    essence: Callable[[Any], Any]
    """What of a content counts; AWS adds to it what nobody asked for."""


class StateBucket:
    """Private, versioned, encrypted under *key_arn* and no other key, reached with TLS 1.2 or newer only."""

    def __init__(self, session: boto3.Session, environment: Environment, key_arn: str) -> None:
        self._s3: Any = session.client("s3")
        self._environment = environment
        self._name = environment.state_bucket
        self._key_arn = key_arn
        self._tags = tags(environment)
        self._bucket = {"Bucket": self._name, "ExpectedBucketOwner": environment.account_id}

    def steps(self) -> Iterator[Step]:
        yield Step(f"bucket {self._name}", self._region, self._environment.region, self._create)
        for setting in self._settings():
            yield Step(
                setting.name,
                functools.partial(self._read, setting),
                setting.essence(setting.content),
                functools.partial(self._put, setting, setting.content),
            )
        tagging = Setting("", "bucket_tagging", "Tagging", None, "TagSet", self._own_tags)
        yield Step(
            "bucket tags", functools.partial(self._read, tagging), self._tags, functools.partial(self._tag, tagging)
        )

    def _settings(self) -> tuple[Setting, ...]:
        public = dict.fromkeys(PUBLIC_ACCESS, True)
        block, controls = "PublicAccessBlockConfiguration", "OwnershipControls"
        owner = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
        default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": self._key_arn}
        encryption = {"Rules": [{"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": True}]}
        server_side = "ServerSideEncryptionConfiguration"
        return (
            Setting("no public access", "public_access_block", block, public, block, dict),
            Setting("no access control lists", "bucket_ownership_controls", controls, owner, controls, _rules),
            Setting("encryption", "bucket_encryption", server_side, encryption, server_side, _encryption),
            Setting(
                "TLS 1.2 or newer, no other key",
                "bucket_policy",
                "Policy",
                json.dumps(self._policy()),
                "Policy",
                statements,
            ),
            Setting("versions", "bucket_versioning", "VersioningConfiguration", {"Status": "Enabled"}, None, _status),
            Setting(
                f"old versions for {NONCURRENT_DAYS} days",
                "bucket_lifecycle_configuration",
                "LifecycleConfiguration",
                {"Rules": [LIFECYCLE]},
                None,
                _rules,
            ),
        )

    def _region(self) -> str | None:
        """Where the bucket is; none when there is none. Raises `InputError` when it is somebody else's."""
        try:
            answer = self._s3.get_bucket_location(**self._bucket)
        except ClientError as error:
            if is_missing(error):
                return None
            raise InputError(
                f"the bucket {self._name} cannot be looked at ({error}); it is of another account, or the credentials do not "
                f"allow it. Choose another state_bucket in environments/{self._environment.name}.yaml, or other credentials"
            ) from error
        region = answer["LocationConstraint"] or FIRST_REGION
        if region != self._environment.region:
            raise InputError(
                f"the bucket {self._name} is in {region}, but environment {self._environment.name} is in "
                f"{self._environment.region}; choose another state_bucket in environments/{self._environment.name}.yaml"
            )
        return str(region)

    def _create(self) -> None:
        region = self._environment.region
        place = {} if region == FIRST_REGION else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        try:
            self._s3.create_bucket(Bucket=self._name, ObjectOwnership="BucketOwnerEnforced", **place)
        except self._s3.exceptions.BucketAlreadyExists as error:
            raise InputError(
                f"the name {self._name} is taken by another account; choose another state_bucket in "
                f"environments/{self._environment.name}.yaml"
            ) from error

    def _answer(self, setting: Setting) -> Any:
        """What the bucket has; none when it has nothing of the kind."""
        try:
            answer: Mapping[str, Any] = getattr(self._s3, f"get_{setting.operation}")(**self._bucket)
        except ClientError as error:
            if is_missing(error):
                return None
            raise
        return answer[setting.key] if setting.key else answer

    def _read(self, setting: Setting) -> Any:
        answer = self._answer(setting)
        return None if answer is None else setting.essence(answer)

    def _put(self, setting: Setting, content: Any) -> None:
        getattr(self._s3, f"put_{setting.operation}")(**self._bucket, **{setting.argument: content})

    def _own_tags(self, tag_set: list[dict[str, str]]) -> dict[str, str]:
        return {each["Key"]: each["Value"] for each in tag_set if each["Key"] in self._tags}

    def _tag(self, tagging: Setting) -> None:
        """S3 replaces all tags at once, so those of others are put again."""
        others = [each for each in self._answer(tagging) or [] if each["Key"] not in self._tags]
        ours = [{"Key": name, "Value": value} for name, value in self._tags.items()]
        self._put(tagging, {"TagSet": [*others, *ours]})

    def _policy(self) -> dict[str, Any]:
        """A writer may leave the encryption to the bucket, or ask for its key; see `modules/storage/bucket.py`."""
        arn = f"arn:{self._environment.partition}:s3:::{self._name}"
        header = "s3:x-amz-server-side-encryption"
        refused = {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": f"{arn}/*"}
        foreign = {"StringNotEquals": {f"{header}-aws-kms-key-id": self._key_arn}, "Null": {header: "false"}}
        own_key_only = [
            {"Sid": "OwnKeyOnly", **refused, "Condition": foreign},
            {"Sid": "NoKeysOfCallers", **refused, "Condition": {"Null": {f"{header}-customer-algorithm": "false"}}},
        ]
        return {"Version": "2012-10-17", "Statement": [*tls_statements(arn), *own_key_only]}


LIFECYCLE = {
    "ID": "versions",
    "Status": "Enabled",
    "Filter": {"Prefix": ""},
    "Expiration": {"ExpiredObjectDeleteMarker": True},
    "NoncurrentVersionExpiration": {"NoncurrentDays": NONCURRENT_DAYS},
    "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": ABANDONED_UPLOAD_DAYS},
}


def _rules(content: Mapping[str, Any]) -> Any:
    return content["Rules"]


def _status(content: Mapping[str, Any]) -> str | None:
    return content.get("Status")


def _encryption(content: Mapping[str, Any]) -> Any:
    return [[rule.get("ApplyServerSideEncryptionByDefault"), rule.get("BucketKeyEnabled")] for rule in content["Rules"]]
