"""
When one value protects less than another, and how both are told.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

Weaker = Callable[[Any, Any], bool]
"""Takes the value before and after; whether the second protects less."""


class Unknown:
    """A value that only AWS decides while the change is made."""

    def __repr__(self) -> str:
        return "what is known only after apply"


UNKNOWN: Final = Unknown()
FOREVER: Final = float("inf")
_LARGER: Final = {"seconds": (86_400, "days"), "hours": (24, "days")}


def shorter(before: Any, after: Any) -> bool:
    """Nothing, or 0, is no end."""
    return after is UNKNOWN or length(after) < length(before)


def fewer(before: Any, after: Any) -> bool:
    """Nothing is 0; lists are counted by what they lose."""
    if isinstance(before, list):
        return after is UNKNOWN or any(item not in (after or []) for item in before)
    return after is UNKNOWN or number(after) < number(before)


def longer(before: Any, after: Any) -> bool:
    """Nothing, or 0, is no end."""
    return after is UNKNOWN or length(after) > length(before)


def lost(before: Any, after: Any) -> bool:
    return truth(before) and (after is UNKNOWN or not truth(after))


def gained(before: Any, after: Any) -> bool:
    return not truth(before) and (after is UNKNOWN or truth(after))


def differs(before: Any, after: Any) -> bool:
    """What was not set before cannot be replaced."""
    return bool(before) and before != after


def ranked(*weakest_first: str) -> Weaker:
    """The place in a row; what is not in the row is below all."""

    def weaker(before: Any, after: Any) -> bool:
        return after is UNKNOWN or _place(after, weakest_first) < _place(before, weakest_first)

    return weaker


def length(value: Any) -> float:
    return FOREVER if value in (None, "") or number(value) == 0 else number(value)


def number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0


def truth(value: Any) -> bool:
    return str(value).casefold() in ("true", "1") or value is True


def _place(value: Any, row: tuple[str, ...]) -> int:
    return row.index(value) if value in row else -1


def told(before: Any, after: Any, unit: str) -> tuple[str, str]:
    """Both values as a sentence has them, the unit once: `("365", "30 days")`."""
    if not unit:
        return _plain(before), _plain(after)
    first = length(before)
    if after is UNKNOWN:
        return _timed(first, *_scaled(unit, [first])), repr(UNKNOWN)
    second = length(after)
    amount, words = _scaled(unit, [value for value in (first, second) if value != FOREVER])
    if second == FOREVER:
        return _timed(first, amount, words), "for ever"
    return _timed(first, amount, words).split(" ")[0] if first != FOREVER else "for ever", _timed(second, amount, words)


def _timed(value: float, amount: int, words: str) -> str:
    if value == FOREVER:
        return "for ever"
    return f"{value / amount:g} {words.removesuffix('s') if value == amount else words}"


def _scaled(unit: str, values: list[float]) -> tuple[int, str]:
    amount, words = _LARGER.get(unit, (1, unit))
    whole = all(value % amount == 0 for value in values)
    return (amount, words) if whole else (1, unit)


def _plain(value: Any) -> str:
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
