from __future__ import annotations

import json

import pytest

from modules.foundation.boundary import arn, pipeline_boundary
from modules.foundation.learning_boundary import learning_arn, learning_boundary
from modules.foundation.serving_boundary import serving_arn, serving_boundary
from tests.plans.values import texts
from workflow.emulator.iam_policy import Principal, Question, decide
from workflow.emulator.request_context import lookup_in

ESCALATING = (
    *(
        "iam:AttachRolePolicy",
        "iam:CreateAccessKey",
        "iam:CreateRole",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
    ),
    *("cloudtrail:StopLogging", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "organizations:LeaveOrganization"),
    *("s3:PutBucketPolicy", "s3:DeleteObject", "sts:AssumeRole", "iam:DeleteRolePermissionsBoundary"),
)
EVERYTHING = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}


def context(environment, condition, role="x", **changes):
    """
    A request of a role of the account in its region for which a condition holds.
    """
    caller = {"aws:principalarn": f"arn:aws:iam::{environment.account_id}:role/{role}"}
    keys = {key.lower(): texts(values)[0] for pairs in condition.values() for key, values in pairs.items()}
    place = {"aws:requestedregion": environment.region, "aws:resourceaccount": environment.account_id}

    return lookup_in({**keys, **place, **caller, **changes})


def boundary(role):
    return role.get("permissions_boundary")


OTHERS = {"ml_serving": (serving_boundary, serving_arn), "ml_training": (learning_boundary, learning_arn)}


def bounds_of(real):
    """
    The boundary that roles of a deployment carry, and the function that says its ARN.
    """
    return OTHERS.get(real.loaded.deployment.blueprint, (pipeline_boundary, arn))


def wanted(real):
    """
    The ARN of the boundary that roles of a deployment carry.
    """
    return bounds_of(real)[1](real.loaded.environment)


def decision(environment, policy, action, resource, looked_up, role="x", bounds=pipeline_boundary):
    """
    What IAM says to a role with a policy and the boundary of pipelines, or of those that train.
    """
    role = f"arn:aws:iam::{environment.account_id}:role/{role}"
    principal = Principal(environment.account_id, role, policies=[policy], boundary=bounds(environment))

    return decide(Question(principal, action, resource, looked_up))


def needs(real):
    """
    Every action that the roles of a plan that carry the boundary are allowed, with its resource, condition and role.
    """
    bounded = [role["id"] for role in real.of("aws_iam_role").values() if wanted(real) == boundary(role)]
    policies = [policy for policy in real.of("aws_iam_role_policy").values() if policy["role"] in bounded]
    for policy in policies:
        for statement in json.loads(policy["policy"])["Statement"]:
            if statement["Effect"] == "Allow":
                for action in texts(statement["Action"]):
                    for resource in texts(statement["Resource"]):
                        yield action, resource, statement.get("Condition", {}), policy["role"]


def test_the_boundary_lets_roles_do_what_they_need(keyed):
    """
    Whatever a role of a pipeline is allowed, the boundary allows too.
    """
    environment = keyed.loaded.environment
    bounds, _ = bounds_of(keyed)
    found = [
        (action, resource)
        for action, resource, condition, role in needs(keyed)
        for asked in [context(environment, condition, role)]
        if not decision(environment, EVERYTHING, action, resource, asked, role, bounds).allowed
    ]

    assert [] == found
    assert [*needs(keyed)]


@pytest.mark.parametrize("action", ESCALATING)
def test_the_boundary_refuses_what_would_lift_it(real, action):
    """
    An administrator's policy does not let a role of a pipeline change rights, keys, stores or the trail.
    """
    environment = real.loaded.environment
    bounds, _ = bounds_of(real)

    assert not decision(environment, EVERYTHING, action, "*", context(environment, {}), bounds=bounds).allowed


