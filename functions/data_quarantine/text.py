"""
Texts that are not what they look like: formulas, invisible characters, letters of two alphabets in one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 32_767  # characters of one value; what a cell of a spreadsheet takes

_FORMULA = re.compile(r"""[\s'"]*(=|@|\||%[0-9A-Fa-f]{2}|[+-](?![\d.,\s]*$))""")
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn"}  # control, format, private, half a surrogate pair, unassigned
_LOOKALIKES = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}


def fault(value: str) -> str | None:
    """What is wrong with *value*, or None."""
    if len(value) > LONGEST:
        return f"a value has more than {LONGEST} characters"
    if any(unicodedata.category(character) in _UNSEEN or character == "\ufffd" for character in value):
        return "a value holds control, invisible or undecodable characters"
    if _FORMULA.match(unicodedata.normalize("NFKC", value)):
        return "a value would be run as a formula by a spreadsheet"
    if any(len(_alphabets(word)) > 1 for word in value.split()):
        return "a word mixes letters of two alphabets that look alike"
    return None


def disguised(values: Iterable[str], known: Iterable[str]) -> set[str]:
    """Those of *values* that are not *known* and are told from a known one only by case, spaces or form of letters."""
    told = set(known)
    plain = {_plain(each) for each in told}
    return {each for each in values if each not in told and _plain(each) in plain}


def _plain(value: str) -> str:
    return "".join(unicodedata.normalize("NFKC", value).casefold().split())


def _alphabets(word: str) -> set[str]:
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()} & _LOOKALIKES
