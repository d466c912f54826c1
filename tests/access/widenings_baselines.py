"""
Statements of the baselines of an account and of a region, widened by hand: each changes the synthesized stack.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.access.widenings import Statements
from tests.gate.real_weakenings import also, pick
from tests.gate.weakenings import Stack, Weakening

ACCOUNT, REGION = "account-dev", "region-dev"
KEY, ROLE, POLICY, BUCKET, TOPIC = (
    *("aws_kms_key", "aws_iam_role", "aws_iam_role_policy", "aws_s3_bucket_policy"),
    "aws_sns_topic_policy",
)
OWN = "arn:aws:iam::111122223333:role"
WIDENED: dict[tuple[str, str], Weakening] = {}


def rewrite(  # a widening has as many parts
    deployment: str,
    name: str,
    kind: str,
    part: str,
    change: Callable[[Statements], Any],
    argument: str = "policy",
) -> None:
    """Change the statements of the first resource of a type whose id holds *part*."""

    def apply(stack: Stack) -> None:
        _, block = pick(stack, kind, part)
        document = json.loads(block[argument])
        change(document["Statement"])
        block[argument] = json.dumps(document)

    WIDENED[deployment, name] = apply


def sid(name: str, change: Callable[[dict[str, Any]], Any]) -> Callable[[Statements], None]:
    """A change of the statement that is called *name*."""
    return lambda statements: change(next(item for item in statements if item.get("Sid") == name))


def holding(text: str, change: Callable[[dict[str, Any]], Any]) -> Callable[[Statements], None]:
    """A change of the first statement that holds *text*."""
    return lambda statements: change(next(item for item in statements if text in json.dumps(item)))


def one_more(key: str, value: str) -> Callable[[dict[str, Any]], Any]:
    return lambda item: item.update({key: [*(item[key] if isinstance(item[key], list) else [item[key]]), value]})


def unbound(item: dict[str, Any]) -> None:
    item.pop("Condition")


# Identity policies
rewrite(ACCOUNT, "auditor: reads the objects of the archive by itself", POLICY, "personas_auditor",
        also(Action="s3:GetObject", Resource="arn:aws:s3:::con-account-dev-audit-111122223333-eu-central-1/*"))  # fmt: skip
rewrite(
    ACCOUNT, "auditor: one more setting", POLICY, "personas_auditor", holding("kms:", one_more("Action", "kms:Decrypt"))
)
rewrite(ACCOUNT, "responder: any role", POLICY, "security_responder", holding("PermissionsBoundary", unbound))
rewrite(ACCOUNT, "responder: another boundary", POLICY, "security_responder", holding(
    "PermissionsBoundary",
    lambda i: i["Condition"]["StringEquals"].update({"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/other"}),
))  # fmt: skip
rewrite(ACCOUNT, "responder: makes keys for users", POLICY, "security_responder",
        holding("iam:UpdateAccessKey", one_more("Action", "iam:CreateAccessKey")))  # fmt: skip
rewrite(ACCOUNT, "plan: writes states", POLICY, "deploy_plan", holding(
    "s3:PutObject", one_more("Resource", "arn:aws:s3:::millrace-state-111122223333-eu-central-1/orders-dev/terraform.tfstate")
))  # fmt: skip
rewrite(ACCOUNT, "plan: the key by itself", POLICY, "deploy_plan", holding("kms:ViaService", unbound))
rewrite(ACCOUNT, "apply: another deployment", POLICY, "deploy_apply",
        holding("iam:CreateRole", one_more("Resource", f"{OWN}/payments-dev-*")))  # fmt: skip
rewrite(ACCOUNT, "apply: hands roles to machines", POLICY, "deploy_apply", holding(
    "iam:PassedToService", lambda i: i["Condition"]["StringEquals"]["iam:PassedToService"].append("ec2.amazonaws.com")
))  # fmt: skip
rewrite(ACCOUNT, "apply: states of another deployment, in what is attached", "aws_iam_policy", "deploy_models_apply_more",
        also(Action="s3:GetObject", Resource="arn:aws:s3:::millrace-state-111122223333-eu-central-1/orders-dev/terraform.tfstate"))  # fmt: skip
rewrite(ACCOUNT, "apply: objects of a pipeline, in what is attached", "aws_iam_policy", "deploy_models_apply_more",
        also(Action="s3:GetObject", Resource="arn:aws:s3:::con-churn-dev-raw-111122223333-eu-central-1/*"))  # fmt: skip
rewrite(
    ACCOUNT, "break-glass: takes on roles", POLICY, "break_glass", also(Action="sts:AssumeRole", Resource=f"{OWN}/*")
)
rewrite(
    ACCOUNT,
    "break-glass: reads objects",
    POLICY,
    "break_glass",
    holding("s3:PutBucketPolicy", one_more("Action", "s3:GetObject")),
)
rewrite(
    REGION,
    "backup: any bucket",
    POLICY,
    "backup_role",
    holding("s3:GetObject", lambda i: i.update(Resource="arn:aws:s3:::*/*")),
)
rewrite(REGION, "backup: buckets of any account", POLICY, "backup_role", holding("s3:GetObject", unbound))
rewrite(
    REGION,
    "backup: deletes",
    POLICY,
    "backup_role",
    holding("s3:GetObject", one_more("Action", "s3:DeleteObjectVersion")),
)
rewrite(REGION, "backup: keys by themselves", POLICY, "backup_role", holding("kms:ResourceAliases", unbound))
rewrite(
    REGION,
    "auditor: writes records",
    POLICY,
    "config_auditor",
    holding("s3:GetObject", one_more("Action", "s3:PutObject")),
)

# Trust
rewrite(ACCOUNT, "trust: any branch plans", ROLE, "deploy_plan", holding("sts:AssumeRoleWithWebIdentity", lambda i: i.update(
    Condition={"StringLike": {"token.actions.githubusercontent.com:sub": "repo:example/pipelines:*"}}
)), "assume_role_policy")  # fmt: skip
rewrite(ACCOUNT, "trust: applies without an audience", ROLE, "deploy_apply", holding("sts:AssumeRoleWithWebIdentity", lambda i: [
    i["Condition"]["StringEquals"].pop(key) for key in [*i["Condition"]["StringEquals"]] if key.endswith(":aud")
]), "assume_role_policy")  # fmt: skip
rewrite(
    ACCOUNT,
    "trust: emergency without a second factor",
    ROLE,
    "break_glass",
    holding("sealed", unbound),
    "assume_role_policy",
)
rewrite(ACCOUNT, "trust: an old second factor", ROLE, "break_glass", holding("sealed", lambda i: i["Condition"].update(
    NumericLessThanEquals={"aws:MultiFactorAuthAge": "86400"}
)), "assume_role_policy")  # fmt: skip
rewrite(ACCOUNT, "trust: every permission set", ROLE, "security_responder", holding("aws:PrincipalArn", lambda i: i["Condition"].update(
    ArnLike={"aws:PrincipalArn": f"{OWN}/aws-reserved/sso.amazonaws.com/*"}
)), "assume_role_policy")  # fmt: skip
rewrite(
    REGION,
    "trust: backups for any account",
    ROLE,
    "backup_role",
    holding("backup.amazonaws.com", unbound),
    "assume_role_policy",
)

# Keys
rewrite(
    ACCOUNT, "key: settings and use", KEY, "archive_key", sid("SettingsAreNoSecret", one_more("Action", "kms:Decrypt"))
)
rewrite(ACCOUNT, "key: settings of any caller", KEY, "archive_key", sid("SettingsAreNoSecret", unbound))
rewrite(
    ACCOUNT, "key: root may do more", KEY, "archive_key", sid("RootUserRecovers", one_more("Action", "kms:CreateGrant"))
)
rewrite(ACCOUNT, "key: any trail", KEY, "archive_key", holding("cloudtrail.amazonaws.com", unbound))
rewrite(REGION, "key: volumes of any role", KEY, "defaults_volumes", holding("autoscaling", lambda i: i["Condition"]["ArnLike"].update(
    {"aws:PrincipalArn": f"{OWN}/*"}
)))  # fmt: skip
rewrite(
    REGION,
    "key: grants for anybody",
    KEY,
    "defaults_volumes",
    holding("GrantIsForAWSResource", lambda i: i["Condition"].pop("Bool")),
)
rewrite(REGION, "key: backups opened by a person", KEY, "backup_confidential",
        also(Principal={"AWS": f"{OWN}/someone"}, Action="kms:Decrypt", Resource="*"))  # fmt: skip

# Buckets and topics
rewrite(ACCOUNT, "archive: a reader", BUCKET, "archive_audit", sid("OnlyAuditorsRead", lambda i: i["Condition"]["ArnNotEquals"][
    "aws:PrincipalArn"].append(f"{OWN}/reader")))  # fmt: skip
rewrite(ACCOUNT, "archive: somebody lists", BUCKET, "archive_audit", sid("OnlyAuditorsList", lambda i: i["Condition"]["ArnNotEquals"][
    "aws:PrincipalArn"].append(f"{OWN}/reader")))  # fmt: skip
rewrite(ACCOUNT, "archive: any trail delivers", BUCKET, "archive_audit", holding("s3:x-amz-acl", lambda i: i["Condition"][
    "StringEquals"].pop("aws:SourceArn")))  # fmt: skip
rewrite(ACCOUNT, "archive: delivered anywhere", BUCKET, "archive_audit", holding("s3:x-amz-acl", lambda i: i.update(
    Resource="arn:aws:s3:::con-account-dev-audit-111122223333-eu-central-1/*")))  # fmt: skip
rewrite(ACCOUNT, "archive: deletes when tagged", BUCKET, "archive_audit", sid("NobodyDeletes", lambda i: i.update(
    Condition={"StringNotEquals": {"aws:PrincipalTag/cleaner": "yes"}})))  # fmt: skip
rewrite(
    REGION,
    "records: Config of any account",
    BUCKET,
    "config_bucket",
    holding("Config/", lambda i: i["Condition"]["StringEquals"].pop("aws:SourceAccount")),
)
rewrite(ACCOUNT, "topic: any rule tells", TOPIC, "break_glass_alarm", sid("Publish", unbound))
rewrite(ACCOUNT, "topic: another account subscribes", TOPIC, "alarms",
        also(Principal={"AWS": "999999999999"}, Action="sns:Subscribe", Resource="*"))  # fmt: skip
rewrite(
    REGION,
    "topic: findings of any account",
    TOPIC,
    "findings_urgent",
    sid("Publish", lambda i: i["Condition"].pop("StringEquals")),
)
rewrite(REGION, "topic: somebody publishes", TOPIC, "findings_urgent",
        also(Principal={"AWS": f"{OWN}/someone"}, Action="sns:Publish", Resource="*"))  # fmt: skip
