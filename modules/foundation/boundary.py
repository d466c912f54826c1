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
    "athena": "GetQuery* GetWorkGroup StartQueryExecution StopQueryExecution",
    "dynamodb": "BatchGetItem DeleteItem DescribeStream Get* ListStreams PutItem Query UpdateItem",
    "ec2": "CreateNetworkInterface",
    "ecr": "*LayerUpload DescribeImages PutImage UploadLayerPart",
    "elasticmapreduce": "AddJobFlowSteps CancelSteps Describe* ListSteps",
    "emr-serverless": "*JobRun",
    "events": "DescribeRule PutRule PutTargets",
    "firehose": "DescribeDeliveryStream PutRecord*",
    "glue": "BatchStopJobRun CreatePartition Get* PublishDataQuality Start*Run UpdateTable",
    "kinesis": "DescribeStream* Get* ListShards PutRecord*",
    "kms": "Decrypt DescribeKey Encrypt GenerateDataKey GenerateMac ReEncrypt* VerifyMac",
    "logs": "AssociateKmsKey CreateLogStream FilterLogEvents GetLogEvents PutLogEvents StartQuery",
    "redshift": "GetClusterCredentialsWithIAM ResizeCluster",
    "redshift-data": "*ExecuteStatement",
    "redshift-serverless": "GetCredentials",
    "secretsmanager": "DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage",
    "sns": "Publish",
    "sqs": "ChangeMessageVisibility DeleteMessage GetQueueAttributes ReceiveMessage SendMessage",
    "states": "StartExecution",
}
"""
By service, what roles of pipelines may do to resources of their own account and region. A boundary grants nothing and has
to be short, so verbs stand for their actions where none of them changes what protects data.
"""

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
    *("ec2:Describe*", "ec2:DetachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"),
    *("ec2:UnassignPrivateIpAddresses", "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:Get*"),
    *("eks-auth:AssumeRoleForPodIdentity", "lakeformation:GetDataAccess", "logs:*LogDeliver*"),
    *("logs:Describe*", "logs:PutResourcePolicy", "redshift-data:CancelStatement"),
    *("redshift-data:Describe*", "redshift-data:GetStatementResult", "ssm:UpdateInstanceInformation"),
    *("ssmmessages:Create*Channel", "ssmmessages:Open*Channel", "xray:GetSampling*", "xray:PutT*"),
)
"""What roles of pipelines may do that AWS does not scope to a resource, or only to one that is not known beforehand."""

MACHINE_ACTIONS: Final = (
    *("ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:CreateTags"),
    *("ec2:DeleteLaunchTemplate", "ec2:DeleteTags", "ec2:ModifyInstanceAttribute", "ec2:RunInstances"),
    *("ec2:TerminateInstances", "kms:CreateGrant", "kms:GenerateDataKeyWithoutPlaintext"),
)
"""What the role of the EMR service does, beside; which machines and which key its own policy says."""

ESCALATION: Final = tuple(f"iam:{start}*" for start in ("A", "C", "D", "E", "Put", "R", "S", "T", "U"))
"""Every way to change who may do what, by how the verbs begin: Add, Attach, Change, Create and so on."""

LEAVING: Final = ("account:CloseAccount", "account:DisableRegion", "organizations:LeaveOrganization")

BLINDING: Final = (
    *("access-analyzer:Delete*", "cloudtrail:Delete*", "cloudtrail:Put*", "cloudtrail:Stop*", "cloudtrail:Update*"),
    *("config:Delete*", "config:PutConfigurationRecorder", "config:Stop*", "guardduty:Delete*"),
    *("guardduty:Disassociate*", "guardduty:Stop*", "guardduty:Update*", "macie2:Disable*", "securityhub:*Disable*"),
)
"""What would leave the account without its audit trail or its detection."""


HANDS: Final = ("iam:CreatePolicyVersion", "iam:DeletePolicy*", "iam:SetDefaultPolicyVersion")
"""What changes the text of a boundary."""

UNBINDING: Final = ("iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary")


def arn(environment: Environment, name: str = BOUNDARY) -> str:
    """The ARN of a boundary in the account of *environment*."""
    return f"arn:{environment.partition}:iam::{environment.account_id}:policy/{name}"


def guards(environment: Environment) -> list[dict[str, Any]]:
    """Refusals that the boundary of a role of the account holds: no exit, no blindfold, no hand on a boundary."""
    policies = f"arn:{environment.partition}:iam::{environment.account_id}:policy/*-boundary"
    return [
        deny("NoExit", LEAVING),
        deny("NoBlindfold", BLINDING),
        deny("NoHandOnBoundaries", HANDS, resources=[policies]),
        deny("NoRoleUnbound", UNBINDING),
    ]


def no_rights() -> list[dict[str, Any]]:
    """The same in a boundary under which nobody changes rights at all, so that boundaries are out of reach too."""
    return [
        deny("NoPermissions", [*ESCALATION, "organizations:*", "sso:*"]),
        deny("NoExit", LEAVING),
        deny("NoBlindfold", BLINDING),
    ]


def outside(environment: Environment) -> dict[str, Any]:
    """No role of a pipeline reaches another region."""
    elsewhere = {"StringNotEquals": {"aws:RequestedRegion": environment.region}}
    return {**deny("NoOtherRegion", ["*"]), "Condition": elsewhere}


def pipeline_boundary(environment: Environment) -> dict[str, Any]:
    """What a role of a pipeline may do at most: use data and keys of its own account and region."""
    in_account = f"*:{environment.account_id}:*"  # NoOtherRegion says which region
    scoped = [f"{service}:{name}" for service, names in DATA_ACTIONS.items() for name in names.split()]
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "DataOfThisAccount",
                "Effect": "Allow",
                "Action": scoped,
                "Resource": [f"arn:{environment.partition}:{service}:{in_account}" for service in DATA_ACTIONS],
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
            {
                "Sid": "NoOtherRole",
                "Effect": "Deny",
                "Action": ["sts:AssumeRole"],
                "NotResource": [_roles(environment, "jobs")],
            },
            outside(environment),
            *no_rights(),
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
        "Statement": [assume, *no_rights()],
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
