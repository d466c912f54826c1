"""
What the worker does for parts of plans: which types of resources each check looks at, and some checks on a part.

Runs in Checkov's own environment, like `checkov_worker`, which imports it; it imports nothing of this project.
"""

from __future__ import annotations

import inspect
import re
import sys
from typing import Any

NAMED = re.compile(r"aws_[a-z0-9_]+")
DEFINED = ("attribute", "attribute_value", "connected_resources_types", "resource_types", "sub_checks")
IMPORTED = re.compile(r"(?m)^from (\w+) import")


def looked_at(policies: set[str], registry: Any, graph_checks: list[Any]) -> dict[str, list[str]]:
    """
    By id of a check, the types it can look at: those it judges, and those that are named in its text or, for a policy of ours,
    in a file that it shares with others. A type too many costs time, a type too few would cost a verdict.

    *policies* are the ids of ours.
    """
    found: dict[str, set[str]] = {}
    for kind, checks in registry.checks.items():
        for check in checks:
            found.setdefault(check.id, set()).update({kind}, _named(check, shared=check.id in policies))
    for check in graph_checks:
        found.setdefault(check.id, set()).update(NAMED.findall(str(_plain(check))))
    return {check: sorted(types) for check, types in found.items()}


def _named(check: Any, *, shared: bool) -> set[str]:
    module = sys.modules[type(check).__module__]
    texts = [inspect.getsource(module)]
    seen: set[str] = set()
    for text in texts:
        for name in set(IMPORTED.findall(text)) - seen if shared else ():
            seen.add(name)
            if _folder(sys.modules.get(name)) == _folder(module):
                texts.append(inspect.getsource(sys.modules[name]))  # a file that a shared file shares
    return {name for text in texts for name in NAMED.findall(text)}


def _folder(module: Any) -> str:
    return str(getattr(module, "__file__", None) or "").rpartition("/")[0]


def _plain(check: Any) -> Any:
    """
    A check of connections as plain values: checks within checks. What holds checks has all their types, and a filter that names
    types has every type there is; neither looks at more than what is named within.
    """
    if isinstance(check, list | tuple | set):
        return [_plain(each) for each in check]
    if hasattr(check, "__dict__"):
        given = vars(check)
        filters = given.get("attribute") == "resource_type" and given.get("operator") == "within"
        kept = [name for name in DEFINED if not ((filters or given.get("sub_checks")) and name == "resource_types")]
        return {name: _plain(given[name]) for name in kept if name in given}
    return check
