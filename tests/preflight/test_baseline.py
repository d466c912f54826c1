from __future__ import annotations

import json

import pytest

from workflow.preflight.baseline import ACCOUNT, PARTS, REGION, baseline

MAKERS = {ACCOUNT: "account-dev"}
DENY = {"Effect": "Deny", "Action": "*", "Resource": "*"}


def trail(session, name="all", *, logging=True, multi_region=True):
    s3, trails = session.client("s3"), session.client("cloudtrail")
    s3.create_bucket(Bucket=f"logs-{name}", CreateBucketConfiguration={"LocationConstraint": session.region_name})
    made = trails.create_trail(Name=name, S3BucketName=f"logs-{name}", IsMultiRegionTrail=multi_region)
    if logging:
        trails.start_logging(Name=name)
    return made["TrailARN"]


def boundary(session, environment):
    document = json.dumps({"Version": "2012-10-17", "Statement": [DENY]})
    policy = session.client("iam").create_policy(PolicyName="bounds", PolicyDocument=document)
    return environment.model_copy(update={"permission_boundary": policy["Policy"]["Arn"]})


def public_access(session, environment):
    names = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    session.client("s3control").put_public_access_block(
        AccountId=environment.account_id, PublicAccessBlockConfiguration=dict.fromkeys(names, True)
    )


def recorder(session):
    config = session.client("config")
    role = "arn:aws:iam::111122223333:role/config"
    config.put_configuration_recorder(ConfigurationRecorder={"name": "all", "roleARN": role})
    session.client("s3").create_bucket(
        Bucket="records", CreateBucketConfiguration={"LocationConstraint": session.region_name}
    )
    config.put_delivery_channel(DeliveryChannel={"name": "all", "s3BucketName": "records"})
    config.start_configuration_recorder(ConfigurationRecorderName="all")


MAKE = {
    "audit trail": lambda session, _: trail(session),
    "permission boundary": boundary,
    "block of public access to S3 in the whole account": public_access,
    "password policy": lambda session, _: session.client("iam").update_account_password_policy(),
    "GuardDuty": lambda session, _: session.client("guardduty").create_detector(Enable=True),
    "Security Hub": lambda session, _: session.client("securityhub").enable_security_hub(),
    "Config recorder": lambda session, _: recorder(session),
    "Macie": lambda session, _: session.client("macie2").enable_macie(),
    "encryption of EBS volumes by default": lambda session, _: session.client("ec2").enable_ebs_encryption_by_default(),
}


def states(session, environment, blueprint="stream_analytics"):
    return {each.part: each.state for each in baseline(session, environment, blueprint, MAKERS)}


def test_empty_account(session, environment):
    """
    Every part is asked for, and an account that has nothing lacks every one.
    """
    assert dict.fromkeys((part.name for part in PARTS), "missing") == states(session, environment)


@pytest.mark.parametrize("part", [part.name for part in PARTS])
def test_one_part(session, environment, part):
    """
    A part that is there is found, and no other with it.
    """
    made = MAKE[part](session, environment)
    environment = made if part == "permission boundary" else environment

    assert [part] == [name for name, state in states(session, environment).items() if state == "ok"]


@pytest.mark.parametrize("how", [{"logging": False}, {"multi_region": False}])
def test_a_trail_that_does_not_do(session, environment, how):
    """
    A trail that is stopped, or sees one region, is no audit trail.
    """
    trail(session, **how)

    assert "missing" == states(session, environment)["audit trail"]


def test_a_trail_that_the_environment_names(session, environment):
    """
    The trail that the environment points at counts, and then no other one does.
    """
    own, other = trail(session, "own", multi_region=False), trail(session, "other", logging=False)
    found = [
        states(session, environment.model_copy(update={"existing_trail": arn}))["audit trail"] for arn in (own, other)
    ]

    assert ["ok", "missing"] == found


def test_partly_blocked(session, environment):
    """
    Three of the four settings that close an account's buckets do not close them.
    """
    public_access(session, environment)
    session.client("s3control").put_public_access_block(
        AccountId=environment.account_id, PublicAccessBlockConfiguration={"BlockPublicAcls": True}
    )

    assert "missing" == states(session, environment)["block of public access to S3 in the whole account"]


@pytest.mark.parametrize(
    ("blueprint", "asked"),
    [
        (ACCOUNT, set()),
        (REGION, {part.name for part in PARTS if part.blueprint == ACCOUNT}),
        ("stream_analytics", {part.name for part in PARTS}),
    ],
)
def test_a_baseline_is_not_asked_for_itself(session, environment, blueprint, asked):
    """
    What a baseline makes, or one after it, need not be there before.
    """
    assert asked == set(states(session, environment, blueprint))


def test_remedies(session, environment):
    """
    A missing part names the deployment that makes it, or says that there is none yet, and what may stand in its place.
    """
    said = {each.part: each.text for each in baseline(session, environment, "stream_analytics", MAKERS)}

    assert "apply account-dev, or name the account's own as existing_trail" in said["audit trail"]
    assert "add a deployment of region_baseline in this environment" in said["GuardDuty"]
