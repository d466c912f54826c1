"""
One more item in a list of a YAML file, with everything else left as it stands: comments, order, quotes, line ends.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from blueprints.document import Document, parse
from modules.errors import InputError

INDENT = "  "


def with_item(file: str, text: str, key: str, item: dict[str, Any]) -> str:
    """
    *text* with *item* at the end of the list under *key* at its top; a list that is not there is made at the end.

    Raises `InputError` for a list that is written in brackets and holds something: an item in block form does not fit it.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    document = parse(file, text)
    entry = document.entries.get((key,))
    if entry is None:
        return end.join([*_without_blank_end(lines), "", f"{key}:", *_item(item, INDENT)]) + end
    first = document.entries.get((key, 0))
    at = entry.key.line - 1
    if first is None:
        lines[at] = lines[at].replace("[]", "", 1).rstrip()
        return end.join([*lines[: at + 1], *_item(item, INDENT), *lines[at + 1 :]]) + end
    before = lines[first.place.line - 1][: first.place.column - 1]
    if "-" not in before.split(":")[-1] or before.strip(" -"):
        raise InputError(
            f"{document.where((key,))}: {key} is written in brackets; write one item a line, each after a hyphen"
        )
    indent = before[: before.index("-")]
    last = _end_of(document, lines, at)
    return end.join([*lines[:last], *_item(item, indent), *lines[last:]]) + end


def _end_of(document: Document, lines: list[str], at: int) -> int:
    """How many lines there are up to the end of what stands at the top in line *at*; comments below belong to what follows."""
    tops = [each.key.line - 1 for path, each in document.entries.items() if len(path) == 1]
    last = min([line for line in tops if line > at], default=len(lines))
    while last > at + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    return last


def _without_blank_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _item(item: dict[str, Any], indent: str) -> list[str]:
    written = [f"{name}: {_scalar(name, value)}" for name, value in item.items()]
    return [f"{indent}- {written[0]}", *(f"{indent}  {line}" for line in written[1:])]


def _scalar(name: str, value: Any) -> str:
    """Text that people write is quoted, so that no word of it means anything to YAML."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if name in ("control", "resource", "owner", "approver") else json.dumps(value, ensure_ascii=False)
