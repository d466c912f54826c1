from __future__ import annotations

import json

import pytest

from tests.modules.account import BASELINE, ROLE, compose
from tests.modules.sample import ACCOUNT

USERS = [f"arn:aws:iam::{ACCOUNT}:user/account-dev-sealed-{number}" for number in (1, 2)]
BREAK_GLASS = f"{ROLE}account-dev-break-glass"


@pytest.fixture(name="account", scope="module")
def _account():
    return compose(BASELINE)


@pytest.fixture(name="federated", scope="module")
def _federated():
    reached_by = {"kind": "saml", "provider": f"arn:aws:iam::{ACCOUNT}:saml-provider/company"}

    return compose(BASELINE, break_glass={"reached_by": reached_by})


def test_two_sealed_users_with_a_recent_second_factor(account):
    """
    Two users are trusted, each only within a quarter of an hour of a sign-in with a second factor.
    """
    [trust] = account.statements("break_glass/role/role/role", "assume_role_policy")

    assert [f"<break_glass/sealed_user_{number}.arn>" for number in (1, 2)] == trust["Principal"]["AWS"]
    assert {
        "Bool": {"aws:MultiFactorAuthPresent": "true"},
        "NumericLessThanEquals": {"aws:MultiFactorAuthAge": "900"},
    } == trust["Condition"]


def test_it_does_not_hide_its_own_use(account):
    """
    The role changes neither the topics that tell of it, in any region, nor its own trust.
    """
    statements = account.statements("break_glass/role/role/policy")
    [refused] = [statement for statement in statements if statement["Effect"] == "Deny"]
    [trust] = [statement for statement in statements if "iam:UpdateAssumeRolePolicy" in statement["Action"]]

    assert (["sns:SetTopicAttributes"], [f"arn:aws:sns:*:{ACCOUNT}:account-dev-emergency-access"]) == (
        refused["Action"],
        refused["Resource"],
    )
    assert [f"{ROLE}account-dev-deploy-*"] == trust["Resource"]


def test_users_are_sealed(account):
    """
    The users have no password, key or policy, and their boundary lets them take on the one role.
    """
    [allowed, _] = account.statements("break_glass/sealed_boundary/policy")
    types = {*account.types.values()}

    assert (["sts:AssumeRole"], [BREAK_GLASS]) == (allowed["Action"], allowed["Resource"])
    assert not types & {"aws_iam_user_login_profile", "aws_iam_access_key", "aws_iam_user_policy"}


def test_federated_people_prove_the_second_factor_by_a_claim(federated):
    """
    A SAML session has no MFA context of AWS, so a session tag says it; no user is made then.
    """
    [trust] = federated.statements("break_glass/role/role/role", "assume_role_policy")

    assert {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml", "aws:RequestTag/mfa": "true"}} == (
        trust["Condition"]
    )
    assert {} == federated.of_type("aws_iam_user")


@pytest.mark.parametrize("alarm", ["alarm", "global_alarm"])
def test_every_use_is_told(account, alarm):
    """
    A rule in each of the two regions sees the role taken on, in use, and the users at work, reading calls included.
    """
    rule = account[f"break_glass/{alarm}/rule"]
    ways = json.loads(rule["event_pattern"])["detail"]["$or"]

    assert "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" == rule["state"]
    assert {"eventSource": ["sts.amazonaws.com"], "requestParameters": {"roleArn": [BREAK_GLASS]}} in ways
    assert {"userIdentity": {"sessionContext": {"sessionIssuer": {"arn": [BREAK_GLASS]}}}} in ways
    assert {"userIdentity": {"arn": USERS}} in ways


def test_the_second_alarm_is_where_global_services_report(account):
    """
    Everything of the second alarm goes to the other region, and its topic names that region.
    """
    paths = [path for path in account.types if path.startswith("break_glass/global_alarm/")]
    providers = {account[path].get("provider") for path in paths}

    assert {"aws.global"} == providers
    assert ":us-east-1:" in account["break_glass/global_alarm/topic/policy"]["policy"]


def test_one_alarm_is_enough_in_that_region():
    """
    An account whose home is that region has one alarm and no second provider.
    """
    place = {"region": "us-east-1", "zones": ["us-east-1a", "us-east-1b", "us-east-1c"]}
    account = compose(BASELINE, place)

    assert not [path for path in account.types if "global_alarm" in path]
    assert {None} == {account[path].get("provider") for path in account.types}


@pytest.mark.parametrize("alarm", ["alarm", "global_alarm"])
def test_only_the_rule_publishes(account, alarm):
    """
    The topic and its key serve the one rule, and everybody who receives alarms is told.
    """
    region = "us-east-1" if alarm == "global_alarm" else "eu-central-1"
    arn = f"arn:aws:events:{region}:{ACCOUNT}:rule/account-dev-emergency-access"
    publish = account.statement(f"break_glass/{alarm}/topic/policy", "Publish")
    [use] = [
        statement
        for statement in account.statements(f"break_glass/{alarm}/key/key")
        if statement["Principal"] == {"Service": "events.amazonaws.com"}
    ]
    receivers = [path for path in account.types if path.startswith(f"break_glass/{alarm}/topic/receiver_")]

    assert {"ArnEquals": {"aws:SourceArn": arn}} == publish["Condition"] == use["Condition"]
    assert 2 == len(receivers)
