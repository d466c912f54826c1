from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from modules.errors import InputError
from modules.foundation.guardrails import LONGEST, service_control_policy
from tests.modules.account import BASELINE, IDENTITY, compose
from tests.modules.sample import ACCOUNT, build

DEPLOY = f"arn:aws:iam::{ACCOUNT}:role/deploy"
BREAK_GLASS = f"arn:aws:iam::{ACCOUNT}:role/break-glass"


@pytest.fixture(name="account", scope="module")
def _account():
    return compose(BASELINE)


@pytest.fixture(name="policy", scope="module")
def _policy():
    statements = service_control_policy("aws", ["eu-central-1"], [DEPLOY], [BREAK_GLASS])["Statement"]

    return {statement["Sid"]: statement for statement in statements}


def test_no_bucket_is_public(account):
    """
    All four settings of the account's public access block are on.
    """
    block = account["settings/public_access_block"]

    assert {True} == {value for name, value in block.items() if name != "account_id"}


def test_passwords(account):
    """
    Passwords have 16 characters of every kind, last 90 days, and 24 of them are remembered.
    """
    policy = account["settings/password_policy"]

    assert (16, 90, 24) == tuple(
        policy[name] for name in ("minimum_password_length", "max_password_age", "password_reuse_prevention")
    )


def test_the_budget_warns_before_and_at_the_limit(account):
    """
    Receivers hear of 80 percent spent and of 100 percent forecast.
    """
    told = {
        (item["notification_type"], item["threshold"], *item["subscriber_email_addresses"])
        for item in account["budget/budget"]["notification"]
    }
    receivers = ("team@example.com", "on-call@example.com")

    assert {("ACTUAL", 80, *receivers), ("FORECASTED", 100, *receivers)} == told
    assert "500.0" == account["budget/budget"]["limit_amount"]


def test_the_organizations_policy_fits(policy):
    """
    The document is short enough for the organization.
    """
    assert len(str(policy)) <= LONGEST


@pytest.mark.parametrize(
    ("action", "sids"),
    [
        ("sagemaker:CreateModel", {"IsolatedLearning", "PrivateLearning"}),
        ("sagemaker:CreateEndpointConfig", {"OwnKeysForLearning"}),
        (
            "sagemaker:CreateModelBiasJobDefinition",
            {"EncryptedTalk", "IsolatedLearning", "OwnKeysForLearning", "PrivateLearning"},
        ),
    ],
)
def test_nobody_serves_or_learns_in_the_open(policy, action, sids):
    """
    Whoever deploys, with whatever rights: no model and no job without network, isolation, encrypted talk and a key.
    """
    keys = {
        "EncryptedTalk": {"BoolIfExists": {"sagemaker:InterContainerTrafficEncryption": "false"}},
        "IsolatedLearning": {"BoolIfExists": {"sagemaker:NetworkIsolation": "false"}},
        "OwnKeysForLearning": {"Null": {"sagemaker:VolumeKmsKey": "true"}},
        "PrivateLearning": {"Null": {"sagemaker:VpcSubnets": "true"}},
    }

    assert sids == {sid for sid in keys if action in policy[sid]["Action"]}
    assert all(keys[sid] == policy[sid]["Condition"] for sid in sids)


