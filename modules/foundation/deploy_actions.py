"""
What Terraform needs to plan, and to apply, every module of a pipeline; each action on resources of the account only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeVar

from modules.foundation.account_actions import Actions, names

T = TypeVar("T")

READ: Final[Actions] = {
    "application-autoscaling": "DescribeScalableTargets DescribeScalingPolicies ListTagsForResource",
    "athena": "GetWorkGroup ListTagsForResource",
    "cloudwatch": "DescribeAlarms ListTagsForResource",
    "dynamodb": (
        "DescribeContinuousBackups DescribeContributorInsights DescribeTable DescribeTimeToLive ListTagsOfResource"
    ),
    "ec2": (
        "DescribeFlowLogs DescribeInternetGateways DescribeNetworkAcls DescribeNetworkInterfaces DescribePrefixLists "
        "DescribeRouteTables DescribeSecurityGroupRules DescribeSecurityGroups DescribeSubnets DescribeVpcAttribute "
        "DescribeVpcEndpoints DescribeVpcs"
    ),
    "firehose": "DescribeDeliveryStream ListTagsForDeliveryStream",
    "emr-serverless": "GetApplication ListTagsForResource",
    "glue": (
        "GetDatabase GetDataQualityRuleset GetJob GetPartitionIndexes GetSecurityConfiguration GetTable GetTableOptimizer GetTags"
    ),
    "iam": "GetRole GetRolePolicy ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies",
    "kinesis": "DescribeLimits DescribeStream DescribeStreamSummary ListShards ListTagsForStream",
    "kms": "DescribeKey GetKeyPolicy GetKeyRotationStatus ListAliases ListResourceTags",
    "lakeformation": (
        "DescribeResource GetDataCellsFilter GetLFTag GetResourceLFTags ListDataCellsFilter ListPermissions"
    ),
    "lambda": (
        "GetEventSourceMapping GetFunction GetFunctionCodeSigningConfig GetFunctionConcurrency ListTags "
        "ListVersionsByFunction"
    ),
    "logs": "DescribeLogGroups DescribeLogStreams ListTagsForResource",
    "s3": (
        "GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketNotification "
        "GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicy GetBucketPublicAccessBlock "
        "GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration "
        "GetLifecycleConfiguration GetReplicationConfiguration ListBucket"
    ),
    "states": ("DescribeStateMachine ListStateMachineVersions ListTagsForResource ValidateStateMachineDefinition"),
    "sns": "GetSubscriptionAttributes GetTopicAttributes ListSubscriptionsByTopic ListTagsForResource",
    "sqs": "GetQueueAttributes ListQueueTags",
}

WRITE: Final[Actions] = {
    "application-autoscaling": (
        "DeleteScalingPolicy DeregisterScalableTarget PutScalingPolicy RegisterScalableTarget TagResource UntagResource"
    ),
    "athena": "CreateWorkGroup DeleteWorkGroup TagResource UntagResource UpdateWorkGroup",
    "cloudwatch": "DeleteAlarms PutCompositeAlarm PutMetricAlarm TagResource UntagResource",
    "dynamodb": (
        "CreateTable DeleteTable TagResource UntagResource UpdateContinuousBackups UpdateContributorInsights UpdateTable "
        "UpdateTimeToLive"
    ),
    "ec2": (
        "AssociateRouteTable AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateFlowLogs CreateRouteTable "
        "CreateSecurityGroup CreateSubnet CreateTags CreateVpc CreateVpcEndpoint DeleteFlowLogs DeleteRouteTable "
        "DeleteSecurityGroup DeleteSubnet DeleteTags DeleteVpc DeleteVpcEndpoints DisassociateRouteTable "
        "ModifySecurityGroupRules ModifySubnetAttribute ModifyVpcAttribute ModifyVpcEndpoint RevokeSecurityGroupEgress "
        "RevokeSecurityGroupIngress"
    ),
    "firehose": (
        "CreateDeliveryStream DeleteDeliveryStream StartDeliveryStreamEncryption TagDeliveryStream "
        "UntagDeliveryStream UpdateDestination"
    ),
    "emr-serverless": "CreateApplication DeleteApplication StopApplication TagResource UntagResource UpdateApplication",
    "glue": (
        "CreateDatabase CreateDataQualityRuleset CreateJob CreateSecurityConfiguration CreateTable CreateTableOptimizer "
        "DeleteDatabase DeleteDataQualityRuleset DeleteJob DeleteSecurityConfiguration DeleteTable DeleteTableOptimizer "
        "TagResource UntagResource UpdateDatabase UpdateDataQualityRuleset UpdateJob UpdateTable UpdateTableOptimizer"
    ),
    "kinesis": (
        "AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream EnableEnhancedMonitoring "
        "IncreaseStreamRetentionPeriod RemoveTagsFromStream StartStreamEncryption UpdateShardCount UpdateStreamMode"
    ),
    "kms": (
        "CreateAlias CreateKey DeleteAlias DisableKeyRotation EnableKeyRotation PutKeyPolicy ScheduleKeyDeletion TagResource "
        "UntagResource UpdateAlias UpdateKeyDescription"
    ),
    "lakeformation": (
        "AddLFTagsToResource CreateDataCellsFilter CreateLFTag DeleteDataCellsFilter DeleteLFTag DeregisterResource "
        "GrantPermissions RegisterResource RemoveLFTagsFromResource RevokePermissions UpdateDataCellsFilter UpdateLFTag "
        "UpdateResource"
    ),
    "lambda": (
        "CreateEventSourceMapping CreateFunction DeleteEventSourceMapping DeleteFunction DeleteFunctionConcurrency "
        "PutFunctionConcurrency TagResource UntagResource UpdateEventSourceMapping "
        "UpdateFunctionCode UpdateFunctionConfiguration"
    ),
    "logs": (
        "AssociateKmsKey CreateLogGroup CreateLogStream DeleteLogGroup DeleteLogStream PutRetentionPolicy TagResource "
        "UntagResource"
    ),
    "s3": (
        "CreateBucket DeleteBucket DeleteBucketPolicy PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration "
        "PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock PutBucketTagging PutBucketVersioning "
        "PutEncryptionConfiguration PutLifecycleConfiguration"
    ),
    "states": "CreateStateMachine DeleteStateMachine TagResource UntagResource UpdateStateMachine",
    "sns": "CreateTopic DeleteTopic SetTopicAttributes Subscribe TagResource Unsubscribe UntagResource",
    "sqs": "CreateQueue DeleteQueue SetQueueAttributes TagQueue UntagQueue",
}

CODE: Final = names({"s3": "DeleteObject GetObject GetObjectTagging PutObject PutObjectTagging"})
"""What puts scripts of jobs where jobs read them, and takes them away."""

ROLES: Final = names({"iam": "DeleteRole TagRole UntagRole UpdateAssumeRolePolicy"})

BOUNDED_ROLES: Final = names({"iam": "CreateRole DeleteRolePolicy PutRolePermissionsBoundary PutRolePolicy"})
"""What IAM lets depend on the boundary that the role carries, or is given."""

RECEIVERS: Final = (
    *("firehose.amazonaws.com", "glue.amazonaws.com", "lakeformation.amazonaws.com", "lambda.amazonaws.com"),
    *("states.amazonaws.com", "vpc-flow-logs.amazonaws.com"),
)
"""Services that a role of a pipeline is handed to."""

SCOPES: Final[Mapping[str, Sequence[str]]] = {
    "application-autoscaling": ("scalable-target/*",),
    "athena": ("workgroup/{name}-*",),
    "cloudwatch": ("alarm:{name}-*",),
    "dynamodb": ("table/{name}-*",),
    "ec2": ("*",),
    "firehose": ("deliverystream/{name}-*",),
    "emr-serverless": ("/applications/*", "/"),
    "glue": (
        *("catalog", "database/{table}", "table/{table}/*", "dataQualityRuleset/{name}-*", "job/{name}-*"),
        "securityConfiguration/{name}-*",
    ),
    "kinesis": ("stream/{name}-*",),
    "kms": ("alias/{name}/*", "key/*"),
    "lambda": ("event-source-mapping:*", "function:{name}-*"),
    "logs": (
        "log-group:/aws-glue/iceberg-maintenance/{name}",
        "log-group:/aws-glue/jobs/{name}-*",
        "log-group:/aws/emr-serverless/{name}-*",
        "log-group:/aws/vendedlogs/states/{name}-*",
        "log-group:/aws/kinesisfirehose/{name}-*",
        "log-group:/aws/lambda/{name}-*",
        "log-group:/millrace/{name}/*",
    ),
    "states": ("stateMachine:{name}-*",),
    "sns": ("{name}-*",),
    "sqs": ("{name}-*",),
}
"""
By service, the names of what a deployment makes. The network's resources have ids of AWS, and so have keys and mappings; a
key is protected by its own policy, which names who administers it.
"""

BlueprintName = Literal["batch_lakehouse", "event_store", "stream_analytics"]

SERVICES: Final[Mapping[str, frozenset[str]]] = {
    "application-autoscaling": frozenset({"event_store"}),
    "athena": frozenset({"batch_lakehouse", "stream_analytics"}),
    "dynamodb": frozenset({"event_store"}),
    "emr-serverless": frozenset({"batch_lakehouse"}),
    "firehose": frozenset({"event_store", "stream_analytics"}),
    "glue": frozenset({"batch_lakehouse", "stream_analytics"}),
    "kinesis": frozenset({"stream_analytics"}),
    "lakeformation": frozenset({"batch_lakehouse"}),
    "states": frozenset({"batch_lakehouse"}),
}
"""Services that not every blueprint uses, and which do: the policy of one role holds no more than 10240 characters."""


def of(table: Mapping[str, T], blueprints: Sequence[BlueprintName]) -> dict[str, T]:
    """What of a *table* by service the deployments of some blueprints need."""
    return {service: value for service, value in table.items() if SERVICES.get(service, {*blueprints}) & {*blueprints}}
