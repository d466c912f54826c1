"""
What somebody probably meant to write.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option that *word* was probably meant to be; case and the kind of hyphen do not count."""
    plain = {option.casefold().replace("-", "_"): option for option in options}
    found = difflib.get_close_matches(word.casefold().replace("-", "_"), plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else None


def guess(word: str, options: Iterable[str]) -> str:
    """The end of a message about an unknown word: the option it was probably meant to be, if any."""
    found = nearest(word, options)
    return f"; did you mean {found}?" if found else ""


def choice(word: str, options: Iterable[str]) -> str:
    """The end of a message about an unknown word: the nearest option, and all of them."""
    known = list(options)
    return f"{guess(word, known)} (allowed: {', '.join(known) if known else 'none'})"
