from __future__ import annotations

import pytest

from tests.access.narrowings import NARROWED
from tests.access.plans import access, checks
from tests.access.widenings import WIDENED
from tests.gate import (
    real_table,
    real_table_access,
    real_table_closer,
    real_table_closer_parts,
    real_table_closer_places,
    real_table_network,
)
from tests.gate.real_weakenings import TABLE
from tests.planning import DEPLOYMENTS

# They fill the table.
FILES = (
    real_table,
    real_table_access,
    real_table_closer,
    real_table_closer_parts,
    real_table_closer_places,
    real_table_network,
)
# Of the gate's own table, what widens a statement that allows.
GATE = [
    name
    for name in TABLE
    if name.startswith(("auditor:", "owner:", "trust:"))
    or (name.startswith("role:") and name != "role: longer sessions")
    or (name.startswith("key:") and not any(word in name for word in ("rotate", "deleted", "off", "class")))
    or name in ("failures: everybody reads", "logs: any account's logs", "producer: reads the stream")
    or name in ("delivery: reads the stream", "raw: another account reads", "raw: all but one may read")
    or name in ("stream: another account reads", "token key: all roles", "topic: everybody publishes")
]


@pytest.mark.parametrize("deployment", DEPLOYMENTS)
def test_policies_and_graph_agree(deployment):
    """
    The plan of each deployment allows what its graph declares, and nothing else.
    """
    assert [] == access(deployment).differences


@pytest.mark.parametrize("name", [*WIDENED, *GATE])
def test_each_widened_statement_is_found(name):
    """
    A policy that allows more than the graph declares is a finding.
    """
    assert {"MR_ACCESS_1"} <= checks("orders-dev", (WIDENED | TABLE)[name])


@pytest.mark.parametrize("name", NARROWED)
def test_each_lost_permission_is_found(name):
    """
    What the graph declares and no policy allows is a finding.
    """
    assert {"MR_ACCESS_2"} == checks("orders-dev", NARROWED[name])


@pytest.mark.parametrize(
    "name",
    [
        "raw: TLS statement dropped",
        "raw: TLS 1.0 accepted",
        "raw: any network path",
        "raw: any principal by any path",
        "raw: policy dropped",
        "curated: foreign keys accepted",
        "failures: plain HTTP",
        "topic: plain HTTP",
    ],
)
def test_each_loosened_refusal_is_found(name):
    """
    A refusal that the graph declares and a policy no longer makes, or makes for fewer, is a finding.
    """
    assert {"MR_ACCESS_1"} == checks("orders-dev", TABLE[name])


def test_a_weakening_that_allows_nothing_more_is_no_difference():
    """
    A key that no longer rotates is for other controls to find.
    """
    assert set() == checks("orders-dev", TABLE["key: does not rotate"])


def test_the_tables_are_long():
    """
    At least 90 widened statements are tried.
    """
    assert len(WIDENED) + len(GATE) >= 90