def test_the_boundary_keeps_data_in_account_and_region(real):
    """
    Objects of another account, and anything in another region, are out of reach.
    """
    environment = real.loaded.environment
    stranger = context(environment, {}, **{"aws:resourceaccount": "999999999999"})
    abroad = context(environment, {}, **{"aws:requestedregion": "us-west-2"})
    stream = f"arn:aws:kinesis:{environment.region}:{environment.account_id}:stream/x"

    assert not decision(environment, EVERYTHING, "s3:PutObject", "arn:aws:s3:::x/y", stranger).allowed
    assert not decision(environment, EVERYTHING, "kinesis:PutRecord", stream, abroad).allowed
    assert decision(environment, EVERYTHING, "kinesis:PutRecord", stream, context(environment, {})).allowed


def test_every_role_carries_the_boundary(keyed):
    """
    Each role carries the boundary that the environment names, but for those that a boundary of their own is made for.
    """
    environment = keyed.loaded.environment
    made = {policy["arn"] for policy in keyed.of("aws_iam_policy").values()}
    carried = {role["name"]: boundary(role) for role in keyed.of("aws_iam_role").values()}
    own = {name: arn(environment, f"{name}-boundary") for name in carried}

    assert arn(environment) == environment.permission_boundary
    assert {name: own[name] if own[name] in made else wanted(keyed) for name in carried} == carried


def test_roles_of_pipelines_carry_the_one_boundary(pipeline):
    """
    No role that works with data has a boundary of its own.
    """
    carried = {boundary(role) for role in pipeline.of("aws_iam_role").values()}

    assert {wanted(pipeline)} == carried


@pytest.mark.parametrize(
    "action", ["sagemaker:CreateEndpoint", "sagemaker:CreateModel", "sagemaker:CreateTransformJob"]
)
def test_nobody_who_trains_serves(pipeline, action):
    """
    The boundary of pipelines that train lets nobody put a model into use.
    """
    environment = pipeline.loaded.environment
    resource = f"arn:aws:sagemaker:{environment.region}:{environment.account_id}:endpoint/x"
    asked = context(environment, {})

    assert not decision(environment, EVERYTHING, action, resource, asked, bounds=learning_boundary).allowed


@pytest.mark.parametrize("zone", ["approved", "models", "quarantine", "staged"])
def test_nobody_who_serves_reads_what_is_not_released(pipeline, zone):
    """
    An endpoint loads its model as a role under this boundary: of the buckets of training, only that of releases opens.
    """
    environment = pipeline.loaded.environment
    ends = f"{environment.account_id}-{environment.region}/models/churn/model.tar.gz"
    asked = context(environment, {})

    def may(bucket):
        found = decision(
            environment, EVERYTHING, "s3:GetObject", f"arn:aws:s3:::{bucket}-{ends}", asked, bounds=serving_boundary
        )
        return found.allowed

    assert (False, True) == (may(f"con-churn-dev-{zone}"), may("con-churn-dev-released"))


@pytest.mark.parametrize("action", ["sagemaker:CreateEndpoint", "sagemaker:CreateModel", "sagemaker:UpdateEndpoint"])
def test_nobody_who_serves_puts_a_model_into_use(pipeline, action):
    """
    Roles of serving answer and watch; which model answers, deployment decides.
    """
    environment = pipeline.loaded.environment
    resource = f"arn:aws:sagemaker:{environment.region}:{environment.account_id}:endpoint/x"
    asked = context(environment, {})

    assert not decision(environment, EVERYTHING, action, resource, asked, bounds=serving_boundary).allowed


def test_nobody_who_serves_releases(pipeline):
    """
    What may be served is put where it is served from by training's release alone.
    """
    environment = pipeline.loaded.environment
    resource = f"arn:aws:s3:::con-churn-dev-released-{environment.account_id}-{environment.region}/released/churn/x"
    asked = context(environment, {})

    assert not decision(environment, EVERYTHING, "s3:PutObject", resource, asked, bounds=serving_boundary).allowed
