from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from blueprints.loading import load_facts
from modules.errors import InputError
from tests.modules.foundation.test_existing_network import EXISTING
from workflow.facts import forget_facts, record_facts
from workflow.workspace import Workspace

REGION = {"config_bucket": "region-dev-config", "backup_role": "arn:aws:iam::111122223333:role/region-dev-backup"}
LOADED = SimpleNamespace(
    deployment=SimpleNamespace(blueprint="region_baseline"), environment=SimpleNamespace(name="dev")
)


class Outputs:
    """What Terraform prints of a state with these facts."""

    def __init__(self, facts):
        self._facts = facts

    def run(self, *_, **__):
        return SimpleNamespace(stdout=json.dumps({"facts": {"value": self._facts}} if self._facts else {}))


@pytest.fixture(name="at")
def _at(tmp_path):
    """A workspace of region-dev at a target, whose stack tells facts or not."""

    def at(target, *, tells=True):
        workspace = Workspace(tmp_path, "region-dev", target)
        workspace.folder.mkdir(parents=True)
        (tmp_path / "environments").mkdir(exist_ok=True)
        workspace.configuration.write_text(json.dumps({"output": {"facts": {}} if tells else {}}))
        return workspace

    return at


def record(workspace, **told):
    return record_facts(workspace, LOADED, Outputs({"region_baseline": {**REGION, **told}}), {})


def test_at_aws_the_committed_file_is_written(at, tmp_path):
    """
    Applying at AWS writes the file that other deployments load.
    """
    assert "environments/dev.facts.json" == record(at("aws"), network=EXISTING)
    assert EXISTING["vpc_id"] == load_facts(tmp_path, "dev").region_baseline.network.vpc_id


def test_on_the_embedded_aws_nothing_is_committed(at, tmp_path):
    """
    Ids of the embedded AWS stay in the workspace.
    """
    assert "build/region-dev/local/facts.json" == record(at("local"))
    assert [] == [*(tmp_path / "environments").iterdir()]


def test_the_same_facts_are_the_same_bytes(at, tmp_path):
    """
    Applying again without a change leaves the file as it was, byte for byte.
    """
    workspace = at("aws")
    record(workspace, network=EXISTING)
    first = (tmp_path / "environments" / "dev.facts.json").read_bytes()
    record(workspace, network=dict(reversed(EXISTING.items())))

    assert first == (tmp_path / "environments" / "dev.facts.json").read_bytes()


def test_what_cannot_be_read_is_not_written(at, tmp_path):
    """
    Facts that no deployment could load are refused, and the file stays as it was.
    """
    workspace = at("aws")
    record(workspace)
    before = (tmp_path / "environments" / "dev.facts.json").read_bytes()

    with pytest.raises(InputError, match=r"was not written.*region_baseline.config_bucket"):
        record(workspace, config_bucket="NO BUCKET")
    assert before == (tmp_path / "environments" / "dev.facts.json").read_bytes()


def test_what_is_not_served_is_no_fact(at):
    """
    A fact without a value, since what it names was left out, is not written.
    """
    workspace = at("local")
    record(workspace, network=None)

    assert "network" not in json.loads((workspace.folder / "facts.json").read_text())["region_baseline"]


def test_a_blueprint_without_facts_writes_none(at, tmp_path):
    """
    A pipeline has nothing to tell, so no file is written.
    """
    assert record_facts(at("aws", tells=False), LOADED, Outputs(None), {}) is None
    assert [] == [*(tmp_path / "environments").iterdir()]


def test_what_is_destroyed_is_forgotten(at, tmp_path):
    """
    With the deployment its facts go, and with the last of them the file.
    """
    workspace = at("aws")
    record(workspace)
    forget_facts(workspace, LOADED)

    assert [] == [*(tmp_path / "environments").iterdir()]
