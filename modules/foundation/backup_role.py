"""
The role AWS Backup acts as: it reads the stores that are backed up and writes nothing but backups.
"""

from __future__ import annotations

from typing import Any

from bindings import Construct
from modules.dataflow import Condition, Statement
from modules.foundation.boundary import Boundary, ceiling
from modules.foundation.key import Key
from modules.foundation.role import Role, service_trust
from modules.grants import Trustee
from modules.pipeline import Pipeline

SERVICE = "backup.amazonaws.com"

BUCKET_ACTIONS = (
    "s3:GetBucketLocation",
    "s3:GetBucketNotification",
    "s3:GetBucketTagging",
    "s3:GetBucketVersioning",
    "s3:GetInventoryConfiguration",
    "s3:ListBucket",
    "s3:ListBucketVersions",
    "s3:PutBucketNotification",
    "s3:PutInventoryConfiguration",
)
OBJECT_ACTIONS = (
    "s3:GetObject",
    "s3:GetObjectTagging",
    "s3:GetObjectVersion",
    "s3:GetObjectVersionTagging",
)
RULE_ACTIONS = (
    "events:DeleteRule",
    "events:DescribeRule",
    "events:PutRule",
    "events:PutTargets",
    "events:RemoveTargets",
)
"""What `AWSBackupServiceRolePolicyForS3Backup` has, without access control lists, which are off everywhere."""

VAULT_ACTIONS = ("backup:CopyIntoBackupVault", "backup:DescribeBackupVault")
VAULT_KEY_ACTIONS = ("kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey")

PREFIXES = ("con-", "res-")
"""With which the names of buckets start whose class is backed up."""


class BackupRole(Construct):
    """A role that AWS Backup takes on for this account; it cannot restore, which people do with a role of their own."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self.process = pipeline.process("backup", "aws_backup")
        place = pipeline.environment
        here: Condition = {"StringEquals": {"aws:ResourceAccount": place.account_id}}
        buckets = tuple(pipeline.bucket_arn(f"{prefix}*") for prefix in PREFIXES)
        objects = tuple(pipeline.bucket_arn(f"{prefix}*", "*") for prefix in PREFIXES)
        self.process.requires(
            Statement(BUCKET_ACTIONS, buckets, here),
            Statement(OBJECT_ACTIONS, objects, here),
            Statement(RULE_ACTIONS, (pipeline.arn("events", "rule/AwsBackupManagedRule*"),), here),
            Statement(
                ("kms:Decrypt", "kms:DescribeKey"),
                (pipeline.arn("kms", "key/*"),),
                {
                    "StringEquals": {"aws:ResourceAccount": place.account_id, "kms:ViaService": pipeline.service("s3")},
                    "ForAnyValue:StringLike": {"kms:ResourceAliases": [f"alias/*-{place.name}/*"]},
                },
            ),
        )
        pipeline.graph.grants.trustees.append(Trustee(self.process.name, "back_up", (*buckets, *objects)))
        boundary = Boundary(
            self,
            "boundary",
            name=pipeline.resource_name("backup-boundary"),
            document=ceiling([*self.process.statements(), *_filling(pipeline)], place),
            bounds="the role that makes backups, in every region they are copied to",
        )
        self._role = Role(
            self,
            "role",
            pipeline=pipeline,
            process=self.process,
            trust=[service_trust(SERVICE, pipeline)],
            denied=[_archives(pipeline)],
            boundary=boundary.arn,
        )
        self.arn = self._role.arn
        self.principal = self.process.principal

    def fill(self, vault_arn: str, key: Key) -> None:
        """Let the role put backups into a vault, wherever it is, under the vault's key."""
        self.process.requires(
            Statement(VAULT_ACTIONS, (vault_arn,)),
            key.use("backup", *VAULT_KEY_ACTIONS),
        )


def _filling(pipeline: Pipeline) -> list[Statement]:
    """What `fill` may ever give: vaults and keys of this account, in whatever region; the keys' policies name the role."""
    place = pipeline.environment
    anywhere = f"arn:{place.partition}:{{}}:*:{place.account_id}:{{}}"
    return [
        Statement(VAULT_ACTIONS, (anywhere.format("backup", "backup-vault:*"),)),
        Statement(VAULT_KEY_ACTIONS, (anywhere.format("kms", "key/*"),)),
    ]


def _archives(pipeline: Pipeline) -> dict[str, Any]:
    """Archives are for auditors alone, and need no backup: nobody deletes from them."""
    zones = [f"*-{zone}-{pipeline.environment.account_id}-*" for zone in ("audit", "config")]
    return {
        "Effect": "Deny",
        "Action": "s3:*",
        "Resource": [arn for zone in zones for arn in (pipeline.bucket_arn(zone), pipeline.bucket_arn(zone, "*"))],
    }
