"""
A fact: one setting as it is planned and as it is, compared by what the values mean.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import jmespath

LONGEST = 400  # characters of a value that a message shows


@dataclass(frozen=True)
class Fact:
    """A setting by the name Terraform has for it."""

    name: str
    planned: Any
    live: Any

    @property
    def agrees(self) -> bool:
        return bool(meaning(self.planned) == meaning(self.live))


def same(planned: Any, live: Any, settings: Mapping[str, str]) -> Iterator[Fact]:
    """A fact for each of *settings*: a JMESPath expression into *planned*, and one into *live*."""
    for expression, counterpart in settings.items():
        name = expression.replace("[0]", "").partition("[")[0]
        yield Fact(name, jmespath.search(expression, planned), jmespath.search(counterpart, live))


def meaning(value: Any) -> Any:
    """
    *value* such that what means the same is equal: nothing, an empty text or list and `false` are one, order does not count.
    """
    if isinstance(value, Mapping):
        items = {str(name): meaning(item) for name, item in value.items()}
        return {name: item for name, item in items.items() if item is not None} or None
    if isinstance(value, (list, tuple, set, frozenset)):
        kept = [item for item in map(meaning, value) if item is not None]
        return sorted(kept, key=lambda item: json.dumps(item, sort_keys=True, default=str)) or None
    if value is False or value == "":
        return None
    return value


def brief(value: Any) -> str:
    """*value* for a message, on one line."""
    text = value if isinstance(value, str) and value else json.dumps(value, sort_keys=True, default=str)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
