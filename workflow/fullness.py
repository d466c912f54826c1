"""
How full a stage is, in words.
"""

from __future__ import annotations

ONE_PERCENT = 0.01


def fullness(share: float) -> str:
    """A share of a stage's capacity in percent; what would round to nothing is `under 1%`."""
    return f"{share:.0%}" if share >= ONE_PERCENT else "under 1%"
