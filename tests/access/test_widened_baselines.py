from __future__ import annotations

import pytest

from tests.access.plans import checks
from tests.access.widenings_baselines import WIDENED


@pytest.mark.parametrize(("deployment", "name"), [*WIDENED])
def test_each_widened_statement_of_a_baseline_is_found(deployment, name):
    """
    A policy of an account's or a region's baseline that allows more than the graph declares is a finding.
    """
    assert {"MR_ACCESS_1"} <= checks(deployment, WIDENED[deployment, name])


def test_the_table_is_long():
    """
    At least 35 statements are widened.
    """
    assert len(WIDENED) >= 35
