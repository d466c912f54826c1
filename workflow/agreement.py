"""
Whether a planned value says the same as the configuration it was planned from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from workflow.symbols import UNKNOWABLE

# What AWS puts where the configuration holds a symbol; never a wildcard, so that no reference can be widened unseen.
_FOREIGN = r"[^*?\s]+"


def empty(value: Any) -> bool:
    """
    Whether a value means "not set" to Terraform and its providers.
    """
    return value is None or value is False or value in ("", 0, [], {})


def document(value: Any) -> Any:
    """
    The JSON object or list that a string holds, or None.
    """
    if not isinstance(value, str) or value[:1].strip() not in ("{", "["):
        return None
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return None


def normal(value: Any) -> Any:
    """
    One form for each value: no nulls, JSON text sorted and compact.
    """
    if isinstance(value, Mapping):
        return {key: normal(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [normal(item) for item in value if item is not None]
    parsed = document(value)
    return value if parsed is None else json.dumps(parsed, sort_keys=True, separators=(",", ":"))


def agrees(pattern: Any, planned: Any) -> bool:
    """
    Whether a planned value can come from a configured one, up to order, emptiness and the way scalars are written.
    """
    if isinstance(pattern, str) and isinstance(planned, str):
        return _texts_agree(pattern, planned)
    if pattern == UNKNOWABLE or (empty(pattern) and empty(planned)):
        return True
    if isinstance(pattern, Mapping) and isinstance(planned, Mapping):
        return all(agrees(pattern.get(key), planned.get(key)) for key in {*pattern, *planned})
    if isinstance(pattern, list) or isinstance(planned, list):
        return _lists_agree(_listed(pattern), _listed(planned))
    return bool(_scalar(pattern) == _scalar(planned))


def _texts_agree(pattern: str, planned: str) -> bool:
    ours, theirs = document(pattern), document(planned)
    if ours is not None and theirs is not None:
        return agrees(ours, theirs)
    expression = _FOREIGN.join(re.escape(part) for part in pattern.split(UNKNOWABLE))
    return re.fullmatch(expression, planned, re.IGNORECASE) is not None


def _lists_agree(ours: list[Any], theirs: list[Any]) -> bool:
    mine = all(any(agrees(item, other) for other in theirs) for item in ours)
    return mine and all(any(agrees(item, other) for item in ours) for other in theirs)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _scalar(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value).lower()
