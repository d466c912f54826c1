"""
Who administers a key: what its policy says to people who cannot use it.
"""

from __future__ import annotations

from typing import Any

from modules.pipeline import Pipeline

ADMINISTRATION = (
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:DisableKeyRotation",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListKeyPolicies",
    "kms:ListResourceTags",
    "kms:ListRetirableGrants",
    "kms:PutKeyPolicy",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateAlias",
    "kms:UpdateKeyDescription",
)

SETTINGS = (
    "kms:DescribeKey",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListKeyPolicies",
    "kms:ListResourceTags",
)
"""How a key is set up; nothing of it opens what the key protects."""


def administration(pipeline: Pipeline) -> list[dict[str, Any]]:
    """Administrators and whoever deploys; the account's root user recovers; those who look at settings."""
    place = pipeline.environment
    root = pipeline.global_arn("iam", "root")
    return [
        {
            "Sid": "Administrators",
            "Effect": "Allow",
            "Principal": {"AWS": sorted({*place.key_administrators, *place.deploy_roles})},
            "Action": list(ADMINISTRATION),
            "Resource": "*",
        },
        {
            "Sid": "ServicesThatTerraformSetsUp",
            "Effect": "Allow",
            "Principal": {"AWS": sorted(place.deploy_roles)},
            "Action": ["kms:CreateGrant"],
            "Resource": "*",
            "Condition": {"Bool": {"kms:GrantIsForAWSResource": "true"}},
        },
        {
            "Sid": "FunctionEnvironment",
            "Effect": "Allow",
            "Principal": {"AWS": sorted(place.deploy_roles)},
            "Action": ["kms:Decrypt", "kms:Encrypt"],
            "Resource": "*",
            "Condition": {
                "StringEquals": {"kms:ViaService": pipeline.service("lambda")},
                "ArnLike": {
                    "kms:EncryptionContext:aws:lambda:FunctionArn": pipeline.arn(
                        "lambda", f"function:{pipeline.name}-*"
                    )
                },
            },
        },
        {
            "Sid": "RootUserRecovers",
            "Effect": "Allow",
            "Principal": {"AWS": root},
            "Action": ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"],
            "Resource": "*",
            "Condition": {"ArnEquals": {"aws:PrincipalArn": root}},
        },
        _overview(pipeline),
    ]


def _overview(pipeline: Pipeline) -> dict[str, Any]:
    """
    Whose own policy in the account says so looks at settings: auditors, whoever plans, and the roles with which Config,
    Security Hub and Access Analyzer look. A key's policy has to leave that to the account, or they see nothing.
    """
    return {
        "Sid": "SettingsAreNoSecret",
        "Effect": "Allow",
        "Principal": {"AWS": pipeline.global_arn("iam", "root")},
        "Action": list(SETTINGS),
        "Resource": "*",
        "Condition": {"StringEquals": {"kms:CallerAccount": pipeline.environment.account_id}},
    }
