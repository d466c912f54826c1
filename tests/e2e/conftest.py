"""
A deployment that is planned, applied with IAM enforced, and destroyed again, each with the real command line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

import pytest
from xdist.scheduler import LoadScopeScheduling

from blueprints import BLUEPRINTS
from blueprints.loading import deployment_names, load_deployment
from tests.checkout import ROOT, Checkout, Ended, checkout, commands
from workflow import lake_reader
from workflow.emulator.server import Emulator
from workflow.trial import Trial, buckets
from workflow.workspace import read_json

RECORDS = 500
DEPLOYMENTS = {*deployment_names(ROOT)}


class ByDeployment(LoadScopeScheduling):
    """Tests of one file that share a deployment run in one process, since each process would apply it anew."""

    def _split_scope(self, nodeid):
        """The marks of `--dist loadgroup` get lost: pytest 9.2 ignores the node id that pytest-xdist 3.8 gives an item."""
        file, _, rest = nodeid.partition("::")
        given = re.findall(r"\[(.*)\]", rest)
        shared = [name for name in sorted(DEPLOYMENTS) if name in "".join(given)]
        return "-".join([file, *shared])


def pytest_xdist_make_scheduler(config, log):
    return ByDeployment(config, log) if config.getvalue("dist") == "loadgroup" else None


@dataclass
class Life:
    """An applied deployment with records sent through it; *said* is what each verb printed."""

    checkout: Checkout
    trial: Trial
    emulator: Emulator
    deployer: object
    pid: int
    said: dict[str, Ended] = field(default_factory=dict)

    def role(self, name: str) -> str:
        place = self.trial._environment
        return f"arn:{place.partition}:iam::{place.account_id}:role/{self.trial._deployment}-{name}"

    def service(self, role: str):
        """A session of a role that a service takes on."""
        return self.emulator.session(self.role(role))

    def objects(self, persona: str, zone: str, prefix: str):
        return lake_reader.objects(self.trial.persona(persona, "query"), self.trial.bucket(zone), prefix)


@pytest.fixture(name="life", scope="module", params=["orders-dev", pytest.param("orders-prod", marks=pytest.mark.slow)])
def _life(request, tmp_path_factory):
    """Destroyed at the end whatever happens, so that no process stays."""
    deployment = request.param
    work = checkout(tmp_path_factory.mktemp("e2e") / "millrace")
    said = {"plan": work.run("plan", deployment)}
    assert said["plan"].code == 0, said
    try:
        said["apply"] = work.run("apply", deployment)
        emulator = Emulator.find(work.place(deployment).emulator)
        assert emulator, said
        loaded = load_deployment(work.root, deployment, BLUEPRINTS)
        trial = Trial(
            deployment,
            loaded.deployment.parameters,
            loaded.environment,
            emulator,
            buckets(read_json(work.place(deployment).configuration)),
        )
        trial.send(RECORDS)
        record = json.loads((work.place(deployment).emulator / "emulator.json").read_text())
        deployer = emulator.session(loaded.environment.deploy_roles[0])
        yield Life(work, trial, emulator, deployer, record["pid"], said)
    finally:
        work.run("destroy", deployment)


@pytest.fixture(name="sample", scope="module")
def _sample(life):
    return life.trial.sample


@pytest.fixture(name="reader", scope="module")
def _reader(life):
    """The consumer with the fewest rights."""
    return life.trial.persona(life.trial.reader(), "query")


@pytest.fixture(name="current", scope="module")
def _current(life):
    """What the deduplicating view shows, row by row."""
    shown = life.trial.current(life.trial.reader())
    return [dict(zip(shown.columns, row, strict=True)) for row in shown.fetchall()]


@pytest.fixture(name="raw", scope="module")
def _raw(life):
    """
    Contents of the raw zone. Nobody may read them, the deploy role neither, so it gives the role that writes them the right
    to read, as somebody would who breaks the glass.
    """
    iam = life.deployer.client("iam")
    role, bucket = life.role("archive").rpartition("/")[2], life.trial.bucket("raw")
    resources = [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]
    statement = {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": resources}
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam.put_role_policy(RoleName=role, PolicyName="break-glass", PolicyDocument=document)
    contents = lake_reader.objects(life.service("archive"), bucket, "")
    iam.delete_role_policy(RoleName=role, PolicyName="break-glass")
    return contents


@pytest.fixture(name="verified", scope="module")
def _verified(life):
    return life.checkout.run("verify", life.trial._deployment)


@pytest.fixture(name="gone", scope="module")
def _gone(life):
    """What destroy said."""
    return life.checkout.run("destroy", life.trial._deployment)


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be collected does not."""
    return pid in {number for number, _ in commands()}
