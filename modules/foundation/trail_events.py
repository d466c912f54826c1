"""
Events of the audit trail that somebody is told of: those of the CIS AWS Foundations Benchmark 3.0.0, and ours.

A pattern is a metric filter in the syntax of CloudWatch Logs, 1024 characters at most, as the benchmark has it.
"""

from __future__ import annotations

from dataclasses import dataclass

EMERGENCY = "break-glass"  # part of the name of every role for emergencies


@dataclass(frozen=True)
class TrailEvent:
    """One kind of event, found by *pattern*; *cis* is its number in the benchmark, none for ours."""

    name: str
    description: str
    pattern: str
    cis: str | None = None


def _named(*names: str) -> str:
    return " || ".join(f"($.eventName = {name})" for name in names)


def _of(service: str, *names: str) -> str:
    return f"{{ ($.eventSource = {service}.amazonaws.com) && ({_named(*names)}) }}"


def _any(*names: str) -> str:
    return f"{{ {_named(*names)} }}"


CIS_EVENTS: tuple[TrailEvent, ...] = (
    TrailEvent(
        "unauthorized-calls",
        "A call was refused: somebody tries what they may not do, or a role lacks a right",
        '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
        "4.1",
    ),
    TrailEvent(
        "console-without-mfa",
        "A user signed in to the console without a second factor",
        '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && '
        '($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
        "4.2",
    ),
    TrailEvent(
        "root-use",
        "The root user of the account acted",
        '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
        "4.3",
    ),
    TrailEvent(
        "iam-policy-changes",
        "A policy of IAM was made, changed, attached or taken away",
        _any(
            *("DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy"),
            *("PutUserPolicy", "CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion"),
            *("AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy"),
            "DetachGroupPolicy",
        ),
        "4.4",
    ),
    TrailEvent(
        "trail-changes",
        "A trail was made, changed, deleted, started or stopped",
        _any("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
        "4.5",
    ),
    TrailEvent(
        "console-failures",
        "Somebody failed to sign in to the console",
        '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
        "4.6",
    ),
    TrailEvent(
        "key-disabled",
        "A key was disabled, or its deletion scheduled",
        _of("kms", "DisableKey", "ScheduleKeyDeletion"),
        "4.7",
    ),
    TrailEvent(
        "bucket-policy-changes",
        "Who may do what with a bucket, or how long it keeps objects, was changed",
        _of(
            *("s3", "PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication"),
            *("DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication"),
        ),
        "4.8",
    ),
    TrailEvent(
        "config-changes",
        "The recording of configurations was changed or stopped",
        _of(
            *("config", "StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel"),
            "PutConfigurationRecorder",
        ),
        "4.9",
    ),
    TrailEvent(
        "security-group-changes",
        "A security group was made, changed or deleted",
        _any(
            *("AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress"),
            *("RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup"),
        ),
        "4.10",
    ),
    TrailEvent(
        "network-acl-changes",
        "A network access control list was made, changed or deleted",
        _any(
            *("CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry"),
            *("ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation"),
        ),
        "4.11",
    ),
    TrailEvent(
        "gateway-changes",
        "A way out of a network was made, attached or taken away",
        _any(
            *("CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway"),
            *("DeleteInternetGateway", "DetachInternetGateway"),
        ),
        "4.12",
    ),
    TrailEvent(
        "route-table-changes",
        "A route or a route table was made, changed or deleted",
        _of(
            *("ec2", "CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation"),
            *("DeleteRouteTable", "DeleteRoute", "DisassociateRouteTable"),
        ),
        "4.13",
    ),
    TrailEvent(
        "vpc-changes",
        "A network was made, changed, deleted or connected to another",
        _any(
            *("CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection"),
            *("CreateVpcPeeringConnection", "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection"),
            *("AttachClassicLinkVpc", "DetachClassicLinkVpc", "DisableVpcClassicLink", "EnableVpcClassicLink"),
        ),
        "4.14",
    ),
    TrailEvent(
        "organization-changes",
        "The organization of accounts, or what its policies allow, was changed",
        _of(
            *("organizations", "AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit"),
            *("CreatePolicy", "DeclineHandshake", "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy"),
            *("DetachPolicy", "DisablePolicyType", "EnablePolicyType", "InviteAccountToOrganization"),
            *("LeaveOrganization", "MoveAccount", "RemoveAccountFromOrganization", "UpdatePolicy"),
            "UpdateOrganizationalUnit",
        ),
        "4.15",
    ),
)

EMERGENCY_USE = TrailEvent(
    "emergency-use",
    "Somebody took on a role for emergencies, or acted in one",
    f'{{ (($.eventName = AssumeRole*) && ($.requestParameters.roleArn = "*{EMERGENCY}*")) || '
    f'($.userIdentity.sessionContext.sessionIssuer.userName = "*{EMERGENCY}*") }}',
)

TRAIL_NARROWED = TrailEvent(
    "trail-narrowed",
    "What the audit trail records was changed",
    _of("cloudtrail", "PutEventSelectors", "PutInsightSelectors"),
)


TRUST_CHANGES = TrailEvent(
    "trust-changes",
    "Who may become whom, or what a role can do at most, was changed",
    _of(
        *("iam", "UpdateAssumeRolePolicy", "CreateSAMLProvider", "UpdateSAMLProvider", "DeleteSAMLProvider"),
        *("CreateOpenIDConnectProvider", "DeleteOpenIDConnectProvider", "AddClientIDToOpenIDConnectProvider"),
        *("UpdateOpenIDConnectProviderThumbprint", "PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary"),
        *("PutUserPermissionsBoundary", "DeleteUserPermissionsBoundary", "SetDefaultPolicyVersion"),
    ),
)

KEY_POLICY_CHANGES = TrailEvent(
    "key-policy-changes",
    "Who may use or administer a key was changed: an administrator could let themselves use it",
    _of("kms", "PutKeyPolicy"),
)

USERS_MADE = TrailEvent(
    "users-made",
    "A user, a password or an access key was made: nobody should need one, but to unseal emergency access",
    _of("iam", "CreateUser", "CreateLoginProfile", "UpdateLoginProfile", "CreateAccessKey", "DeactivateMFADevice"),
)

DETECTION_CHANGES = TrailEvent(
    "detection-changes",
    "What watches the account was switched off, or what it tells people was taken away",
    _any(
        *("DeleteDetector", "DisassociateFromAdministratorAccount", "DisableSecurityHub", "BatchDisableStandards"),
        *("DisableMacie", "DeleteAnalyzer", "DeleteMetricFilter", "DeleteAlarms", "DisableAlarmActions"),
        *("DeleteRule", "DisableRule", "RemoveTargets", "DeleteTopic", "Unsubscribe"),
    ),
)

OWN_EVENTS = (EMERGENCY_USE, TRAIL_NARROWED, TRUST_CHANGES, KEY_POLICY_CHANGES, USERS_MADE, DETECTION_CHANGES)
"""Those that the benchmark does not have."""


def archive_touched(*buckets: str) -> TrailEvent:
    """Somebody deletes from the archive, tries to, or changes how it is kept."""
    named = " || ".join(f'($.requestParameters.bucketName = "{bucket}")' for bucket in buckets)
    attempts = _named("Delete*", "PutBucket*", "PutObjectRetention", "PutObjectLegalHold", "PutObjectAcl")
    return TrailEvent(
        "archive-touched",
        "Somebody tried to delete from the archive of audit records, or changed how it is kept",
        f"{{ ({named}) && ({attempts}) }}",
    )
