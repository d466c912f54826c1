from __future__ import annotations

from workflow.canonical import Canonical
from workflow.local import completed


def plan(*addresses):
    entries = [{"address": address} for address in addresses]
    return {
        "planned_values": {"root_module": {"resources": list(entries)}},
        "resource_changes": list(entries),
        "configuration": {"root_module": {"resources": list(entries)}},
    }


def test_what_is_left_out_is_judged_all_the_same():
    """
    Before a destroy the gate sees what the embedded AWS cannot serve as the gated plan has it, in every section.
    """
    judged = completed(Canonical(plan("a.b", "a.d")), plan("a.b", "a.c", "a.d", "a.e"), {"a.c"})

    assert plan("a.b", "a.c", "a.d") == judged.plan


def test_the_judged_plan_is_not_changed():
    """
    Completing a plan leaves the one it was made from as it was.
    """
    before = Canonical(plan("a.b"))
    completed(before, plan("a.c"), {"a.c"})

    assert plan("a.b") == before.plan
