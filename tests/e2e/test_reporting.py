"""
What of a warehouse the embedded AWS serves: the landing zone with IAM enforced, keys, roles, secret, schedules' group, the
network and the groups of viewers; read back, planned again, and destroyed.
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

DEPLOYMENT = "reporting-dev"
FILE = "orders/2026-11-25.json.gz"


@dataclass
class Warehouse:
    """An applied deployment; *said* is what each verb printed."""

    checkout: Checkout
    emulator: Emulator
    place: object
    bucket: str
    said: dict[str, Ended]

    def role(self, name):
        return f"arn:aws:iam::{self.place.account_id}:role/{DEPLOYMENT}-{name}"

    def s3(self, role, via=None):
        return self.emulator.session(self.role(role), **({"via": via} if via else {})).client("s3")


@pytest.fixture(name="warehouse", scope="module")
def _warehouse(tmp_path_factory):
    """Destroyed at the end whatever happens, so that no process stays."""
    work = checkout(tmp_path_factory.mktemp("e2e") / "millrace")
    said = {"plan": work.run("plan", DEPLOYMENT)}
    assert said["plan"].code == 0, said
    try:
        said["apply"] = work.run("apply", DEPLOYMENT)
        emulator = Emulator.find(work.place(DEPLOYMENT).emulator)
        assert emulator, said
        loaded = load_deployment(work.root, DEPLOYMENT, BLUEPRINTS)
        zones = buckets(read_json(work.place(DEPLOYMENT).configuration))
        yield Warehouse(work, emulator, loaded.environment, zones["raw"], said)
    finally:
        work.run("destroy", DEPLOYMENT)


def test_the_load_reads_what_the_producer_put(warehouse):
    """
    A file that the producer's role puts below the dataset is what the role of loads reads.
    """
    producer = loaded_producer(warehouse)
    producer.put_object(Bucket=warehouse.bucket, Key=FILE, Body=b"rows")
    found = warehouse.s3("load").get_object(Bucket=warehouse.bucket, Key=FILE)

    assert b"rows" == found["Body"].read()


def test_files_elsewhere_are_refused(warehouse):
    """
    The producer puts files below the dataset and nowhere else, and reads none.
    """
    producer = loaded_producer(warehouse)

    assert refused(producer.put_object, Bucket=warehouse.bucket, Key="other/file", Body=b"x")
    assert refused(producer.get_object, Bucket=warehouse.bucket, Key=FILE)


def test_loads_write_nothing_into_the_landing_zone(warehouse):
    """
    The role of loads changes no file.
    """
    assert refused(warehouse.s3("load").put_object, Bucket=warehouse.bucket, Key=FILE, Body=b"x")


def test_the_secret_holds_nothing_yet(warehouse):
    """
    Terraform makes the secret of the reports without a value.
    """
    manager = warehouse.emulator.session(warehouse.place.deploy_roles[0]).client("secretsmanager")

    assert {} == manager.describe_secret(SecretId=f"{DEPLOYMENT}-reports").get("VersionIdsToStages", {})


def test_what_is_not_served_is_named(warehouse):
    """
    The warehouse itself is left out, and the summary says so.
    """
    assert "left out, since the embedded AWS cannot serve it: aws_redshiftserverless_namespace." in (
        warehouse.said["apply"].said
    )


def test_everything_is_as_planned(warehouse):
    """
    What is there reads back as planned, and a second plan is empty.
    """
    verified = warehouse.checkout.run("verify", DEPLOYMENT)

    assert (0, True) == (verified.code, "second plan: empty" in verified.said), verified.said


def test_destroy_leaves_nothing(warehouse):
    """
    Everything goes; only the locked zone needs the embedded AWS to end.
    """
    gone = warehouse.checkout.run("destroy", DEPLOYMENT)

    assert 0 == gone.code, gone.said
    assert Emulator.find(warehouse.checkout.place(DEPLOYMENT).emulator) is None


def loaded_producer(warehouse):
    """S3 as the producer, which a role of the shop has taken on."""
    loaded = load_deployment(warehouse.checkout.root, DEPLOYMENT, BLUEPRINTS)
    return warehouse.s3("producer", via=loaded.deployment.parameters.producers[0])
