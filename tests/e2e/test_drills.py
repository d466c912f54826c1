"""
Drills on an applied account baseline, with IAM enforced.
"""

from __future__ import annotations

import json

import pytest

from tests.checkout import checkout
from workflow.drill.scenarios import SCENARIOS
from workflow.emulator.server import Emulator

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

DEPLOYMENT = "account-dev"


@pytest.fixture(name="made", scope="module")
def _made(tmp_path_factory):
    """A repository in which all scenarios were rehearsed once; the baseline is applied."""
    made = checkout(tmp_path_factory.mktemp("drills") / "millrace")
    try:
        yield made, made.run("drill", "all")
    finally:
        made.run("destroy", DEPLOYMENT)


def test_all_pass(made):
    """
    Every scenario is noticed by somebody and put right again.
    """
    _, done = made

    assert 0 == done.code, done.said
    assert f"drills: {len(SCENARIOS)}, failed: none" in done.said


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_reports(made, scenario):
    """
    The report names the calls, who notices, and the recovery.
    """
    place = made[0].place(DEPLOYMENT)
    report = json.loads((place.folder / "drills" / f"{scenario.name}.json").read_text())

    assert report["passed"]
    assert report["calls"]
    assert report["noticed_by"]
    assert (place.folder / "drills" / f"{scenario.name}.md").read_text().startswith("# Drill: ")


def test_unnoticed(made):
    """
    With the receivers gone nobody would notice, and every drill fails.
    """
    checkout_, _ = made
    emulator = Emulator.find(checkout_.place(DEPLOYMENT).emulator)
    session = emulator.session("arn:aws:iam::111122223333:role/millrace-deploy")
    for region in ("eu-central-1", "us-east-1"):
        sns = session.client("sns", region_name=region)
        for each in sns.list_subscriptions()["Subscriptions"]:
            sns.unsubscribe(SubscriptionArn=each["SubscriptionArn"])
    done = checkout_.run("drill", "audit-trail-stopped")

    assert 1 == done.code
    assert "nobody would notice" in done.said
