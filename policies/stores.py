"""
Stores of data as policies see them: which actions read and write them, and what a role may do with them.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from planned import Policy, Resource
from statements import Statement, identity_statements

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
}
WRITE = {
    "aws_s3_bucket": ("s3:PutObject",),
    "aws_kinesis_stream": ("kinesis:PutRecord", "kinesis:PutRecords"),
    "aws_kinesis_firehose_delivery_stream": ("firehose:PutRecord", "firehose:PutRecordBatch"),
    "aws_sqs_queue": ("sqs:SendMessage",),
    "aws_dynamodb_table": ("dynamodb:PutItem", "dynamodb:BatchWriteItem", "dynamodb:UpdateItem"),
}


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
