"""
Permission boundaries: what a role can never do, whatever its policies say.

A boundary grants nothing. A role that carries one may do what both the boundary and its own policies allow.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from bindings import Construct
from bindings.aws import IamPolicy
from modules.dataflow import Statement
from modules.environment import Environment

BOUNDARY: Final = "millrace-boundary"
"""Name of the boundary of every role of every pipeline in an account."""

PEOPLE_BOUNDARY: Final = "millrace-people-boundary"
"""Name of the boundary of permission sets: people take on the roles of pipelines and do nothing else."""

DATA_ACTIONS: Final = {
    "athena": "GetQueryExecution GetQueryResults GetWorkGroup StartQueryExecution StopQueryExecution",
    "dynamodb": (
        "BatchGetItem DeleteItem DescribeStream GetItem GetRecords GetShardIterator ListStreams PutItem Query UpdateItem"
    ),
    "ec2": "CreateNetworkInterface",
    "emr-serverless": "CancelJobRun GetJobRun StartJobRun",
    "events": "DescribeRule PutRule PutTargets",
    "firehose": "DescribeDeliveryStream PutRecord PutRecordBatch",
    "glue": (
        "BatchStopJobRun CreatePartition GetDatabase GetDataQualityResult GetDataQualityRuleset "
        "GetDataQualityRulesetEvaluationRun GetJobRun GetJobRuns GetPartition GetPartitions GetTable GetTableVersion "
        "GetTableVersions GetTables PublishDataQuality StartDataQualityRulesetEvaluationRun StartJobRun UpdateTable"
    ),
    "kinesis": "DescribeStream DescribeStreamSummary GetRecords GetShardIterator ListShards PutRecord PutRecords",
    "kms": "Decrypt DescribeKey Encrypt GenerateDataKey GenerateMac ReEncryptFrom ReEncryptTo VerifyMac",
    "logs": "AssociateKmsKey CreateLogStream DescribeLogGroups DescribeLogStreams FilterLogEvents GetLogEvents PutLogEvents StartQuery",
    "sns": "Publish",
    "states": "StartExecution",
    "sqs": "ChangeMessageVisibility DeleteMessage GetQueueAttributes ReceiveMessage SendMessage",
}
"""By service, what roles of pipelines may do to resources of their own account and region."""

OBJECT_ACTIONS: Final = (
    "AbortMultipartUpload GetBucketLocation GetObject GetObjectVersion ListBucket ListBucketMultipartUploads "
    "ListMultipartUploadParts PutObject"
)
"""What roles of pipelines may do to buckets of their own account; no setting."""

REWRITTEN: Final = ("*-staged-*", "*-curated-*")
"""Names of buckets whose files roles of pipelines may remove: what a table writes anew, it removes as it was."""

HANDED_TO: Final = ("emr-serverless.amazonaws.com", "glue.amazonaws.com")
"""Services that roles of pipelines may hand roles of pipelines to, so that a job runs under one of its own."""

UNSCOPED_ACTIONS: Final = (
    *("ec2:AssignPrivateIpAddresses", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces"),
    *("ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs", "ec2:UnassignPrivateIpAddresses"),
    *(
        "lakeformation:GetDataAccess",
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeResourcePolicies",
    ),
    *(
        "logs:DescribeLogGroups",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
    ),
    *("xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"),
)
"""What roles of pipelines may do that AWS does not scope to a resource, or only to one that is not known beforehand."""

ESCALATION: Final = tuple(
    f"iam:{verb}*"
    for verb in (
        *("Add", "Attach", "Change", "Create", "Deactivate", "Delete", "Detach", "Enable", "Put", "Remove", "Reset"),
        *("Resync", "Set", "Tag", "Untag", "Update", "Upload"),
    )
)
"""Every way to change who may do what."""

LEAVING: Final = ("account:CloseAccount", "account:DisableRegion", "organizations:LeaveOrganization")

BLINDING: Final = (
    *("access-analyzer:DeleteAnalyzer", "cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors"),
    *("cloudtrail:PutInsightSelectors", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail"),
    *("config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel", "config:PutConfigurationRecorder"),
    *("config:StopConfigurationRecorder", "guardduty:DeleteDetector", "guardduty:DisassociateFromAdministratorAccount"),
    *("guardduty:StopMonitoringMembers", "guardduty:UpdateDetector", "macie2:DisableMacie"),
    *("securityhub:BatchDisableStandards", "securityhub:DisableSecurityHub"),
)
"""What would leave the account without its audit trail or its detection."""


def arn(environment: Environment, name: str = BOUNDARY) -> str:
    """The ARN of a boundary in the account of *environment*."""
    return f"arn:{environment.partition}:iam::{environment.account_id}:policy/{name}"


def guards(environment: Environment) -> list[dict[str, Any]]:
    """Refusals that every boundary holds: no exit, no blindfold, no hand on a boundary."""
    policies = f"arn:{environment.partition}:iam::{environment.account_id}:policy/*-boundary"
    touching = ("CreatePolicyVersion", "DeletePolicy", "DeletePolicyVersion", "SetDefaultPolicyVersion")
    removing = ("iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary")
    return [
        deny("NoExit", LEAVING),
        deny("NoBlindfold", BLINDING),
        deny("NoHandOnBoundaries", [f"iam:{action}" for action in touching], resources=[policies]),
        deny("NoRoleUnbound", removing),
    ]


def pipeline_boundary(environment: Environment) -> dict[str, Any]:
    """What a role of a pipeline may do at most: use data and keys of its own account and region."""
    home = f"{environment.region}:{environment.account_id}"
    scoped = [f"{service}:{name}" for service, names in DATA_ACTIONS.items() for name in names.split()]
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "DataOfThisAccount",
                "Effect": "Allow",
                "Action": scoped,
                "Resource": [f"arn:{environment.partition}:{service}:{home}:*" for service in DATA_ACTIONS],
            },
            {
                "Sid": "ObjectsOfThisAccount",
                "Effect": "Allow",
                "Action": [f"s3:{name}" for name in OBJECT_ACTIONS.split()],
                "Resource": [f"arn:{environment.partition}:s3:::*"],
                "Condition": {"StringEquals": {"aws:ResourceAccount": environment.account_id}},
            },
            {
                "Sid": "FilesOfTables",
                "Effect": "Allow",
                "Action": ["s3:DeleteObject"],
                "Resource": [f"arn:{environment.partition}:s3:::{name}/*" for name in REWRITTEN],
                "Condition": {"StringEquals": {"aws:ResourceAccount": environment.account_id}},
            },
            {
                "Sid": "RolesOfJobs",
                "Effect": "Allow",
                "Action": ["iam:PassRole"],
                "Resource": [f"arn:{environment.partition}:iam::{environment.account_id}:role/*"],
                "Condition": {"StringEquals": {"iam:PassedToService": list(HANDED_TO)}},
            },
            {
                "Sid": "MetricsOfJobs",
                "Effect": "Allow",
                "Action": ["cloudwatch:PutMetricData"],
                "Resource": "*",
                "Condition": {"StringEquals": {"cloudwatch:namespace": ["Glue", "Glue Data Quality"]}},
            },
            {
                "Sid": "NetworkInterfacesAndTraces",
                "Effect": "Allow",
                "Action": list(UNSCOPED_ACTIONS),
                "Resource": "*",
                "Condition": {"StringEquals": {"aws:RequestedRegion": environment.region}},
            },
            deny("NoPermissions", [*ESCALATION, "sts:AssumeRole", "organizations:*", "sso:*"]),
            {
                **deny("NoOtherRegion", ["*"]),
                "Condition": {"StringNotEquals": {"aws:RequestedRegion": environment.region}},
            },
            *guards(environment),
        ],
    }


def people_boundary(environment: Environment) -> dict[str, Any]:
    """What somebody may do at most before taking on a role."""
    roles = f"arn:{environment.partition}:iam::{environment.account_id}:role/*"
    assume = {
        "Sid": "TakeOnRoles",
        "Effect": "Allow",
        "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"],
        "Resource": [roles],
    }
    return {
        "Version": "2012-10-17",
        "Statement": [assume, deny("NoPermissions", [*ESCALATION, "organizations:*", "sso:*"]), *guards(environment)],
    }


def ceiling(statements: Sequence[Statement], environment: Environment) -> dict[str, Any]:
    """The boundary of a role of the account: what it is made with, and the guards, so that nothing is added to it later."""
    allowed = [statement.to_json() for statement in statements]
    return {"Version": "2012-10-17", "Statement": [*allowed, *guards(environment)]}


def deny(sid: str, actions: Sequence[str], *, resources: Sequence[str] = ("*",)) -> dict[str, Any]:
    return {"Sid": sid, "Effect": "Deny", "Action": list(actions), "Resource": list(resources)}


class Boundary(Construct):
    """A managed policy that roles carry as their boundary; it is attached to nobody."""

    def __init__(self, scope: Construct, id: str, *, name: str, document: dict[str, Any], bounds: str) -> None:
        super().__init__(scope, id)
        self.policy = IamPolicy(
            self,
            "policy",
            name=name,
            description=f"Boundary of {bounds}; grants nothing",
            policy=json.dumps(document, separators=(",", ":")),
            tags={"purpose": "boundary"},
        )
        self.arn = self.policy.arn
