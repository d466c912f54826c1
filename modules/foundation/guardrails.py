"""
The service control policy that an organization lays over its accounts: what not even an administrator may do there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modules.foundation.boundary import BLINDING, HANDS, LEAVING, UNBINDING, deny

WITHOUT_REGION = (
    *("account:*", "artifact:*", "aws-portal:*", "bcm-data-exports:*", "billing:*", "budgets:*", "ce:*"),
    *("cloudfront:*", "consolidatedbilling:*", "cost-optimization-hub:*", "cur:*", "directconnect:Describe*"),
    *("ec2:DescribeRegions", "freetier:*", "globalaccelerator:*", "health:*", "iam:*", "invoicing:*"),
    *("kms:DescribeKey", "networkmanager:*", "notifications:*", "organizations:*", "payments:*", "pricing:*"),
    *("route53:*", "route53domains:*", "s3:GetAccountPublicAccessBlock", "s3:GetBucketLocation", "s3:ListAllMyBuckets"),
    *("s3:PutAccountPublicAccessBlock", "savingsplans:*", "shield:*", "sso:*", "sts:*", "support:*", "supportplans:*"),
    *("tag:*", "tax:*", "trustedadvisor:*", "waf:*", "wafv2:*"),
)
"""Services and actions that AWS serves from one region for all."""

MODELS = ("sagemaker:CreateModel",)
JOBS = (
    *("sagemaker:CreateDataQualityJobDefinition", "sagemaker:CreateModelBiasJobDefinition"),
    *("sagemaker:CreateModelExplainabilityJobDefinition", "sagemaker:CreateModelQualityJobDefinition"),
    *("sagemaker:CreateProcessingJob", "sagemaker:CreateTrainingJob"),
)
"""What has condition keys for network, isolation, talk and disks ("Condition keys for Amazon SageMaker AI")."""

LONGEST = 5_120
"""Most characters of a service control policy."""


def service_control_policy(
    partition: str, regions: Sequence[str], settings_roles: Sequence[str], break_glass_roles: Sequence[str]
) -> dict[str, Any]:
    """
    The document, for `aws organizations create-policy`.

    *settings_roles* are ARN patterns of the roles that deploy the baseline: they alone change the account's settings.
    *break_glass_roles* may do that as well, and act in any region, since an emergency does not ask for one.
    """
    settled = [*settings_roles, *break_glass_roles]
    return {
        "Version": "2012-10-17",
        "Statement": [
            deny("StayInOrganization", LEAVING),
            _but(deny("KeepTrailAndDetection", BLINDING), settled),
            _but(
                deny(
                    "KeepSettings",
                    [
                        *("ec2:DisableEbsEncryptionByDefault", "ec2:DisableSnapshotBlockPublicAccess"),
                        *(
                            "ec2:EnableSerialConsoleAccess",
                            "ec2:ModifyEbsDefaultKmsKeyId",
                            "ec2:ModifyInstanceMetadataDefaults",
                        ),
                        *("iam:DeleteAccountPasswordPolicy", "iam:UpdateAccountPasswordPolicy"),
                        "s3:PutAccountPublicAccessBlock",
                    ],
                ),
                settled,
            ),
            _but(
                {
                    **deny("KeepBoundaries", HANDS, resources=[f"arn:{partition}:iam::*:policy/*-boundary"]),
                },
                settled,
            ),
            _but(deny("KeepBounds", UNBINDING), settled),
            {
                **deny("NoRootUser", ["*"]),
                "Condition": {"ArnLike": {"aws:PrincipalArn": f"arn:{partition}:iam::*:root"}},
            },
            {
                "Sid": "AllowedRegionsOnly",
                "Effect": "Deny",
                "NotAction": list(WITHOUT_REGION),
                "Resource": "*",
                "Condition": {
                    "StringNotEquals": {"aws:RequestedRegion": sorted(regions)},
                    "ArnNotLike": {"aws:PrincipalArn": sorted(break_glass_roles)},
                },
            },
            _but(
                deny(
                    "NoLongLivedKeys",
                    ["iam:CreateAccessKey", "iam:CreateUser", "iam:CreateLoginProfile", "iam:UpdateLoginProfile"],
                ),
                settled,
            ),
            *_isolated(),
        ],
    }


def _isolated() -> list[dict[str, Any]]:
    """
    No model answers and no job runs in the open, whoever asks for it: without a network of its own, isolation, encrypted talk
    or a key. A key of the request that is missing counts as the insecure value.
    """
    open_, unplaced = {"sagemaker:NetworkIsolation": "false"}, {"sagemaker:VpcSubnets": "true"}
    return [
        {**deny("IsolatedLearning", [*MODELS, *JOBS]), "Condition": {"BoolIfExists": open_}},
        {**deny("PrivateLearning", [*MODELS, *JOBS]), "Condition": {"Null": unplaced}},
        {
            **deny("EncryptedTalk", JOBS),
            "Condition": {"BoolIfExists": {"sagemaker:InterContainerTrafficEncryption": "false"}},
        },
        {
            **deny("OwnKeysForLearning", [*JOBS, "sagemaker:CreateEndpointConfig"]),
            "Condition": {"Null": {"sagemaker:VolumeKmsKey": "true"}},
        },
    ]


def _but(statement: dict[str, Any], patterns: Sequence[str]) -> dict[str, Any]:
    """*statement* for everybody but the roles that *patterns* match."""
    return {**statement, "Condition": {"ArnNotLike": {"aws:PrincipalArn": sorted(patterns)}}}
