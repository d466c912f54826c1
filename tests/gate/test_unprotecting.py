from __future__ import annotations

import pytest

from tests.gate.weakened import weakened
from tests.planning import ROOT
from workflow.checkov_process import CheckovProcess
from workflow.destroy import DELETION, UNPROTECTED


@pytest.fixture(scope="module")
def checkov():
    process = CheckovProcess(ROOT, ROOT / "policies")
    yield process
    process.close()


def unprotected(resources):
    """
    What `make destroy` changes first, so that stores can be deleted with what they hold.
    """
    for kind, values in UNPROTECTED.items():
        for block in resources.get(kind, {}).values():
            block.update(values)


@pytest.mark.parametrize("deployment", ["orders-dev", "payments-dev", "features-dev"])
def test_unprotecting_is_found_by_nothing_but_what_looks_for_it(deployment, checkov):
    """
    Only policies about deletion see what destroy does first; any other would keep people from destroying.
    """
    [sound] = checkov.scan([weakened(deployment, lambda _: None).plan])
    [opened] = checkov.scan([weakened(deployment, unprotected).plan])
    before = {(entry["check"], entry["address"]) for entry in sound["failed"]}

    found = {check for check, resource in {(each["check"], each["address"]) for each in opened["failed"]} - before}

    assert found
    assert set(DELETION) >= found
