"""
What Terraform needs to plan, and to apply, every module of a pipeline; each action on resources of the account only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from modules.foundation.account_actions import Actions, names

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
    "glue": "GetDatabase GetPartitionIndexes GetTable GetTags",
    "iam": "GetRole GetRolePolicy ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies",
    "kinesis": "DescribeLimits DescribeStream DescribeStreamSummary ListShards ListTagsForStream",
    "kms": "DescribeKey GetKeyPolicy GetKeyRotationStatus ListAliases ListResourceTags",
    "lambda": (
        "GetEventSourceMapping GetFunction GetFunctionCodeSigningConfig GetFunctionConcurrency ListTags "
        "ListVersionsByFunction"
    ),
    "logs": "DescribeLogGroups DescribeLogStreams ListTagsForResource",
    "s3": (
        "GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging "
        "GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicy GetBucketPublicAccessBlock "
        "GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration "
        "GetLifecycleConfiguration GetReplicationConfiguration ListBucket"
    ),
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
    "glue": "CreateDatabase CreateTable DeleteDatabase DeleteTable TagResource UntagResource UpdateDatabase UpdateTable",
    "kinesis": (
        "AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream EnableEnhancedMonitoring "
        "IncreaseStreamRetentionPeriod RemoveTagsFromStream StartStreamEncryption UpdateShardCount UpdateStreamMode"
    ),
    "kms": (
        "CreateAlias CreateKey DeleteAlias DisableKeyRotation EnableKeyRotation PutKeyPolicy ScheduleKeyDeletion TagResource "
        "UntagResource UpdateAlias UpdateKeyDescription"
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
        "CreateBucket DeleteBucket DeleteBucketPolicy PutBucketLogging PutBucketObjectLockConfiguration "
        "PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock PutBucketTagging PutBucketVersioning "
        "PutEncryptionConfiguration PutLifecycleConfiguration"
    ),
    "sns": "CreateTopic DeleteTopic SetTopicAttributes Subscribe TagResource Unsubscribe UntagResource",
    "sqs": "CreateQueue DeleteQueue SetQueueAttributes TagQueue UntagQueue",
}

ROLES: Final = names({"iam": "DeleteRole TagRole UntagRole UpdateAssumeRolePolicy"})

BOUNDED_ROLES: Final = names({"iam": "CreateRole DeleteRolePolicy PutRolePermissionsBoundary PutRolePolicy"})
"""What IAM lets depend on the boundary that the role carries, or is given."""

RECEIVERS: Final = ("firehose.amazonaws.com", "lambda.amazonaws.com", "vpc-flow-logs.amazonaws.com")
"""Services that a role of a pipeline is handed to."""

SCOPES: Final[Mapping[str, Sequence[str]]] = {
    "application-autoscaling": ("scalable-target/*",),
    "athena": ("workgroup/{name}-*",),
    "cloudwatch": ("alarm:{name}-*",),
    "dynamodb": ("table/{name}-*",),
    "ec2": ("*",),
    "firehose": ("deliverystream/{name}-*",),
    "glue": ("catalog", "database/{table}", "table/{table}/*"),
    "kinesis": ("stream/{name}-*",),
    "kms": ("alias/{name}/*", "key/*"),
    "lambda": ("event-source-mapping:*", "function:{name}-*"),
    "logs": (
        "log-group:/aws/kinesisfirehose/{name}-*",
        "log-group:/aws/lambda/{name}-*",
        "log-group:/millrace/{name}/*",
    ),
    "sns": ("{name}-*",),
    "sqs": ("{name}-*",),
}
"""
By service, the names of what a deployment makes. The network's resources have ids of AWS, and so have keys and mappings; a
key is protected by its own policy, which names who administers it.
"""
