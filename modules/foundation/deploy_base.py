"""
What Terraform needs for what every pipeline has: network, buckets, keys, roles, logs and alarms.

The calls are those that the AWS provider 5.100.0 was seen to make on the embedded AWS, and those that an update needs beside
them; MR_IAM_13 and the tests hold them against the Service Authorization Reference.
"""

from __future__ import annotations

from typing import Final

from modules.foundation.deploy_family import Family

NETWORK: Final = Family(
    types=(
        "default_security_group flow_log route_table route_table_association security_group subnet vpc vpc_endpoint "
        "vpc_security_group_egress_rule vpc_security_group_ingress_rule"
    ),
    read={
        "ec2": (
            "DescribeFlowLogs DescribeInternetGateways DescribeNetworkAcls DescribeNetworkInterfaces DescribePrefixLists "
            "DescribeRouteTables DescribeSecurityGroupRules DescribeSecurityGroups DescribeSubnets DescribeVpcAttribute "
            "DescribeVpcEndpoints DescribeVpcs"
        )
    },
    write={
        "ec2": (
            "AssociateRouteTable AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateFlowLogs CreateRouteTable "
            "CreateSecurityGroup CreateSubnet CreateTags CreateVpc CreateVpcEndpoint DeleteFlowLogs DeleteRouteTable "
            "DeleteSecurityGroup DeleteSubnet DeleteTags DeleteVpc DeleteVpcEndpoints DisassociateRouteTable "
            "ModifySecurityGroupRules ModifySubnetAttribute ModifyVpcAttribute ModifyVpcEndpoint RevokeSecurityGroupEgress "
            "RevokeSecurityGroupIngress"
        )
    },
    scopes={"ec2": ("*",)},
    receivers=("vpc-flow-logs.amazonaws.com",),
)
"""The network's resources have ids of AWS."""

BUCKETS: Final = Family(
    types=(
        "s3_bucket s3_bucket_lifecycle_configuration s3_bucket_logging s3_bucket_object_lock_configuration "
        "s3_bucket_ownership_controls s3_bucket_policy s3_bucket_public_access_block "
        "s3_bucket_server_side_encryption_configuration s3_bucket_versioning"
    ),
    read={
        "s3": (
            "GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging "
            "GetBucketNotification GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicy "
            "GetBucketPublicAccessBlock GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite "
            "GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListBucket"
        )
    },
    write={
        "s3": (
            "CreateBucket DeleteBucket DeleteBucketPolicy PutBucketLogging PutBucketNotification "
            "PutBucketObjectLockConfiguration PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock "
            "PutBucketTagging PutBucketVersioning PutEncryptionConfiguration PutLifecycleConfiguration"
        )
    },
)
"""Their names are of a form of their own, which deploy_roles.py knows."""

KEYS: Final = Family(
    types="kms_alias kms_key",
    read={"kms": "DescribeKey GetKeyPolicy GetKeyRotationStatus ListAliases ListResourceTags"},
    write={
        "kms": (
            "CreateAlias CreateKey DeleteAlias DisableKeyRotation EnableKeyRotation PutKeyPolicy ScheduleKeyDeletion "
            "TagResource UntagResource UpdateAlias UpdateKeyDescription"
        )
    },
    scopes={"kms": ("alias/{name}/*", "key/*")},
    copies={"kms": ("alias/{name}/*", "key/*")},
)
"""A key is protected by its own policy, which names who administers it."""

ROLES: Final = Family(
    types="iam_role iam_role_policy",
    read={"iam": "GetRole GetRolePolicy ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies"},
)
"""How roles are changed depends on the boundary they carry, so deploy_roles.py says it."""

LOGS: Final = Family(
    types="cloudwatch_log_group",
    read={"logs": "DescribeLogGroups ListTagsForResource"},
    write={"logs": "AssociateKmsKey CreateLogGroup DeleteLogGroup PutRetentionPolicy TagResource UntagResource"},
    scopes={"logs": ("log-group:/millrace/{name}/*",)},
)

ALARMS: Final = Family(
    types=("cloudwatch_composite_alarm cloudwatch_metric_alarm sns_topic sns_topic_policy sns_topic_subscription"),
    read={
        "cloudwatch": "DescribeAlarms ListTagsForResource",
        "sns": "GetSubscriptionAttributes GetTopicAttributes ListSubscriptionsByTopic ListTagsForResource",
    },
    write={
        "cloudwatch": "DeleteAlarms PutCompositeAlarm PutMetricAlarm TagResource UntagResource",
        "sns": "CreateTopic DeleteTopic SetTopicAttributes Subscribe TagResource Unsubscribe UntagResource",
    },
    scopes={"cloudwatch": ("alarm:{name}-*",), "sns": ("{name}-*",)},
)

BASE: Final = (NETWORK, BUCKETS, KEYS, ROLES, LOGS, ALARMS)
