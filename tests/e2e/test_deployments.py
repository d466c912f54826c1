"""
Deployments without a test of their own here: planned, applied as far as the embedded AWS serves them, read back, destroyed.

Pipelines are applied with the actions of the account's role that deploys them, so that one it lacks shows up as a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.checkout import Checkout, Ended, checkout, commands
from tests.e2e.deployer import deploy_with_the_actions_of_its_role
from workflow.workspace import read_json

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

DEPLOYMENTS = ("churn-dev", "lakehouse-dev", "region-dev", "scoring-dev")


@dataclass
class Round:
    """What each verb printed, from plan to destroy."""

    checkout: Checkout
    said: dict[str, Ended]
    planned: set[str]


@pytest.fixture(name="round_trip", scope="module", params=DEPLOYMENTS)
def _round_trip(request, tmp_path_factory):
    """Destroyed whatever happens, so that no process stays."""
    deployment = request.param
    work = checkout(tmp_path_factory.mktemp("e2e") / "millrace")
    said = {"plan": work.run("plan", deployment)}
    assert said["plan"].code == 0, said
    plan = read_json(work.place(deployment).plan_json)
    planned = {change["address"] for change in plan["resource_changes"]}
    try:
        deploy_with_the_actions_of_its_role(work, deployment)
        said["apply"] = work.run("apply", deployment)
        said["verify"] = work.run("verify", deployment)
    finally:
        said["destroy"] = work.run("destroy", deployment)
    return Round(work, said, planned)


def test_it_is_applied_and_what_is_left_out_is_named(round_trip):
    """
    Apply makes what is planned but for what it names as left out.
    """
    applied = round_trip.said["apply"]
    left_out = [line for line in applied.said.splitlines() if line.startswith("left out")]
    named = {address for line in left_out for address in round_trip.planned if address in line}

    assert 0 == applied.code, applied.said
    assert f": {len(round_trip.planned) - len(named)} resources" in applied.said


def test_it_is_what_was_planned(round_trip):
    """
    What is read back is what was planned, and a second plan is empty.
    """
    assert 0 == round_trip.said["verify"].code, round_trip.said["verify"].said


def test_destroy_leaves_nothing(round_trip):
    """
    Destroy ends without an error, and no process works in the folder any more.
    """
    assert 0 == round_trip.said["destroy"].code, round_trip.said["destroy"].said
    assert [] == [command for _, command in commands() if str(round_trip.checkout.root) in command]


def test_permission_sets_are_left_out_and_named(tmp_path):
    """
    The embedded AWS serves nothing of IAM Identity Center: apply makes nothing, and names all that was planned.
    """
    work = checkout(tmp_path / "millrace")
    planned = work.run("plan", "identity-dev")
    applied = work.run("apply", "identity-dev")
    plan = read_json(work.place("identity-dev").plan_json)

    assert (0, 0) == (planned.code, applied.code), planned.said + applied.said
    assert "applied identity-dev (local): 0 resources" in applied.said
    assert [] == [each["address"] for each in plan["resource_changes"] if each["address"] not in applied.said]
    assert 0 == work.run("destroy", "identity-dev").code
