from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from tests.modules.account import BASELINE, ROLE, compose
from tests.modules.sample import ACCOUNT

ROLES = {
    "account-dev-auditor": "personas/auditor",
    "account-dev-break-glass": "break_glass/role",
    "account-dev-deploy-apply": "deploy/apply",
    "account-dev-deploy-plan": "deploy/plan",
    "account-dev-platform-engineer": "personas/platform_engineer",
    "account-dev-security-responder": "personas/security_responder",
}
AUDIT_ROLES = ("account-dev-persona-auditor-audit", "account-dev-trail")
"""Roles of the audit trail, which are bounded as those of pipelines are."""

DATA = {"s3:GetObject", "kinesis:GetRecords", "sqs:ReceiveMessage", "athena:GetQueryResults", "kms:Decrypt"}
READING = ("Describe", "Generate", "Get", "List", "Lookup", "Validate", "View")


@pytest.fixture(name="account", scope="module")
def _account():
    return compose(BASELINE)


def test_sessions_last_an_hour(account):
    """
    No role of the account is taken on for longer than an hour.
    """
    roles = account.of_type("aws_iam_role").values()

    assert dict.fromkeys((*ROLES, *AUDIT_ROLES), 3600) == {role["name"]: role["max_session_duration"] for role in roles}


@pytest.mark.parametrize(("name", "path"), ROLES.items())
def test_each_role_carries_its_own_boundary(account, name, path):
    """
    A role of the account is bounded by a policy that is made for it.
    """
    boundary = account[f"{path}/boundary/policy"]

    assert f"{name}-boundary" == boundary["name"]
    assert f"<{path}/boundary/policy.arn>" == account[f"{path}/role/role"]["permissions_boundary"]


@pytest.mark.parametrize("path", ["personas/auditor", "personas/platform_engineer", "personas/security_responder"])
def test_people_of_the_account_read_no_data(account, path):
    """
    None of the account's people may read what a pipeline holds, or use a key.
    """
    assert set() == DATA & set(account.allowed(f"{path}/role/policy"))


def test_the_auditor_changes_nothing(account):
    """
    The auditor looks and does nothing else.
    """
    allowed = account.allowed("personas/auditor/role/policy")

    assert all(action.partition(":")[2].startswith(READING) for action in allowed)


def test_roles_change_only_within_the_pipelines_boundary(account):
    """
    Who responds to an incident changes policies of roles that carry the pipelines' boundary, and of no others.
    """
    [statement] = [
        statement
        for statement in account.statements("personas/security_responder/role/policy")
        if "iam:PutRolePolicy" in statement["Action"]
    ]

    assert {"iam:PermissionsBoundary": f"arn:aws:iam::{ACCOUNT}:policy/millrace-boundary"} == statement["Condition"][
        "StringEquals"
    ]


def test_roles_change_only_within_a_boundary_that_the_environment_names():
    """
    Where the environment names a boundary of the account's own, it takes the place of the one the baseline makes.
    """
    own = f"arn:aws:iam::{ACCOUNT}:policy/company-boundary"
    account = compose(BASELINE, {"permission_boundary": own})
    pinned = {
        statement["Condition"]["StringEquals"]["iam:PermissionsBoundary"]
        for path in ("deploy/apply", "personas/security_responder", "break_glass/role")
        for statement in account.statements(f"{path}/role/policy")
        if "iam:PermissionsBoundary" in str(statement)
    }

    assert {own} == pinned


def test_a_trail_of_the_accounts_own():
    """
    Where the environment names a trail that is there, the baseline makes no second one, and no archive.
    """
    trail = f"arn:aws:cloudtrail:eu-central-1:{ACCOUNT}:trail/company"
    types = {*compose(BASELINE, {"existing_trail": trail}).types.values()}

    assert not types & {"aws_cloudtrail", "aws_s3_bucket", "aws_cloudwatch_log_metric_filter"}
    assert {"aws_iam_role", "aws_budgets_budget", "aws_cloudwatch_event_rule"} <= types


def test_nobody_silences_the_alarms_of_the_account(account):
    """
    Who runs the platform may quiet alarms of pipelines, and none of those on the audit trail.
    """
    [refused] = [
        statement
        for statement in account.statements("personas/platform_engineer/role/policy")
        if statement["Effect"] == "Deny"
    ]

    assert "cloudwatch:DisableAlarmActions" in refused["Action"]
    assert [f"arn:aws:cloudwatch:eu-central-1:{ACCOUNT}:alarm:account-dev-*"] == refused["Resource"]
    assert refused in account.statements("personas/platform_engineer/boundary/policy")


def test_three_ways_to_be_trusted(account):
    """
    A role, a permission set (whose role ends in 16 unknown characters), and a SAML provider are trusted each in its way.
    """
    trusts = {
        name: account.statements(f"personas/{name}/role/role", "assume_role_policy")[0]
        for name in ("auditor", "security_responder", "platform_engineer")
    }
    start = f"{ROLE}aws-reserved/sso.amazonaws.com"
    patterns = [f"{start}/*/AWSReservedSSO_SecurityResponder_{'?' * 16}"]
    patterns += [f"{start}/AWSReservedSSO_SecurityResponder_{'?' * 16}"]

    assert {"AWS": [f"{ROLE}auditor"]} == trusts["auditor"]["Principal"]
    assert {"ArnLike": {"aws:PrincipalArn": patterns}} == trusts["security_responder"]["Condition"]
    assert {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}} == (
        trusts["platform_engineer"]["Condition"]
    )


def test_people_of_an_oidc_provider():
    """
    An OIDC provider is trusted for one audience and named subjects, letter by letter.
    """
    provider = f"arn:aws:iam::{ACCOUNT}:oidc-provider/login.example.com"
    oidc = {"provider": provider, "audience": "aws", "subjects": ["jo", "al"]}
    account = compose(BASELINE, personas={"auditor": {"roles": None, "oidc": oidc}})
    [trust] = account.statements("personas/auditor/role/role", "assume_role_policy")

    assert {"StringEquals": {"login.example.com:aud": "aws", "login.example.com:sub": ["al", "jo"]}} == (
        trust["Condition"]
    )


def test_nobody_is_no_answer():
    """
    A persona for which nobody is named is an error.
    """
    with pytest.raises(ValidationError, match="names nobody"):
        compose(BASELINE, personas={"auditor": {"roles": None}})


def test_policies_fit(account):
    """
    Every boundary fits a managed policy, every role's policy an inline one.
    """
    boundaries = [len(policy["policy"]) for policy in account.of_type("aws_iam_policy").values()]
    inline = [json.loads(policy["policy"]) for policy in account.of_type("aws_iam_role_policy").values()]

    assert max(boundaries) <= 6144
    assert max(len(json.dumps(policy, separators=(",", ":"))) for policy in inline) <= 10240
