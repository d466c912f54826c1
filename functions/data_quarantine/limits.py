"""
How far a new set may be from the approved baseline.

Every statistical check asks two questions, and stops a set only when both say so: is the difference more than chance, at a
false-alarm rate that the checks of one set share; and is it large enough to matter. The first makes small sets pass that
merely scatter, the second large sets that differ by a hair.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Self

ALARMS = {
    "label_flips": 0.012,
    "label_shares": 0.001,
    "drift": 0.004,
    "joint": 0.001,
    "outliers": 0.001,
    "copies": 0.001,
}
"""The share of clean sets that each group of checks may stop by chance; 2 % together."""


class LimitsError(Exception):
    """The limits say something impossible; the message names the limit."""


@dataclass(frozen=True)
class Limits:
    """Shares of rows between 0 and 1. Below these a difference is let through however significant it is."""

    label_flip_share: float = 0.03
    """Estimated share of labels that contradict the baseline; 0.03 keeps the stop well below 5 %."""

    label_shift: float = 0.02
    """Half the sum of the differences between the shares of the classes (total variation)."""

    drift: float = 0.03
    """The Kolmogorov-Smirnov distance of one column, or the distance of its categories (total variation)."""

    psi: float = 0.02
    """Population stability index of one column above what sampling alone gives; common practice watches from 0.1."""

    joint_drift: float = 0.05
    """How far a classifier tells new rows from approved ones: the area under its ROC curve above one half."""

    outlier_share: float = 0.015
    """Rows beyond the edge of the baseline, more than there are in the baseline itself."""

    duplicate_share: float = 0.015
    """Rows that copy or nearly copy another, more than there are in the baseline itself."""

    null_share: float = 0.015
    """Empty values of one column, more than there are in the baseline itself."""

    @classmethod
    def load(cls, text: str) -> Self:
        """The limits in the JSON object *text*; those it does not name keep their defaults. Raises LimitsError."""
        given = json.loads(text)
        known = {field.name for field in fields(cls)}
        for name, value in given.items():
            if name not in known:
                raise LimitsError(f"{name!r} is not a limit; known: {', '.join(sorted(known))}")
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 0.05:
                raise LimitsError(f"limit {name} is {value!r}; it must be a share above 0 and at most 0.05")
        return cls(**given)
