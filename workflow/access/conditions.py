"""
Conditions of statements: whether one lets through no more than another, and whom they narrow it to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workflow.access.patterns import covers

Condition = frozenset[tuple[str, str, frozenset[str]]]
"""Operator and key in lower case, and the values."""

_NARROWING = ("arnequals", "arnlike", "stringequals", "stringlike")
PRINCIPAL = "aws:principalarn"


def condition(value: Any) -> Condition:
    """A `Condition` block in one form; an empty one is none."""
    blocks = value if isinstance(value, Mapping) else {}
    return frozenset(
        (operator.lower(), key.lower(), frozenset(map(_text, values if isinstance(values, list) else [values])))
        for operator, keys in blocks.items()
        for key, values in keys.items()
    )


def narrower(granted: Condition, declared: Condition) -> bool:
    """Whether *granted* lets through nothing that *declared* does not; what it demands in addition does not matter."""
    demands = {(operator, key): values for operator, key, values in granted}
    return all(
        (operator, key) in demands and _fewer(operator, demands[operator, key], values)
        for operator, key, values in declared
    )


def _fewer(operator: str, granted: frozenset[str], declared: frozenset[str]) -> bool:
    if "not" in operator:
        return declared <= granted
    if operator.startswith(("numeric", "date")):
        return granted == declared
    if "like" in operator or operator.startswith("arn"):
        return all(any(covers(wide, value) for wide in declared) for value in granted)
    return granted <= declared


def narrowed(value: Condition) -> list[str]:
    """The ARNs of callers, maybe patterns, to which a condition narrows; nothing when it does not."""
    return sorted(
        {caller for operator, key, values in value if key == PRINCIPAL and operator in _NARROWING for caller in values}
    )


def without_principal(value: Condition) -> Condition:
    return frozenset(part for part in value if part[1] != PRINCIPAL or part[0] not in _NARROWING)


def values_of(value: Condition, key: str) -> frozenset[str]:
    """What *key* may be like, by operators that demand it; nothing when it may be anything."""
    return frozenset(
        text for operator, name, values in value if name == key and operator in _NARROWING for text in values
    )


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
