from __future__ import annotations

import pytest

from tests.planning import DEPLOYMENTS, SCHEMA, planned
from workflow.preflight.place import caller, service, services, zones


def test_caller_of_no_deploy_role(session, environment):
    """
    Credentials of somebody else are doubtful, and the roles that were expected are named.
    """
    found = caller(session, environment)

    assert "doubtful" == found.state
    assert environment.deploy_roles[0] in found.text


def test_caller_of_a_deploy_role(session, environment):
    """
    A session of a deploy role is what is expected.
    """
    import boto3

    answer = session.client("sts").assume_role(RoleArn=environment.deploy_roles[0], RoleSessionName="deploy")
    keys = answer["Credentials"]
    deployer = boto3.Session(
        aws_access_key_id=keys["AccessKeyId"],
        aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"],
        region_name=environment.region,
    )

    assert "ok" == caller(deployer, environment).state


def test_zones(session, environment):
    """
    A zone that the account cannot use is named, with those that it can.
    """
    other = environment.model_copy(update={"zones": ("eu-central-1a", "eu-central-1b", "eu-central-1z")})
    found = zones(session, other)

    assert "ok" == zones(session, environment).state
    assert ("missing", True) == (found.state, found.text.startswith("eu-central-1z cannot be used"))


def test_every_type_has_a_service(session):
    """
    Each resource type that modules make belongs to a service that boto3 knows.
    """
    assert [] == [kind for kind in SCHEMA if service(kind) not in session.get_available_services()]


@pytest.mark.parametrize("deployment", DEPLOYMENTS)
def test_services_of_a_deployment(session, environment, deployment):
    """
    The services of every deployment exist in its region.
    """
    assert ["ok"] == [each.state for each in services(session, environment, planned(deployment).configuration)]


def test_unknown_service(session, environment):
    """
    A service that the table of endpoints does not have in the region is doubtful, since the table may be older than it.
    """
    elsewhere = environment.model_copy(update={"region": "eu-nowhere-1"})
    [found] = services(session, elsewhere, {"resource": {"aws_kinesis_stream": {}}})

    assert ("service kinesis", "doubtful") == (found.part, found.state)
