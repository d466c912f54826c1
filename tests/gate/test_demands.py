from __future__ import annotations

import pytest

from tests.gate.real_weakenings import pick
from tests.gate.weakened import weakened
from tests.gate.weakenings import at
from tests.planning import DEPLOYMENTS, planned
from workflow.demands import unmet

LOCK = "aws_s3_bucket_object_lock_configuration"
BOUNDARY = "arn:aws:iam::444455556666:policy/millrace-boundary"


def on(kind, part, change):
    return lambda stack: change(pick(stack, kind, part)[1])


def causes(deployment, weakening):
    """What the environment of a deployment misses in its weakened plan: attribute and cause."""
    environment = planned(deployment).loaded.environment
    return {(entry["attribute"], entry["cause"]) for entry in unmet(weakened(deployment, weakening), environment)}


@pytest.mark.parametrize("deployment", DEPLOYMENTS)
def test_every_plan_does_what_its_environment_demands(deployment):
    """
    Roles carry the boundary of the environment or one of their stack, and locks are as strict as the environment says.
    """
    real = planned(deployment)

    assert [] == list(unmet(real.canonical, real.loaded.environment))


def test_no_boundary_on_any_role():
    """
    A boundary that is left out everywhere alike is missed.
    """
    found = causes(
        "orders-prod", lambda stack: [role.pop("permissions_boundary") for role in stack["aws_iam_role"].values()]
    )

    assert {("permissions_boundary", f"is none; environments/prod.yaml demands {BOUNDARY}")} == found


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"mode": "GOVERNANCE"}, ("mode", "is GOVERNANCE; environments/prod.yaml demands COMPLIANCE")),
        ({"days": 29}, ("days", "is 29; environments/prod.yaml demands at least 30")),
    ],
)
def test_a_loosened_lock(values, expected):
    """
    A lock that somebody can lift, or that ends earlier than the environment says, is told.
    """
    assert {expected} == causes("orders-prod", on(LOCK, "lake_raw", at("rule", "default_retention", **values)))
