"""
What the words of a YAML document mean, and what its syntax errors mean to a person.
"""

from __future__ import annotations

import math
import re
from typing import Final

import yaml

from blueprints.problems import shortened

_NULL: Final = re.compile(r"(~|null|Null|NULL)?")
_TRUE: Final = re.compile(r"true|True|TRUE")
_FALSE: Final = re.compile(r"false|False|FALSE")
_INTEGER: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_HEXADECIMAL: Final = re.compile(r"0x[0-9a-fA-F]+")
_FRACTION: Final = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")

LONGEST_NUMBER: Final = 30
"""Most characters of a number."""

_UNCLEAR: Final = (
    (
        re.compile(r"yes|no|on|off", re.IGNORECASE),
        'can be read as text or as true or false; write true or false, or quote it: "{word}"',
    ),
    (re.compile(r"[-+]?[0-9][0-9_]*_[0-9_.]*"), "is a number with underscores; leave them out"),
    (
        re.compile(r"[-+]?0[0-9]+|0[ob][0-9]+"),
        'is a number with a leading zero, which can be read as octal; quote it: "{word}"',
    ),
    (
        re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?"),
        'can be read as text or as a number to base 60; quote it: "{word}"',
    ),
    (re.compile(r"[-+]?\.inf|\.nan", re.IGNORECASE), "is not a finite number"),
    (
        re.compile(rf"(?=[-+.0-9a-fA-FxX]{{{LONGEST_NUMBER + 1},}}$)([-+]?[0-9.]+|0x[0-9a-fA-F]+)"),
        f"is a number of more than {LONGEST_NUMBER} characters; quote it if it is text",
    ),
)
"""Words that readers of YAML take for different things, or that no number of ours can be."""


def ambiguity(word: str) -> str | None:
    """Why an unquoted word cannot be taken for what it says; none when it can."""
    for pattern, message in _UNCLEAR:
        if pattern.fullmatch(word):
            return f"{message.format(word=shortened(word))} (seen: {shortened(word)})"
    if _FRACTION.fullmatch(word) and math.isinf(float(word)):
        return f"is not a finite number (seen: {shortened(word)})"
    return None


def value_of(word: str) -> str | int | float | bool | None:
    """What an unquoted, unambiguous word means by the core schema of YAML 1.2."""
    if _NULL.fullmatch(word):
        return None
    if _TRUE.fullmatch(word) or _FALSE.fullmatch(word):
        return bool(_TRUE.fullmatch(word))
    if _INTEGER.fullmatch(word):
        return int(word)
    if _HEXADECIMAL.fullmatch(word):
        return int(word, 16)
    return float(word) if _FRACTION.fullmatch(word) else word


_NO_COLON: Final = "a key without a colon; write `key: value`, with a space after the colon"

_SYNTAX: Final = (
    (
        "mapping values are not allowed",
        "a colon is not expected here; check the indentation, and put text that contains a colon in quotes",
    ),
    (r"'\t'", "a tab is not allowed here; indent with spaces"),
    ("cannot start any token", "this character cannot start a value; put the value in quotes"),
    ("could not find expected ':'", _NO_COLON),
    ("expected <block end>", "does not line up with the lines above; keys of one mapping share one indentation"),
    ("unexpected end of stream", "a quote is opened here and never closed"),
    ("unexpected document separator", "a quote is opened here and not closed before ---"),
    ("expected ',' or ']'", "a list opened here with [ needs a comma between items and a ] at its end"),
    ("expected ',' or '}'", "a mapping opened here with { needs a comma between keys and a } at its end"),
    ("sequence entries are not allowed", "a list item (-) is not expected here; start it on a line of its own"),
    ("unknown escape character", r"an unknown escape in double quotes; write \\ for a backslash, or use single quotes"),
    ("escape sequence", r"an escape in double quotes is not complete; write \\ for a backslash, or use single quotes"),
    ("expected the node content", "a value is expected here"),
    ("expected '<document start>'", "the document has ended before this line; remove what follows, or quote it"),
    ("undefined tag handle", "a tag (!) is not allowed; put text that starts with ! in quotes"),
    ("expected alphabetic or numeric character", "& and * cannot start a value; put the value in quotes"),
    ("indentation indicator", "only + or - or an indentation from 1 to 9 may follow | or >"),
)

_AT_ITS_START: Final = ("could not find expected ':'", "unexpected end", "unexpected document", "expected ',' or")
"""Problems the parser notices later than where a person has to look."""


def syntax_problem(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[str, int, int]:
    """The parser's problem in plain words, and line and column, both from 0, where a person has to look."""
    problem = error.problem or error.context or "cannot be read"
    strange = _strange_indentation(lines, error.problem_mark)
    if strange is not None:
        return "a space of another kind is not allowed here; indent with plain spaces", *strange
    message = next((words for part, words in _SYNTAX if part in problem), f"is not YAML: {problem}")
    mark = error.problem_mark
    if any(part in problem for part in _AT_ITS_START) and error.context_mark:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if "mapping values" in problem and _lacks_colon(lines, line):
        return _NO_COLON, line - 1, 0
    return message, line, column


def _strange_indentation(lines: list[str], mark: yaml.Mark | None) -> tuple[int, int] | None:
    """Line and column, from 0, of a space in the indentation that is none to YAML, on the marked line or the one above."""
    for line in range(max(mark.line - 1, 0), min(mark.line + 1, len(lines))) if mark else ():
        found = re.match(r" *(?=[^\S \t])", lines[line])
        if found:
            return line, found.end()
    return None


def _lacks_colon(lines: list[str], line: int) -> bool:
    """Whether the line above, of the same indentation, is text that should have been a key and a value."""
    if not 0 < line < len(lines):
        return False
    above, here = lines[line - 1], lines[line]
    same = len(above) - len(above.lstrip()) == len(here) - len(here.lstrip())
    return same and re.fullmatch(r"\s*[^\s#-][^#]*", above) is not None and re.search(r":(\s|$)", above) is None
