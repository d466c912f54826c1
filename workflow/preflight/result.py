"""
What one look at the account found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "missing", "doubtful"]


@dataclass(frozen=True)
class Result:
    """*missing* stops a plan; *doubtful* is told and stops nothing. *text* says what to do."""

    part: str
    state: State
    text: str
