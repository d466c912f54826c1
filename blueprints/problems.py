"""
What is wrong in a document, told to the person who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from modules.errors import InputError

MOST_TOLD = 100
"""Most problems that a message tells; nobody reads more at once."""

Path = tuple[str | int, ...]
"""The way from the top of a document to a value: keys, and indices of list items."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where; *line* and *column* count from 1."""

    file: str
    line: int
    column: int
    path: Path
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}: "
        return where + (f"{dotted(self.path)}: {self.message}" if self.path else self.message)


class DocumentError(InputError):
    """Everything that is wrong in the documents read, in the order of their lines; the message tells the first of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        distinct = dict.fromkeys(problems)
        self.problems = sorted(distinct, key=lambda each: (each.file, each.line, each.column))
        lines = [str(problem) for problem in self.problems[:MOST_TOLD]]
        more = len(self.problems) - len(lines)
        super().__init__("\n".join([*lines, f"and {more} more; mend these first"] if more else lines))


def dotted(path: Path) -> str:
    """The path as text: `waivers[0].control`."""
    text = ""
    for step in path[:8]:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += ("." if text else "") + (step if re.fullmatch(r"[\w-]{1,60}", step) else shortened(repr(step)))
    return text + ("..." if len(path) > 8 else "")


def shortened(text: str) -> str:
    """At most 60 characters of a text, on one line; characters that nobody sees are written as escapes."""
    line = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in " ".join(text.split()))
    return line if len(line) <= 60 else f"{line[:57]}..."
