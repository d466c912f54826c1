"""
The key under which Terraform's state lies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from modules.environment import Environment
from modules.errors import InputError
from modules.foundation.key_administration import ADMINISTRATION
from workflow.probes.policies import statements
from workflow.settling import Step

if TYPE_CHECKING:
    import boto3

ROTATION_DAYS = 365


class StateKey:
    """A customer managed key with the alias `alias/<state bucket>`; those who plan and deploy use it, through S3 only."""

    def __init__(self, session: boto3.Session, environment: Environment) -> None:
        self._kms: Any = session.client("kms")
        self._environment = environment
        self._alias = f"alias/{environment.state_bucket}"
        self._tags = tags(environment)

    def arn(self) -> str:
        """Raises `InputError` when the key cannot be used."""
        found = self._find()
        if found is None:
            raise InputError(f"{self._alias} is gone again; somebody else works on it, so try again")
        if found["KeyState"] != "Enabled":
            raise InputError(
                f"the key {found['Arn']} of {self._alias} is {found['KeyState']}; state under it cannot be read until it is "
                "enabled again (or its deletion cancelled)"
            )
        return str(found["Arn"])

    def steps(self) -> Iterator[Step]:
        yield Step(f"key {self._alias}", lambda: self._find() and self._alias, self._alias, self._create)
        yield Step("key policy", self._policy, statements(self._wanted_policy()), self._put_policy)
        yield Step(f"key rotation every {ROTATION_DAYS} days", self._rotation, ROTATION_DAYS, self._rotate)
        yield Step("key tags", self._read_tags, self._tags, self._put_tags)

    def _find(self) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = self._kms.describe_key(KeyId=self._alias)["KeyMetadata"]
        except self._kms.exceptions.NotFoundException:
            return None
        return found

    def _create(self) -> None:
        try:
            made = self._kms.create_key(
                Description=f"State of Terraform: {self._environment.state_bucket}",
                Policy=json.dumps(self._wanted_policy()),
                Tags=[{"TagKey": name, "TagValue": value} for name, value in self._tags.items()],
            )
        except self._kms.exceptions.MalformedPolicyDocumentException as error:
            raise InputError(
                f"KMS refuses the policy of the key ({error}); the roles under key_administrators, deploy_roles and plan_roles "
                f"of environment {self._environment.name} have to exist, and the caller has to be one of them"
            ) from error
        self._kms.create_alias(AliasName=self._alias, TargetKeyId=made["KeyMetadata"]["KeyId"])

    def _policy(self) -> list[dict[str, Any]]:
        return statements(self._kms.get_key_policy(KeyId=self.arn(), PolicyName="default")["Policy"])

    def _put_policy(self) -> None:
        self._kms.put_key_policy(KeyId=self.arn(), PolicyName="default", Policy=json.dumps(self._wanted_policy()))

    def _wanted_policy(self) -> dict[str, Any]:
        """
        Administrators cannot use the key; those who plan or deploy use it through S3; the root user of the account can mend
        the policy.
        """
        place = self._environment
        root = f"arn:{place.partition}:iam::{place.account_id}:root"
        suffix = "amazonaws.com.cn" if place.partition == "aws-cn" else "amazonaws.com"
        through_s3 = {"kms:CallerAccount": place.account_id, "kms:ViaService": f"s3.{place.region}.{suffix}"}
        return {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Sid": "Administrators",
                    "Effect": "Allow",
                    "Principal": {"AWS": sorted({*place.key_administrators, *place.deploy_roles})},
                    "Action": sorted(ADMINISTRATION),
                    "Resource": "*",
                },
                {
                    "Sid": "StateThroughS3",
                    "Effect": "Allow",
                    "Principal": {"AWS": sorted({*place.deploy_roles, *place.plan_roles})},
                    "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
                    "Resource": "*",
                    "Condition": {"StringEquals": through_s3},
                },
                {
                    "Sid": "RootUserRecovers",
                    "Effect": "Allow",
                    "Principal": {"AWS": root},
                    "Action": ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"],
                    "Resource": "*",
                    "Condition": {"ArnEquals": {"aws:PrincipalArn": root}},
                },
            ],
        }

    def _rotation(self) -> int | None:
        """Days between rotations; none when the key does not rotate."""
        found = self._kms.get_key_rotation_status(KeyId=self.arn())
        return found["RotationPeriodInDays"] if found["KeyRotationEnabled"] else None

    def _rotate(self) -> None:
        self._kms.enable_key_rotation(KeyId=self.arn(), RotationPeriodInDays=ROTATION_DAYS)

    def _read_tags(self) -> dict[str, str]:
        """Those of ours; other tags are left alone."""
        found = self._kms.list_resource_tags(KeyId=self.arn())["Tags"]
        return {each["TagKey"]: each["TagValue"] for each in found if each["TagKey"] in self._tags}

    def _put_tags(self) -> None:
        listed = [{"TagKey": name, "TagValue": value} for name, value in self._tags.items()]
        self._kms.tag_resource(KeyId=self.arn(), Tags=listed)


def tags(environment: Environment) -> dict[str, str]:
    return {"environment": environment.name, "managed-by": "millrace", "purpose": "terraform-state"}
