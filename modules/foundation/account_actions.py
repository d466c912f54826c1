"""
What the roles of an account may do, action by action, so that nothing AWS adds later is granted unseen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from modules.dataflow import Statement
from modules.environment import Environment

Actions = Mapping[str, str]

VERB: Final = re.compile(r"^([A-Z][a-z]+).*")
BUCKET_SETTING: Final = re.compile(r"^GetBucket.*")
CONFIGURATION: Final = re.compile(r"^Get(?!Bucket).*Configuration$")

ACCOUNT_SETTINGS: Final[Actions] = {
    "access-analyzer": "GetAnalyzer GetFinding ListAnalyzers ListFindings",
    "account": "GetAlternateContact",
    "budgets": "ViewBudget",
    "ce": "GetAnomalies GetAnomalyMonitors GetAnomalySubscriptions GetCostAndUsage",
    "cloudtrail": "DescribeTrails GetEventSelectors GetInsightSelectors GetTrail GetTrailStatus ListTrails LookupEvents",
    "cloudwatch": "DescribeAlarmHistory DescribeAlarms GetMetricData ListMetrics",
    "config": (
        "DescribeComplianceByConfigRule DescribeConfigRules DescribeConfigurationRecorderStatus "
        "DescribeConfigurationRecorders DescribeDeliveryChannels GetComplianceDetailsByConfigRule GetResourceConfigHistory"
    ),
    "events": "DescribeRule ListRules ListTargetsByRule",
    "guardduty": "GetDetector GetFindings ListDetectors ListFindings",
    "iam": (
        "GenerateCredentialReport GetAccountAuthorizationDetails GetAccountPasswordPolicy GetAccountSummary "
        "GetOpenIDConnectProvider GetPolicy GetPolicyVersion GetRole GetRolePolicy GetUser ListAccessKeys "
        "ListAttachedRolePolicies ListMFADevices ListOpenIDConnectProviders ListPolicies ListRolePolicies ListRoles "
        "ListSAMLProviders ListUsers ListVirtualMFADevices"
    ),
    "macie2": "GetFindings GetMacieSession ListClassificationJobs ListFindings",
    "securityhub": "DescribeHub GetEnabledStandards GetFindings",
    "tag": "GetResources",
}
"""Settings, findings and events of the account; nothing of what pipelines hold."""

STORE_SETTINGS: Final[Actions] = {
    "athena": "GetWorkGroup ListWorkGroups",
    "dynamodb": "DescribeContinuousBackups DescribeTable DescribeTimeToLive ListTables",
    "ec2": (
        "DescribeFlowLogs DescribeNetworkAcls DescribeRouteTables DescribeSecurityGroupRules DescribeSecurityGroups "
        "DescribeSubnets DescribeVpcEndpoints DescribeVpcs GetEbsEncryptionByDefault"
    ),
    "firehose": "DescribeDeliveryStream ListDeliveryStreams",
    "glue": "GetDatabase GetDatabases GetTable GetTables",
    "kinesis": "DescribeStreamSummary ListStreams",
    "kms": "DescribeKey GetKeyPolicy GetKeyRotationStatus ListAliases ListGrants ListKeys",
    "lambda": "GetPolicy ListFunctions",
    "logs": "DescribeLogGroups DescribeMetricFilters",
    "s3": (
        "GetAccountPublicAccessBlock GetBucketAcl GetBucketLocation GetBucketLogging GetBucketObjectLockConfiguration "
        "GetBucketOwnershipControls GetBucketPolicy GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketTagging "
        "GetBucketVersioning GetEncryptionConfiguration GetLifecycleConfiguration ListAllMyBuckets"
    ),
    "sns": "GetTopicAttributes ListSubscriptionsByTopic ListTopics",
    "sqs": "GetQueueAttributes ListQueues",
}
"""How stores are set up; never what is in them."""

CONTAINMENT: Final[Actions] = {
    "ec2": "RevokeSecurityGroupEgress RevokeSecurityGroupIngress",
    "iam": "DeleteAccessKey DeleteLoginProfile PutRolePolicy UpdateAccessKey",
    "kms": "CancelKeyDeletion DisableKey EnableKey",
    "lambda": "PutFunctionConcurrency",
    "s3": "PutBucketPublicAccessBlock",
}
"""What stops an incident: take away, close, freeze, keep."""

RECOVERY: Final[Actions] = {
    "cloudtrail": "StartLogging",
    "config": "StartConfigurationRecorder",
    "guardduty": "CreateDetector",
    "iam": "AttachRolePolicy DeleteRolePolicy DetachRolePolicy UpdateAssumeRolePolicy",
    "kms": "PutKeyPolicy",
    "s3": "DeleteBucketPolicy PutBucketPolicy PutBucketVersioning",
    "sns": "SetTopicAttributes Subscribe",
}
"""What puts an account right again when its own roles cannot."""

OPERATION: Final[Actions] = {
    "cloudwatch": "DisableAlarmActions EnableAlarmActions SetAlarmState",
    "firehose": "StartDeliveryStreamEncryption",
    "lambda": "PutFunctionConcurrency UpdateEventSourceMapping",
    "sqs": "StartMessageMoveTask",
}
"""How a platform is kept running between deployments."""


def names(*tables: Actions) -> tuple[str, ...]:
    """The actions of some tables as IAM writes them, each once."""
    found = {f"{service}:{name}" for table in tables for service, listed in table.items() for name in listed.split()}
    return tuple(sorted(found))


UNSCOPED: Final = frozenset(
    {
        *("application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScalingPolicies"),
        *("access-analyzer:ListAnalyzers", "athena:ListWorkGroups", "ce:GetCostAndUsage", "cloudtrail:DescribeTrails"),
        *("cloudtrail:ListTrails", "cloudtrail:LookupEvents", "cloudwatch:GetMetricData", "cloudwatch:ListMetrics"),
        *("config:DescribeComplianceByConfigRule", "config:DescribeConfigRules", "config:DescribeDeliveryChannels"),
        *("config:DescribeConfigurationRecorderStatus", "config:DescribeConfigurationRecorders"),
        *("config:GetResourceConfigHistory", "config:StartConfigurationRecorder", "ec2:DescribeFlowLogs"),
        *(
            "dynamodb:ListTables",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeNetworkInterfaces",
        ),
        *("ec2:DescribePrefixLists", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroupRules"),
        *("ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcs"),
        *("ec2:GetEbsEncryptionByDefault", "events:ListRules", "firehose:ListDeliveryStreams"),
        *("guardduty:CreateDetector", "guardduty:GetFindings", "guardduty:ListDetectors", "guardduty:ListFindings"),
        *("iam:GenerateCredentialReport", "iam:GetAccountAuthorizationDetails", "iam:GetAccountPasswordPolicy"),
        *("iam:GetAccountSummary", "iam:ListOpenIDConnectProviders", "iam:ListPolicies", "iam:ListRoles"),
        *("iam:ListSAMLProviders", "iam:ListUsers", "iam:ListVirtualMFADevices", "kinesis:DescribeLimits"),
        *("kinesis:ListStreams", "kms:CreateKey", "kms:ListAliases", "kms:ListKeys", "lambda:CreateEventSourceMapping"),
        *("lambda:ListFunctions", "logs:DescribeLogGroups", "macie2:GetFindings", "macie2:GetMacieSession"),
        *("macie2:ListClassificationJobs", "macie2:ListFindings", "s3:GetAccountPublicAccessBlock"),
        *("s3:ListAllMyBuckets", "sns:GetSubscriptionAttributes", "sns:ListTopics", "sns:Unsubscribe"),
        *("sqs:ListQueues", "tag:GetResources"),
        *names(
            {
                "autoscaling": (
                    "DescribeAutoScalingGroups DescribeInstanceRefreshes DescribePolicies DescribeScalingActivities "
                    "DescribeWarmPool"
                ),
                "ec2": "DescribeLaunchTemplateVersions DescribeLaunchTemplates",
                "ecs": "DeregisterTaskDefinition DescribeTaskDefinition",
                "eks": "CreateCluster",
                "elasticfilesystem": "CreateFileSystem",
                "elasticmapreduce": (
                    "CreateSecurityConfiguration DeleteSecurityConfiguration DescribeSecurityConfiguration RunJobFlow"
                ),
                "emr-serverless": "CreateApplication",
                "glue": "CreateDataQualityRuleset CreateSecurityConfiguration DeleteSecurityConfiguration GetSecurityConfiguration",
                "kinesis": "EnableEnhancedMonitoring UpdateShardCount UpdateStreamMode",
                "lakeformation": (
                    "AddLFTagsToResource CreateDataCellsFilter CreateLFTag DeleteDataCellsFilter DeleteLFTag "
                    "DeregisterResource DescribeResource GetDataCellsFilter GetLFTag GetResourceLFTags GrantPermissions "
                    "ListDataCellsFilter ListPermissions RegisterResource RemoveLFTagsFromResource RevokePermissions "
                    "UpdateDataCellsFilter UpdateLFTag UpdateResource"
                ),
                "quicksight": "CreateDataSource CreateVPCConnection",
                "redshift": (
                    "CreateScheduledAction DeleteScheduledAction DescribeClusterParameterGroups "
                    "DescribeClusterSubnetGroups DescribeScheduledActions DescribeSnapshotCopyGrants ModifyScheduledAction"
                ),
                "redshift-serverless": "CreateUsageLimit DeleteUsageLimit GetUsageLimit UpdateUsageLimit",
                "secretsmanager": "GetRandomPassword",
                "states": "ValidateStateMachineDefinition",
            }
        ),
    }
)
"""Those of all these actions that AWS scopes to no resource (Service Authorization Reference)."""

WITH_DATA: Final = ("athena", "kinesis", "lambda", "s3", "sagemaker", "secretsmanager", "sqs")
"""Services in which actions of the same verb read settings and data, unless they describe or list."""

LOOKING: Final = ("Describe", "List")
"""Verbs that read no data in any of these services."""

WITHOUT_REGION: Final = frozenset({"budgets", "ce", "iam"})
"""Services whose ARNs name no region."""

IDENTITIES: Final = ("instance-profile", "oidc-provider", "policy", "role", "user")
"""Kinds of things in IAM that these actions are about; IAM takes no ARN that stands for every kind."""


def anywhere(environment: Environment, *tables: Actions) -> list[Statement]:
    """The actions of some tables on any resource of the account, in every region; and those without a resource."""
    listed = names(*tables)
    scoped = tuple(name for name in listed if name not in UNSCOPED)
    services = sorted({name.partition(":")[0] for name in scoped})
    resources = tuple(arn for service in services for arn in _any(environment, service))
    found = [Statement(scoped, resources)] if scoped else []
    unscoped = tuple(name for name in listed if name in UNSCOPED)
    return [*found, Statement(unscoped, ("*",))] if unscoped else found


def _any(environment: Environment, service: str) -> list[str]:
    if service == "s3":
        return [f"arn:{environment.partition}:s3:::*"]
    region = "" if service in WITHOUT_REGION else "*"
    start = f"arn:{environment.partition}:{service}:{region}:{environment.account_id}"
    return [f"{start}:{kind}/*" for kind in IDENTITIES] if service == "iam" else [f"{start}:*"]


def widely(actions: Actions, *, but: Sequence[str] = ()) -> Actions:
    """
    *actions* in few words, by their verbs, for a boundary, which has to be short and grants nothing.

    Services of *but* stay as they are: there the verb alone would reach data or grants.
    """
    return {service: listed if service in but else _by_verb(listed) for service, listed in actions.items()}


def _by_verb(listed: str, only: Sequence[str] = ()) -> str:
    """*listed* by their verbs; with *only*, by those, and the rest action by action."""
    found = {VERB.sub(r"\1*", name) if not only or name.startswith(tuple(only)) else name for name in listed.split()}
    return " ".join(sorted(found))


def ceiling_of_reading(environment: Environment, *tables: Actions) -> Statement:
    """The same as `anywhere` in few words, for a boundary; the condition holds for everybody who has the boundary."""
    looking = [
        {service: _by_verb(listed, LOOKING) for service, listed in table.items() if service in WITH_DATA}
        for table in tables
    ]
    short = [{**widely(table), **among, **_of_buckets(table)} for table, among in zip(tables, looking, strict=True)]
    return Statement(names(*short), ("*",), {"StringEquals": {"aws:PrincipalAccount": environment.account_id}})


def _of_buckets(actions: Actions) -> Actions:
    """How buckets are set up, in few words; none of these reads what is in them."""
    listed = actions.get("s3", "").split()
    short = {BUCKET_SETTING.sub("GetBucket*", CONFIGURATION.sub("Get*Configuration", name)) for name in listed}
    return {"s3": " ".join(sorted(short))} if short else {}
