"""
Steps that can be taken any number of times: each looks first, and changes only what is not as it should be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from workflow.probes.fact import meaning

Outcome = Literal["made", "changed", "was there"]


@dataclass(frozen=True)
class Step:
    """One thing that has to be so: how to read it (none when it is not there), what it should be, how to make it so."""

    name: str
    read: Callable[[], Any]
    wanted: Any
    write: Callable[[], Any]

    def settle(self) -> Outcome:
        there = self.read()
        if meaning(there) == meaning(self.wanted):
            return "was there"
        self.write()
        return "made" if there is None else "changed"
