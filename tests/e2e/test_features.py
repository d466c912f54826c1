"""
A Spark cluster without its machines on the embedded AWS: all that is around them is made, read back, used and removed.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployment
from tests.checkout import Checkout, Ended, checkout
from tests.emulator.acting import refused
from workflow.emulator.server import Emulator
from workflow.trial import buckets
from workflow.workspace import read_json

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.xdist_group("e2e")]

DEPLOYMENT = "features-dev"
ABSENT = ("aws_emr_cluster", "aws_emr_instance_fleet", "aws_emr_managed_scaling_policy")


@dataclass
class Around:
    """What is applied around the cluster; *said* is what each verb printed."""

    checkout: Checkout
    emulator: Emulator
    environment: object
    parameters: object
    buckets: dict[str, str]
    said: dict[str, Ended]

    def s3(self, role, via):
        arn = f"arn:aws:iam::{self.environment.account_id}:role/{DEPLOYMENT}-{role}"
        return self.emulator.session(arn, via=via).client("s3")


@pytest.fixture(name="around", scope="module")
def _around(tmp_path_factory):
    """Destroyed at the end whatever happens, so that no process stays."""
    work = checkout(tmp_path_factory.mktemp("e2e") / "millrace")
    said = {"plan": work.run("plan", DEPLOYMENT)}
    assert said["plan"].code == 0, said
    try:
        said["apply"] = work.run("apply", DEPLOYMENT)
        emulator = Emulator.find(work.place(DEPLOYMENT).emulator)
        assert emulator, said
        loaded = load_deployment(work.root, DEPLOYMENT, BLUEPRINTS)
        names = buckets(read_json(work.place(DEPLOYMENT).configuration))
        said["verify"] = work.run("verify", DEPLOYMENT)
        yield Around(work, emulator, loaded.environment, loaded.deployment.parameters, names, said)
    finally:
        said["destroy"] = work.run("destroy", DEPLOYMENT)
        assert said["destroy"].code == 0, said["destroy"]


def test_the_rest_is_made_and_as_planned(around):
    """
    Apply and verify end well, and say that the cluster is left out.
    """
    assert (0, 0) == (around.said["apply"].code, around.said["verify"].code), around.said
    assert all(kind in around.said["apply"].said for kind in ABSENT)


def test_producers_land_files_and_read_none(around):
    """
    A producer puts a file into raw, and cannot read it back.
    """
    s3 = around.s3("producer", around.parameters.producers[0])
    s3.put_object(Bucket=around.buckets["raw"], Key="orders/2026-01-31.json", Body=b"{}")

    assert "AccessDenied" == refused(s3.get_object, Bucket=around.buckets["raw"], Key="orders/2026-01-31.json")


def test_the_submitter_places_code_and_touches_no_data(around):
    """
    A scheduler puts code into its zone, and nothing anywhere else.
    """
    s3 = around.s3("spark-submitter", around.parameters.submitters[0])
    s3.put_object(Bucket=around.buckets["code"], Key="features.py", Body=b"pass")

    assert "AccessDenied" == refused(s3.put_object, Bucket=around.buckets["curated"], Key="x", Body=b"x")
    assert "AccessDenied" == refused(s3.get_object, Bucket=around.buckets["raw"], Key="orders/2026-01-31.json")
