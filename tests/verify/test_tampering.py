"""
Whatever is changed behind Terraform's back is found, and named.
"""

from __future__ import annotations

import pytest

from tests.verify.changes import CHANGES, MAKERS
from workflow.read_back import read_back


def compare(session, planned):
    """What reading *planned* resources back finds; a plan in which everything is known, and its state."""
    values = [{"address": address, "values": values} for address, values in planned.items()]
    changes = [{"address": address, "change": {}} for address in planned]
    plan = {"planned_values": {"root_module": {"resources": values}}, "resource_changes": changes}
    return read_back(session, plan, planned, {})


def named(found):
    return {f"{address.partition('.')[0]}: {fact.name}" for address, fact in found.differing}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_nothing_is_found_where_nothing_was_changed(session, make):
    """
    A resource that is as it was planned has settings to compare and no difference.
    """
    planned = make(session)
    found = compare(session, planned)

    assert (len(planned), set()) == (found.resources, named(found))
    assert found.facts >= len(planned)


@pytest.mark.parametrize("case", CHANGES.values(), ids=CHANGES)
def test_a_change_is_found_and_named(session, case):
    """
    After the change the setting is a difference, with its address.
    """
    maker, service, address, handle, change, expected = case
    planned = MAKERS[maker](session)
    change(session.client(service), planned[address][handle])

    assert expected in named(compare(session, planned))
