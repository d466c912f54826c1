"""
Patterns of IAM, in which `*` is any text and `?` any character: what covers what, and what can mean the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WILD = re.compile(r"[*?]")


@lru_cache(maxsize=4096)
def _expression(pattern: str) -> re.Pattern[str]:
    parts = {"*": ".*", "?": "[^*]"}
    return re.compile("".join(parts.get(mark) or re.escape(mark) for mark in pattern), re.DOTALL)


@lru_cache(maxsize=65536)
def covers(wide: str, narrow: str) -> bool:
    """Whether all that *narrow* means is meant by *wide* too; in doubt, no."""
    return wide == narrow or _expression(wide).fullmatch(narrow) is not None


@lru_cache(maxsize=65536)
def overlaps(one: str, other: str) -> bool:
    """Whether some text is meant by both."""
    heads = [_WILD.split(each, maxsplit=1)[0] for each in (one, other)]
    length = min(map(len, heads))
    if heads[0][:length] != heads[1][:length]:
        return False
    if not _WILD.search(one):
        return covers(other, one)
    if not _WILD.search(other):
        return covers(one, other)
    return _both(one[length:], other[length:])


def _both(one: str, other: str) -> bool:
    """Row by row: which beginnings of *other* go together with each beginning of *one*."""
    row = [True]
    for mark in other:
        row.append(row[-1] and mark == "*")
    for left in one:
        following = [row[0] and left == "*"]
        for position, right in enumerate(other, start=1):
            if "*" in (left, right):
                met = row[position] or following[-1]
            else:
                met = row[position - 1] and (left == right or "?" in (left, right))
            following.append(met)
        row = following
    return row[-1]
