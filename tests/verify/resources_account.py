"""
Resources of an account, made with boto3, each with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

import json

from tests.verify.resources import ACCOUNT, REGION, name, policy, role

PATTERN = {"source": ["aws.sts"]}


def managed_policy(session):
    iam, this = session.client("iam"), name()
    document = policy({"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::orders/*"]})
    made = iam.create_policy(PolicyName=this, PolicyDocument=document)["Policy"]
    return {"aws_iam_policy.p": {"name": this, "arn": made["Arn"], "policy": document}}


def attached_policy(session):
    """A role with a managed policy of the same plan."""
    made = {**role(session), **managed_policy(session)}
    values = {"role": made["aws_iam_role.r"]["name"], "policy_arn": made["aws_iam_policy.p"]["arn"]}
    session.client("iam").attach_role_policy(RoleName=values["role"], PolicyArn=values["policy_arn"])
    return {**made, "aws_iam_role_policy_attachment.a": values}


def user(session):
    """A user with a boundary and nothing else."""
    this, boundary = name(), managed_policy(session)
    arn = boundary["aws_iam_policy.p"]["arn"]
    session.client("iam").create_user(UserName=this, PermissionsBoundary=arn)
    return {**boundary, "aws_iam_user.u": {"name": this, "permissions_boundary": arn}}


def oidc_provider(session):
    url = f"https://{name()}.example.com"
    iam = session.client("iam")
    made = iam.create_open_id_connect_provider(Url=url, ClientIDList=["sts.amazonaws.com"], ThumbprintList=["a" * 40])
    values = {"arn": made["OpenIDConnectProviderArn"], "url": url, "client_id_list": ["sts.amazonaws.com"]}
    return {"aws_iam_openid_connect_provider.o": values}


def password_policy(session):
    given = {
        "AllowUsersToChangePassword": True,
        "MaxPasswordAge": 90,
        "MinimumPasswordLength": 16,
        "PasswordReusePrevention": 24,
        "RequireLowercaseCharacters": True,
        "RequireNumbers": True,
        "RequireSymbols": True,
        "RequireUppercaseCharacters": True,
    }
    session.client("iam").update_account_password_policy(**given)
    values = {
        "id": "iam-account-password-policy",
        "allow_users_to_change_password": True,
        "max_password_age": 90,
        "minimum_password_length": 16,
        "password_reuse_prevention": 24,
        "require_lowercase_characters": True,
        "require_numbers": True,
        "require_symbols": True,
        "require_uppercase_characters": True,
    }
    return {"aws_iam_account_password_policy.p": values}


def event_rule(session, region=REGION):
    """A rule and its target, in any region."""
    events, this = session.client("events", region_name=region), name()
    arn = events.put_rule(Name=this, EventPattern=json.dumps(PATTERN), State="ENABLED")["RuleArn"]
    topic = f"arn:aws:sns:{region}:{ACCOUNT}:alarms"
    events.put_targets(Rule=this, Targets=[{"Id": "receivers", "Arn": topic}])
    rule = {"name": this, "arn": arn, "state": "ENABLED", "event_pattern": json.dumps(PATTERN)}
    target = {"rule": this, "target_id": "receivers", "arn": topic}
    return {"aws_cloudwatch_event_rule.r": rule, "aws_cloudwatch_event_target.t": target}
