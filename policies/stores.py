"""
Stores of data as policies see them: which actions read and write them, what a role may do with them, and which services of
AWS look after those of all stacks.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from planned import Policy, Resource, account
from statements import Statement, identity_statements, pinned_to, statements

READ = {
    "aws_s3_bucket": ("s3:GetObject", "s3:GetObjectVersion"),
    "aws_kinesis_stream": ("kinesis:GetRecords", "kinesis:SubscribeToShard"),
    "aws_kinesis_firehose_delivery_stream": (),
    "aws_sqs_queue": ("sqs:ReceiveMessage",),
    "aws_dynamodb_table": (
        "dynamodb:GetItem",
        "dynamodb:BatchGetItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "dynamodb:GetRecords",
    ),
    "aws_redshift_cluster": ("redshift-data:ExecuteStatement",),
    "aws_redshiftserverless_workgroup": ("redshift-data:ExecuteStatement",),
    "aws_sagemaker_feature_group": ("sagemaker:BatchGetRecord", "sagemaker:GetRecord"),
}
WRITE = {
    "aws_s3_bucket": ("s3:PutObject",),
    "aws_kinesis_stream": ("kinesis:PutRecord", "kinesis:PutRecords"),
    "aws_kinesis_firehose_delivery_stream": ("firehose:PutRecord", "firehose:PutRecordBatch"),
    "aws_sqs_queue": ("sqs:SendMessage",),
    "aws_dynamodb_table": ("dynamodb:PutItem", "dynamodb:BatchWriteItem", "dynamodb:UpdateItem"),
    "aws_redshift_cluster": ("redshift-data:BatchExecuteStatement",),
    "aws_redshiftserverless_workgroup": ("redshift-data:BatchExecuteStatement",),
    "aws_sagemaker_feature_group": ("sagemaker:PutRecord",),
}
READERS = (
    {"owner", "engineer", "analyst", "ml-engineer", "auditor"},
    {"owner", "engineer", "analyst", "ml-engineer"},
    {"owner", "engineer"},
    {"owner"},
)
"""The personas that may read what has a class, by class, weakest first."""
FILLED = ("aws_redshift_cluster", "aws_redshiftserverless_namespace")
"""Types that load data themselves, as the roles they name."""


def touches(allowing: list[Statement], store: Resource, actions: dict[str, tuple[str, ...]]) -> bool:
    """
    Whether one of some statements allows one of the actions on a store.
    """
    kind = store["address"].split(".")[0]
    arn = store["arn"]
    return any(
        statement.may(*actions[kind])
        and ("NotResource" in statement.inverted or any(_matches(arn, pattern) for pattern in statement.resources))
        for statement in allowing
    )


def _matches(arn: str, pattern: str) -> bool:
    return fnmatchcase(arn, pattern) or (":s3:" in arn and fnmatchcase(arn, pattern.split("/", maxsplit=1)[0]))


def role_statements(policy: Policy, role: Resource) -> list[Statement]:
    """
    What a role may do by its own policies and those of the plan that are attached to it.
    """
    names = (role["id"], role["name"])
    attached = [
        item["policy_arn"] for item in policy.planned("aws_iam_role_policy_attachment") if item["role"] in names
    ]
    policies = [item for item in policy.planned("aws_iam_role_policy") if item["role"] in names]
    policies += [item for item in policy.planned("aws_iam_policy") if item["arn"] in attached]
    return [statement for item in (role, *policies) for statement in identity_statements(item)]


BACKUP = "backup.amazonaws.com"
ACTIONS = {
    BACKUP: frozenset(
        {
            *(
                "events:DeleteRule",
                "events:DescribeRule",
                "events:PutRule",
                "events:PutTargets",
                "events:RemoveTargets",
            ),
            *("kms:Decrypt", "kms:DescribeKey"),
            *("s3:GetBucketLocation", "s3:GetBucketNotification", "s3:GetBucketTagging", "s3:GetBucketVersioning"),
            *("s3:GetInventoryConfiguration", "s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"),
            *("s3:GetObjectVersionTagging", "s3:ListBucket", "s3:ListBucketVersions"),
            *("s3:PutBucketNotification", "s3:PutInventoryConfiguration"),
        }
    )
}
"""What each of these services does to stores: it reads, and has itself told of changes; it writes and deletes nothing."""

STORES = re.compile(
    r"arn:[a-z-]+:(s3:::(con|res)-\*(/\*)?|events:[a-z0-9-]+:\d{12}:rule/AwsBackupManagedRule\*|kms:[a-z0-9-]+:\d{12}:key/\*)"
)
"""Buckets of the classes that are backed up, the rules AWS Backup names so, and keys, which are narrowed by their alias."""


def looks_after_stores(policy: Policy, resource: Resource, statement: Statement) -> bool:
    """
    Whether a statement of a role's policy is one that such a service needs, within this account.
    """
    roles = [item for item in policy.planned("aws_iam_role") if resource.get("role") in (item["id"], item["name"])]
    role: Resource = next(iter(roles), {})
    trusted = [item for item in statements(role.get("assume_role_policy")) if item.allows]
    services = {value for item in trusted for _, value in item.principals}
    if services != {BACKUP} or not all(pinned_to(item, account(role)) for item in trusted):
        return False
    here = statement.values("aws:ResourceAccount", "StringEquals") == (account(role),)
    known = set(statement.actions) <= ACTIONS[BACKUP] and not statement.inverted
    stores = all(STORES.fullmatch(arn) for arn in statement.resources)
    keys = any(":kms:" in arn for arn in statement.resources)
    narrow = statement.values("kms:ResourceAliases", "ForAnyValue:StringLike") and statement.values(
        "kms:ViaService", "StringEquals"
    )
    return bool(here and known and stores and (narrow or not keys))
