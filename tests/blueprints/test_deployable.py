"""
Whether the account's deploy roles know what deployments consist of.
"""

from __future__ import annotations

import json
from collections import defaultdict

import pytest
import yaml

from blueprints import BLUEPRINTS
from modules.foundation.deploy_actions import FAMILIES, needed
from modules.foundation.deploy_base import BASE
from modules.foundation.deploy_family import together
from tests.planning import DEPLOYMENTS, ROOT

BASELINES = ("account_baseline", "identity_center", "region_baseline")
"""Blueprints that are deployed by the environment's own deploy roles, which the account's are bounded by."""

HANDED_BY_JOBS = {"emr-serverless.amazonaws.com"}
"""Services that get a role from a state machine when it starts a job, and not from who deploys."""


@pytest.fixture(name="types", scope="module")
def _types(stacks):
    """
    By blueprint, the resource types of all its deployments.
    """
    found = defaultdict(set)
    for name in DEPLOYMENTS:
        resources = json.loads((stacks / name / "cdk.tf.json").read_text())["resource"]
        found[_blueprint(name)] |= {kind.removeprefix("aws_") for kind in resources}
    return found


@pytest.fixture(name="trusted", scope="module")
def _trusted(stacks):
    """
    By blueprint, the services that take on roles of its deployments.
    """
    found = defaultdict(set)
    for name in DEPLOYMENTS:
        roles = json.loads((stacks / name / "cdk.tf.json").read_text())["resource"].get("aws_iam_role", {})
        statements = [item for role in roles.values() for item in json.loads(role["assume_role_policy"])["Statement"]]
        found[_blueprint(name)] |= {
            item["Principal"]["Service"] for item in statements if "Service" in item["Principal"]
        }
    return found


def _content(name):
    return yaml.safe_load((ROOT / "deployments" / f"{name}.yaml").read_text())


def _blueprint(name):
    return _content(name)["blueprint"]


def test_every_blueprint_is_known():
    """
    Deploy roles know every blueprint but the baselines.
    """
    assert {*BLUEPRINTS} == {*FAMILIES, *BASELINES}


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_every_resource_type_has_its_actions(types, blueprint):
    """
    Whatever deployments of a blueprint consist of is in a family of it; beside what every pipeline may have, a family holds
    nothing that none of them uses.
    """
    known = {*needed([blueprint]).types.split()}
    common = {*together(BASE).types.split()}

    assert set() == types[blueprint] - known
    assert set() == known - common - types[blueprint]


@pytest.mark.parametrize("blueprint", FAMILIES)
def test_roles_are_handed_to_the_services_that_take_them_on(trusted, blueprint):
    """
    Who deploys hands roles to the services that the roles of the blueprint trust, and to no other.
    """
    assert trusted[blueprint] - HANDED_BY_JOBS == {*needed([blueprint]).receivers}


def test_every_deployment_has_a_pair():
    """
    Each deployment of a pipeline is deployed by a pair of roles of its account that knows its blueprint.
    """
    pairs = [
        (name, pair)
        for account in DEPLOYMENTS
        if account.startswith("account-")
        for pair in _content(account)["parameters"]["deploy"]["roles"]
        for name in pair["deployments"]
    ]
    known = {name for name, pair in pairs if _blueprint(name) in pair.get("blueprints", ["stream_analytics"])}

    assert {name for name in DEPLOYMENTS if _blueprint(name) not in BASELINES} == known
