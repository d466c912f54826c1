from __future__ import annotations

import json

import pytest

from blueprints.loading import load_facts
from modules.errors import InputError
from modules.facts import Facts
from tests.modules.foundation.test_existing_network import EXISTING

REGION = {"config_bucket": "region-dev-config", "backup_role": "arn:aws:iam::111122223333:role/region-dev-backup"}


@pytest.fixture(name="write")
def _write(tmp_path):
    """Writes the facts of dev and gives the root they lie under."""

    def write(text):
        (tmp_path / "environments").mkdir()
        (tmp_path / "environments" / "dev.facts.json").write_text(text)
        return tmp_path

    return write


def test_without_a_file_nothing_is_known(tmp_path):
    """
    Before a baseline is applied there are no facts.
    """
    assert Facts() == load_facts(tmp_path, "dev")


def test_facts_are_those_of_the_file(write):
    """
    What the file says of a baseline is what deployments see.
    """
    facts = load_facts(write(json.dumps({"region_baseline": {**REGION, "network": EXISTING}})), "dev")

    assert "vpc-0123456789abcdef0" == facts.region_baseline.network.vpc_id
    assert "region-dev-config" == facts.region_baseline.config_bucket


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "environments/dev.facts.json:1:2: a value is expected here"),
        (json.dumps({"regional": {}}), "environments/dev.facts.json:1:2: regional: unknown key"),
        (
            json.dumps({"region_baseline": {**REGION, "config_bucket": "X"}}, indent=1),
            ":3:20: region_baseline.config_bucket",
        ),
        (json.dumps({"region_baseline": {"network": EXISTING}}), "region_baseline.backup_role: is missing"),
        (json.dumps({"region_baseline": {**REGION, "network": {}}}), "region_baseline.network.vpc_id: is missing"),
        ("[]", "environments/dev.facts.json:1:1: must be a mapping at its top"),
        ("[" * 100_000, "environments/dev.facts.json:1:17: [0]"),
    ],
)
def test_a_file_nobody_applied_is_refused(write, text, message):
    """
    What is wrong is told with the file, the place, and what to do.
    """
    with pytest.raises(InputError) as refusal:
        load_facts(write(text), "dev")

    assert message in str(refusal.value)
    assert "apply the baseline of environment dev again" in str(refusal.value)


def test_a_folder_in_place_of_facts_is_told(tmp_path):
    """
    What is no file is not taken for a baseline that was never applied.
    """
    (tmp_path / "environments" / "dev.facts.json").mkdir(parents=True)

    with pytest.raises(InputError, match=r"environments/dev.facts.json:1:1: is a directory"):
        load_facts(tmp_path, "dev")
