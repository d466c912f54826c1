"""
Which parameters name the resource of a call, service by service, after AWS's Service Authorization Reference.

A template is the last part of an ARN with a parameter in it; `=` means that the parameter is an ARN already. The first
parameter present wins. An operation that finds none and is not listed as unscoped has an unknown resource: a statement for
`*` still covers it, any other resource is answered with `InternalFailure`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ARN = "="

PARAMETERS: Mapping[str, Sequence[tuple[str, str]]] = {
    "kinesis": (
        ("StreamARN", ARN),
        ("ConsumerARN", ARN),
        ("ResourceARN", ARN),
        ("StreamName", "stream/{}"),
    ),
    "firehose": (("DeliveryStreamName", "deliverystream/{}"),),
    "ecr": (("resourceArn", ARN), ("repositoryName", "repository/{}")),
    "sqs": (("QueueName", "{}"), ("SourceArn", ARN)),
    "sns": (
        ("TopicArn", ARN),
        ("ResourceArn", ARN),
        ("TargetArn", ARN),
        ("Name", "{}"),
    ),
    "cloudwatch": (
        ("AlarmName", "alarm:{}"),
        ("ResourceARN", ARN),
    ),
    "events": (("ResourceARN", ARN), ("Arn", ARN)),
    "secretsmanager": (("Name", "secret:{}-??????"),),
    "dynamodb": (
        ("TableArn", ARN),
        ("ResourceArn", ARN),
        ("StreamArn", ARN),
        ("ExportArn", ARN),
        ("BackupArn", ARN),
        ("TableName", "table/{}"),
    ),
    "lambda": (("UUID", "event-source-mapping:{}"), ("LayerName", "layer:{}"), ("Resource", ARN)),
    "logs": (("resourceArn", ARN), ("logGroupIdentifier", ARN)),
    "athena": (("ResourceARN", ARN),),
    "glue": (("ResourceArn", ARN),),
}

UNSCOPED_OPERATIONS: Mapping[str, frozenset[str]] = {
    "kinesis": frozenset({"ListStreams", "DescribeLimits", "DescribeAccountSettings", "UpdateAccountSettings"}),
    "firehose": frozenset({"ListDeliveryStreams"}),
    "ecr": frozenset({"DescribeRegistry", "GetAuthorizationToken"}),
    "sqs": frozenset({"ListQueues"}),
    "sns": frozenset({"ListTopics", "ListSubscriptions", "GetSMSAttributes", "SetSMSAttributes"}),
    "cloudtrail": frozenset({"DescribeTrails", "ListTrails", "LookupEvents"}),
    "cloudwatch": frozenset({"PutMetricData", "GetMetricData", "GetMetricStatistics", "ListMetrics", "ListDashboards"}),
    "emr": frozenset(
        {
            "CreateSecurityConfiguration",
            "DeleteSecurityConfiguration",
            "DescribeSecurityConfiguration",
            "GetBlockPublicAccessConfiguration",
            "ListClusters",
            "ListSecurityConfigurations",
            "PutBlockPublicAccessConfiguration",
            "RunJobFlow",
        }
    ),
    "events": frozenset({"ListRules", "ListEventBuses", "ListArchives", "ListConnections", "ListApiDestinations"}),
    "secretsmanager": frozenset({"ListSecrets", "GetRandomPassword", "BatchGetSecretValue"}),
    "dynamodb": frozenset({"ListTables", "DescribeLimits", "DescribeEndpoints", "ListGlobalTables", "ListBackups"}),
    "lambda": frozenset(
        {"ListFunctions", "ListEventSourceMappings", "CreateEventSourceMapping", "ListLayers", "GetAccountSettings"}
    ),
    "logs": frozenset(
        {
            "DescribeResourcePolicies",
            "PutResourcePolicy",
            "DeleteResourcePolicy",
            "DescribeQueries",
            "GetQueryResults",
            "StopQuery",
        }
    ),
    "athena": frozenset({"ListWorkGroups", "ListDataCatalogs", "ListEngineVersions", "ListQueryExecutions"}),
    "kms": frozenset({"CreateKey", "ListKeys", "ListAliases", "GenerateRandom", "DescribeCustomKeyStores"}),
    "iam": frozenset(
        {
            "ListRoles",
            "ListUsers",
            "ListPolicies",
            "ListGroups",
            "ListInstanceProfiles",
            "GetAccountSummary",
            "ListAccountAliases",
            "GetAccountPasswordPolicy",
        }
    ),
    "sts": frozenset({"GetSessionToken", "DecodeAuthorizationMessage", "GetAccessKeyInfo"}),
    "s3": frozenset({"ListBuckets", "ListDirectoryBuckets"}),
    "xray": frozenset(
        {
            "PutTraceSegments",
            "PutTelemetryRecords",
            "GetSamplingRules",
            "GetSamplingTargets",
            "GetSamplingStatisticSummaries",
        }
    ),
    "resourcegroupstaggingapi": frozenset(
        {"GetResources", "GetTagKeys", "GetTagValues", "TagResources", "UntagResources"}
    ),
}

ACTION_NAMES: Mapping[tuple[str, str], str] = {
    ("lambda", "Invoke"): "InvokeFunction",
    ("lambda", "InvokeAsync"): "InvokeFunction",
    ("sqs", "SendMessageBatch"): "SendMessage",
    ("sqs", "DeleteMessageBatch"): "DeleteMessage",
    ("sqs", "ChangeMessageVisibilityBatch"): "ChangeMessageVisibility",
    ("sns", "PublishBatch"): "Publish",
    ("dynamodb", "TransactGetItems"): "GetItem",
}

IAM_PREFIXES = {
    "dynamodbstreams": "dynamodb",
    "emr": "elasticmapreduce",
    "resourcegroupstaggingapi": "tag",
    "stepfunctions": "states",
}
