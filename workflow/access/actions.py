"""
IAM actions by column of the matrix. The table comes from `tools/generate_actions.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from workflow.access.patterns import covers, overlaps

Column = Literal["list", "read", "write", "delete", "administer", "decrypt"]
COLUMNS: tuple[Column, ...] = get_args(Column)
PERMISSION = "permission/"
"""Stands before the permissions of Lake Formation, which are granted like actions and are none of IAM's."""


@dataclass(frozen=True)
class Actions:
    """The table: actions of services that hold data, in full, and of all others the services' names only."""

    services: Mapping[str, Mapping[str, str]]
    """By service, the name of every action by its lower-case spelling."""
    columns: Mapping[str, frozenset[Column]]
    """By `service:Action`."""
    known: frozenset[str]
    _expanded: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def expand(self, pattern: str) -> list[str]:
        """
        The actions a pattern stands for. A pattern of services without stores stays as it is; nothing when there is no
        such service or action.
        """
        if pattern not in self._expanded:
            self._expanded[pattern] = self._expand(pattern)
        return self._expanded[pattern]

    def _expand(self, pattern: str) -> list[str]:
        if pattern.startswith(PERMISSION):
            return [pattern] if pattern in self.columns else []
        service, _, name = pattern.lower().partition(":")
        if pattern == "*":
            service, name = "*", "*"
        if service in self.services:
            return [f"{service}:{full}" for low, full in self.services[service].items() if covers(name, low)]
        found = [each for each in self.services if overlaps(service, each)]
        actions = [action for each in found for action in self.expand(f"{each}:{name}")]
        others = [each for each in self.known if each not in self.services and covers(service, each)]
        return [*actions, f"{service}:{name}"] if others else actions

    def of(self, action: str) -> frozenset[Column]:
        return self.columns.get(action, frozenset())


@cache
def actions() -> Actions:
    """The committed table, read once."""
    table = json.loads(Path(__file__).with_name("actions.json").read_text())
    services: dict[str, dict[str, str]] = {}
    columns: dict[str, frozenset[Column]] = {}
    for service, groups in table["services"].items():
        for key, names in groups.items():
            for name in names.split():
                services.setdefault(service, {})[name.lower()] = name
                columns[f"{service}:{name}"] = frozenset(key.split())
    for name, given in table["permissions"].items():
        columns[f"{PERMISSION}{name}"] = frozenset(given)
    return Actions(services, columns, frozenset(table["known"]))