def test_nobody_leaves_the_organization(policy):
    """
    No role is excepted from staying in the organization, nor the root user from doing nothing.
    """
    assert "Condition" not in policy["StayInOrganization"]
    assert {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:root"}} == policy["NoRootUser"]["Condition"]


def test_trail_and_detection_stay(policy):
    """
    Trail, recorder and detector are stopped by nobody but deployers and emergency access.
    """
    statement = policy["KeepTrailAndDetection"]

    for action in ("cloudtrail:StopLogging", "config:StopConfigurationRecorder", "guardduty:DeleteDetector"):
        assert any(fnmatchcase(action, pattern) for pattern in statement["Action"]), action
    assert {"ArnNotLike": {"aws:PrincipalArn": sorted([BREAK_GLASS, DEPLOY])}} == statement["Condition"]


def test_boundaries_and_defaults_stay(policy):
    """
    Boundaries, and the defaults of machines, are changed by nobody but deployers and emergency access.
    """
    actions = {action for sid in ("KeepBoundaries", "KeepBounds", "KeepSettings") for action in policy[sid]["Action"]}

    assert {
        *("ec2:ModifyInstanceMetadataDefaults", "ec2:EnableSerialConsoleAccess", "iam:CreatePolicyVersion"),
        *("iam:DeleteRolePermissionsBoundary", "s3:PutAccountPublicAccessBlock"),
    } <= actions
    assert ["arn:aws:iam::*:policy/*-boundary"] == policy["KeepBoundaries"]["Resource"]


def test_other_regions_are_closed(policy):
    """
    Other regions are closed to everybody but emergency access; services without a region stay open.
    """
    statement = policy["AllowedRegionsOnly"]

    assert {"aws:RequestedRegion": ["eu-central-1"]} == statement["Condition"]["StringNotEquals"]
    assert {"aws:PrincipalArn": [BREAK_GLASS]} == statement["Condition"]["ArnNotLike"]
    assert {"iam:*", "sts:*"} <= set(statement["NotAction"])


def test_a_permission_set_takes_on_its_personas_roles_for_an_hour():
    """
    The analyst's permission set lasts an hour, has the people's boundary, and leads to roles of analysts.
    """
    identity = compose(IDENTITY)
    [statement] = identity.statements("permission_sets/analyst_policy", "inline_policy")
    bounds = identity["permission_sets/analyst_boundary"]["permissions_boundary"]

    assert "PT1H" == identity["permission_sets/analyst"]["session_duration"]
    assert [f"arn:aws:iam::{ACCOUNT}:role/*-persona-analyst-*"] == statement["Resource"]
    assert "millrace-people-boundary" == bounds["customer_managed_policy_reference"]["name"]


def test_a_persona_of_a_saml_provider():
    """
    Where there is no Identity Center, a SAML provider of the account may decide who acts as a persona.
    """
    provider = f"arn:aws:iam::{ACCOUNT}:saml-provider/company"
    built = build({"personas": {"engineer": [provider]}})
    [trust] = built.statements("readers/engineer/role/role", "assume_role_policy")

    assert (provider, "sts:AssumeRoleWithSAML") == (trust["Principal"]["Federated"], trust["Action"])
    assert {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}} == trust["Condition"]


def test_an_ml_engineer_queries_what_an_analyst_may():
    """
    An ML engineer of the environment reads internal data in a role of its own, which trusts the permission set.
    """
    built = build(
        {"personas": {"ml_engineer": ["permission_set:MlEngineer"]}}, parameters={"consumers": ["ml_engineer"]}
    )
    role = built["readers/ml_engineer/role/role"]
    [trust] = built.statements("readers/ml_engineer/role/role", "assume_role_policy")

    assert "orders-dev-persona-ml-engineer-query" == role["name"]
    assert "AWSReservedSSO_MlEngineer_" in str(trust["Condition"]["ArnLike"]["aws:PrincipalArn"])


def test_a_persona_that_nobody_may_be():
    """
    A deployment for a persona for whom the environment names nobody is an error that says what to name.
    """
    with pytest.raises(InputError, match=r"personas\.ml_engineer of environment dev names nobody"):
        build(parameters={"consumers": ["ml_engineer"]})


def test_a_persona_of_an_oidc_provider():
    """
    A person or group of an OIDC provider may act as a persona, named letter by letter, for one audience.
    """
    provider = f"arn:aws:iam::{ACCOUNT}:oidc-provider/login.example.com/realm"
    built = build({"personas": {"engineer": [f"{provider}?aud=millrace&sub=group:engineers"]}})
    [trust] = built.statements("readers/engineer/role/role", "assume_role_policy")
    issuer = "login.example.com/realm"

    assert (provider, "sts:AssumeRoleWithWebIdentity") == (trust["Principal"]["Federated"], trust["Action"])
    assert {"StringEquals": {f"{issuer}:aud": "millrace", f"{issuer}:sub": ["group:engineers"]}} == trust["Condition"]


def test_a_personas_role_trusts_its_permission_set():
    """
    A persona of the environment may be a permission set; it is trusted by the pattern of its role, beside roles.
    """
    built = build({"personas": {"engineer": ["permission_set:DataEngineer", f"arn:aws:iam::{ACCOUNT}:role/engineer"]}})
    roles, sets = built.statements("readers/engineer/role/role", "assume_role_policy")

    assert {"AWS": [f"arn:aws:iam::{ACCOUNT}:role/engineer"]} == roles["Principal"]
    assert all(
        pattern.endswith(f"/AWSReservedSSO_DataEngineer_{'?' * 16}")
        for pattern in sets["Condition"]["ArnLike"]["aws:PrincipalArn"]
    )
