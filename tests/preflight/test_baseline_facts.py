from __future__ import annotations

import pytest

from modules.facts import Facts
from workflow.preflight.baseline import ACCOUNT, REGION
from workflow.preflight.baseline_facts import baseline_facts

ROLE = "arn:aws:iam::111122223333:role/region-dev-backup"
MAKERS = {REGION: "region-dev"}


def facts(**network):
    told = {"config_bucket": "con-region-dev-config", "backup_role": ROLE, **network}

    return Facts.model_validate({"region_baseline": told})


def states(session, environment, told, blueprint="stream_analytics", makers=MAKERS):
    return [(each.state, each.text) for each in baseline_facts(session, environment, told, blueprint, makers)]


def test_a_region_that_told_nothing(session, environment):
    """
    Where a deployment makes the region's baseline, its facts have to be there; the message says how they come about.
    """
    [(state, text)] = states(session, environment, Facts())

    assert "missing" == state
    assert "environments/dev.facts.json does not tell of the region; apply region-dev and commit the file" == text


def test_a_region_of_somebody_else(session, environment):
    """
    Where no deployment makes it, a pipeline may stand alone, and is told that nothing backs it up.
    """
    [(state, text)] = states(session, environment, Facts(), makers={})

    assert "doubtful" == state
    assert "AWS Backup backs up nothing" in text


def test_facts_of_what_is_gone(session, environment):
    """
    A role that the facts name and the account does not have is missing.
    """
    [(state, text)] = states(session, environment, facts())

    assert "missing" == state
    assert ROLE in text


def test_facts_of_what_is_there(session, environment):
    """
    Facts are well when the account has what they name.
    """
    session.client("iam").create_role(RoleName="region-dev-backup", AssumeRolePolicyDocument="{}")

    assert ["ok"] == [state for state, _ in states(session, environment, facts())]


@pytest.mark.parametrize("blueprint", [ACCOUNT, REGION])
def test_a_baseline_needs_no_facts(session, environment, blueprint):
    """
    A baseline is made before there are facts.
    """
    assert [] == states(session, environment, Facts(), blueprint)
