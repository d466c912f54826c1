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
    "ecr": "CompleteLayerUpload DescribeImages InitiateLayerUpload PutImage UploadLayerPart",
    "elasticmapreduce": "AddJobFlowSteps CancelSteps DescribeCluster DescribeStep ListSteps",
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
    "logs": (
        "AssociateKmsKey CreateLogStream DescribeLogGroups DescribeLogStreams FilterLogEvents GetLogEvents PutLogEvents "
        "StartQuery"
    ),
    "redshift": "GetClusterCredentialsWithIAM ResizeCluster",
    "redshift-data": "BatchExecuteStatement ExecuteStatement",
    "redshift-serverless": "GetCredentials",
    "secretsmanager": "DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage",
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
    *("ec2:AssignPrivateIpAddresses", "ec2:AttachNetworkInterface", "ec2:CreateTags", "ec2:DeleteNetworkInterface"),
    *("ec2:DescribeAvailabilityZones", "ec2:DescribeDhcpOptions", "ec2:DescribeInstance*"),
    *("ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeTags"),
    *("ec2:DescribeVpcs", "ec2:DetachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"),
    *("ec2:UnassignPrivateIpAddresses", "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage"),
    *("ecr:GetAuthorizationToken", "ecr:GetDownloadUrlForLayer", "eks-auth:AssumeRoleForPodIdentity"),
    *("lakeformation:GetDataAccess", "logs:CreateLogDelivery", "logs:DeleteLogDelivery"),
    *("logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy"),
    *("logs:UpdateLogDelivery", "redshift-data:CancelStatement", "redshift-data:DescribeStatement"),
    *("redshift-data:GetStatementResult", "ssm:UpdateInstanceInformation", "ssmmessages:Create*Channel"),
    *("ssmmessages:Open*Channel",),
    *("xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"),
)
"""What roles of pipelines may do that AWS does not scope to a resource, or only to one that is not known beforehand."""

MACHINES: Final = (
    "AccountAttributes DhcpOptions Instances LaunchTemplates NetworkAcls RouteTables VolumeStatus Volumes VpcAttribute "
    "VpcEndpoints"
)
"""What the role of the EMR service looks at, beside what every role of a pipeline may see."""

MACHINE_ACTIONS: Final = (
    *("ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:CreateTags"),
    *("ec2:DeleteLaunchTemplate", "ec2:DeleteTags", "ec2:ModifyInstanceAttribute", "ec2:RunInstances"),
    *("ec2:TerminateInstances", "kms:CreateGrant", "kms:GenerateDataKeyWithoutPlaintext"),
    *(f"ec2:Describe{each}" for each in MACHINES.split()),
)
"""What the role of the EMR service does, beside; which machines and which key its own policy says."""

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


HANDS: Final = ("iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion")
"""What changes the text of a boundary."""

UNBINDING: Final = ("iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary")


def arn(environment: Environment, name: str = BOUNDARY) -> str:
    """The ARN of a boundary in the account of *environment*."""
    return f"arn:{environment.partition}:iam::{environment.account_id}:policy/{name}"


def guards(environment: Environment) -> list[dict[str, Any]]:
    """Refusals that every boundary holds: no exit, no blindfold, no hand on a boundary."""
    policies = f"arn:{environment.partition}:iam::{environment.account_id}:policy/*-boundary"
    return [
        deny("NoExit", LEAVING),
        deny("NoBlindfold", BLINDING),
        deny("NoHandOnBoundaries", HANDS, resources=[policies]),
        deny("NoRoleUnbound", UNBINDING),
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
            *_clusters(environment),
            deny("NoPermissions", [*ESCALATION, "organizations:*", "sso:*"]),
            {
                "Sid": "NoOtherRole",
                "Effect": "Deny",
                "Action": ["sts:AssumeRole"],
                "NotResource": [_roles(environment, "jobs")],
            },
            {
                **deny("NoOtherRegion", ["*"]),
                "Condition": {"StringNotEquals": {"aws:RequestedRegion": environment.region}},
            },
            *guards(environment),
        ],
    }


def _clusters(environment: Environment) -> list[dict[str, Any]]:
    """EMR makes machines, and hands them the role of nodes; nodes take on that of jobs. Roles are told by their names."""
    service, nodes, jobs = (_roles(environment, name) for name in ("service", "nodes", "jobs"))
    return [
        {
            "Sid": "MachinesOfClusters",
            "Effect": "Allow",
            "Action": list(MACHINE_ACTIONS),
            "Resource": "*",
            "Condition": {
                "ArnLike": {"aws:PrincipalArn": service},
                "StringEquals": {"aws:RequestedRegion": environment.region},
            },
        },
        {
            "Sid": "RoleOfMachines",
            "Effect": "Allow",
            "Action": ["iam:PassRole"],
            "Resource": [nodes],
            "Condition": {
                "ArnLike": {"aws:PrincipalArn": service},
                "StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"},
            },
        },
        {
            "Sid": "RoleOfJobs",
            "Effect": "Allow",
            "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
            "Resource": [jobs],
            "Condition": {"ArnLike": {"aws:PrincipalArn": nodes}},
        },
    ]


def _roles(environment: Environment, name: str) -> str:
    """The roles of all Spark clusters of an account that are called so."""
    return f"arn:{environment.partition}:iam::{environment.account_id}:role/*-spark-{name}"


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


def ceiling(
    statements: Sequence[Statement], environment: Environment, denied: Sequence[dict[str, Any]] = ()
) -> dict[str, Any]:
    """The boundary of a role of the account: what it is made with, and the guards, so that nothing is added to it later."""
    allowed = [statement.to_json() for statement in statements]
    return {"Version": "2012-10-17", "Statement": [*allowed, *denied, *guards(environment)]}


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
