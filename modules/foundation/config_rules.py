"""
Managed rules of AWS Config that mirror our controls: the gate judges what is planned, these judge what is there.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ManagedRule:
    """A rule that AWS maintains."""

    mirrors: str
    """The policy of the gate, or the practice of the baseline, that it holds reality against."""

    parameters: dict[str, str] = field(default_factory=dict)
    account_wide: bool = False
    """It looks at what exists once per account, so only the home region needs it."""


RULES: dict[str, ManagedRule] = {
    "ATHENA_WORKGROUP_ENCRYPTED_AT_REST": ManagedRule("MR_ATHENA_1"),
    "CLOUDWATCH_ALARM_ACTION_CHECK": ManagedRule(
        "MR_ALARM_4",
        {"alarmActionRequired": "true", "insufficientDataActionRequired": "false", "okActionRequired": "false"},
    ),
    "CLOUDWATCH_LOG_GROUP_ENCRYPTED": ManagedRule("MR_LOGS_1"),
    "CLOUD_TRAIL_ENABLED": ManagedRule("audit trail is on"),
    "CMK_BACKING_KEY_ROTATION_ENABLED": ManagedRule("MR_KMS_2"),
    "CW_LOGGROUP_RETENTION_PERIOD_CHECK": ManagedRule("MR_LOGS_2", {"MinRetentionTime": "90"}),
    "EC2_EBS_ENCRYPTION_BY_DEFAULT": ManagedRule("MR_EC2_1"),
    "EC2_IMDSV2_CHECK": ManagedRule("MR_EC2_2"),
    "EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK": ManagedRule("MR_EC2_2"),
    "GUARDDUTY_ENABLED_CENTRALIZED": ManagedRule("MR_DETECT_1"),
    "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS": ManagedRule("MR_IAM_1", account_wide=True),
    "IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS": ManagedRule("MR_IAM_1", account_wide=True),
    "IAM_ROOT_ACCESS_KEY_CHECK": ManagedRule("the root user has no access keys", account_wide=True),
    "IAM_USER_MFA_ENABLED": ManagedRule("people sign in with a second factor", account_wide=True),
    "INCOMING_SSH_DISABLED": ManagedRule("MR_VPC_1"),
    "KINESIS_STREAM_ENCRYPTED": ManagedRule("MR_KINESIS_1"),
    "KMS_CMK_NOT_SCHEDULED_FOR_DELETION": ManagedRule("no key goes away unnoticed"),
    "LAMBDA_CONCURRENCY_CHECK": ManagedRule("MR_LAMBDA_2"),
    "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED": ManagedRule("MR_IAM_10"),
    "LAMBDA_INSIDE_VPC": ManagedRule("MR_LAMBDA_5"),
    "ROOT_ACCOUNT_MFA_ENABLED": ManagedRule("the root user signs in with a second factor", account_wide=True),
    "S3_BUCKET_ACL_PROHIBITED": ManagedRule("MR_S3_4"),
    "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED": ManagedRule("MR_S3_3"),
    "S3_BUCKET_LOGGING_ENABLED": ManagedRule("MR_S3_7"),
    "S3_BUCKET_SSL_REQUESTS_ONLY": ManagedRule("MR_S3_2"),
    "S3_BUCKET_VERSIONING_ENABLED": ManagedRule("MR_S3_5"),
    "S3_LIFECYCLE_POLICY_CHECK": ManagedRule("MR_S3_6"),
    "SECURITYHUB_ENABLED": ManagedRule("MR_DETECT_4"),
    "SNS_ENCRYPTED_KMS": ManagedRule("MR_SNS_1"),
    "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED": ManagedRule("MR_VPC_7"),
    "VPC_DEFAULT_SECURITY_GROUP_CLOSED": ManagedRule("MR_VPC_6"),
    "VPC_FLOW_LOGS_ENABLED": ManagedRule("MR_VPC_5"),
}
"""By the identifier that AWS gives a rule ("List of AWS Config Managed Rules")."""
