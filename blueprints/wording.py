"""
What pydantic finds wrong with a document, in words for the person who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from blueprints.document import Document, Place
from blueprints.problems import Path
from blueprints.shape import Shape, shape_at
from modules.params import PATTERNS, Fault, RuleError
from modules.spelling import choice, guess

NO_SHAPE: Final = Shape(None)


def add_problems(document: Document, model: type[BaseModel], error: ValidationError) -> None:
    """Adds what *error* says about *document* to its problems, unless its YAML was refused at that place already."""
    for detail in error.errors(include_url=False):
        path = _path(document, detail["loc"])
        if _is_long_enough(document, path, detail):
            continue
        for fault in _faults(document, model, path, detail):
            whole = (*path, *fault.path)
            if whole == ("name",) and whole not in document.entries:
                document.add((), f"the file's name {fault.message} (seen: {document.name})", Place(1, 1))
            elif not document.is_refused(whole):
                unknown = detail["type"] == "extra_forbidden"
                document.add(whole, fault.message, document.entries[whole].key if unknown else None)


def _is_long_enough(document: Document, path: Path, detail: Any) -> bool:
    """Whether a list that is called too short has enough items; some of them are wrong, which is told at each."""
    entry = document.entries.get(path)
    return bool(
        detail["type"] == "too_short"
        and entry
        and isinstance(entry.value, list)
        and len(entry.value) >= detail["ctx"]["min_length"]
    )


def _path(document: Document, loc: tuple[str | int, ...]) -> Path:
    """The part of pydantic's path that stands in the document, and the one step that may be missing there."""
    path: Path = ()
    for step in loc:
        if path and path not in document.entries:
            break
        if (*path, step) not in document.entries and step != loc[-1]:
            continue  # the name of a union's member, which is no key
        path = (*path, step)
    return path[:-1] if path[-1:] == ("[key]",) else path


def _faults(document: Document, model: type[BaseModel], path: Path, detail: Any) -> Iterator[Fault]:
    kind = detail["type"]
    if kind in ("value_error", "assertion_error"):
        cause = detail["ctx"]["error"]
        for fault in cause.faults if isinstance(cause, RuleError) else (Fault(str(cause)),):
            yield fault._replace(message=_with_word(fault.message, document, (*path, *fault.path)))
    elif kind == "extra_forbidden":
        shape = shape_at(model, path[:-1]) or NO_SHAPE
        known = [key for key in shape.keys if len(path) > 1 or key != "name"]
        yield Fault(f"unknown key{choice(str(path[-1]), known)}")
    elif kind == "missing":
        shape = shape_at(model, path) or NO_SHAPE
        yield Fault(f"is missing: {shape.sentence}" if shape.sentence else "is missing")
    else:
        yield Fault(_message(document, model, path, detail))


def _with_word(message: str, document: Document, path: Path) -> str:
    """A validator's message with the value, where that is a word and the message does not show it itself."""
    entry = document.entries.get(path)
    if not entry or not entry.shown or isinstance(entry.value, dict | list):
        return message
    if re.search(rf"(?<![\w.-]){re.escape(entry.shown)}(?![\w.-])", message):
        return message
    return f"{message} (seen: {entry.shown})"


def _message(document: Document, model: type[BaseModel], path: Path, detail: Any) -> str:
    entry = document.entries.get(path)
    value = entry.value if entry else None
    context = detail.get("ctx", {}) | {"msg": detail["msg"], "source": entry.source if entry else ""}
    words = WORDS.get(detail["type"], _fallback)(value, context, shape_at(model, path) or NO_SHAPE)
    if entry and value is None:
        return f"has no value; it {words}"
    return f"{words} (seen: {entry.shown})" if entry and detail["type"] not in SIZES else words


Words = Callable[[Any, dict[str, Any], Shape], str]


def _always(words: str) -> Words:
    return lambda _value, _context, _shape: words


def _text(value: Any, context: dict[str, Any], _shape: Shape) -> str:
    if isinstance(value, bool | int | float):
        return f'must be text; quote it, as in "{context["source"]}"'
    return "must be text"


def _number(noun: str) -> Words:
    def words(value: Any, _context: dict[str, Any], shape: Shape) -> str:
        hint = ""
        if isinstance(value, str) and re.fullmatch(r"\s*[-+]?[0-9]+(\.[0-9]+)?\s*", value):
            hint = "; remove the quotes"
        return f"must be {noun} {shape.range}".rstrip() + hint

    return words


def _bounded(_value: Any, context: dict[str, Any], shape: Shape) -> str:
    if shape.range:
        return f"must be {shape.range}"
    return _fallback(_value, context, shape)


def _one_of(value: Any, context: dict[str, Any], _shape: Shape) -> str:
    expected = str(context.get("expected", ""))
    options = re.findall(r"'([^']*)'", expected)
    if not options:
        return f"must be {expected}"
    return f"must be one of {', '.join(options)}" + (guess(value, options) if isinstance(value, str) else "")


def _pattern(value: Any, context: dict[str, Any], shape: Shape) -> str:
    pattern = str(context["pattern"])
    alternatives = re.findall(r"(?<=[(|])[a-z_]{2,}(?=[|)])", pattern)
    if pattern in PATTERNS:
        return f"must be {PATTERNS[pattern]}{guess(str(value), alternatives)}"
    asked = shape.sentence or f"text that matches {pattern}"
    return f"is not what is asked for here: {asked}{guess(str(value), alternatives)}"


def _length(noun: str) -> Words:
    def words(_value: Any, context: dict[str, Any], _shape: Shape) -> str:
        least, most = context.get("min_length"), context.get("max_length")
        actual = context.get("actual_length")
        seen = f"; it has {actual}" if actual else ""
        if least is not None:
            return "must not be empty" if least == 1 else f"must have at least {least} {noun}s{seen}"
        return f"must have at most {most} {noun}{'' if most == 1 else 's'}{seen}"

    return words


def _fallback(_value: Any, context: dict[str, Any], _shape: Shape) -> str:
    message = str(context["msg"])
    return re.sub(r"^(Input|Value|String|List|Dictionary|Tuple) should ", "must ", message)


_MAPPING: Final = _always("must be a mapping: keys and values, indented below this key")
_LIST: Final = _always("must be a list: items that start with -, or [in, brackets]")
_DATE: Final = _always("must be a date: year-month-day, as in 2026-03-31")

SIZES: Final = ("too_long", "too_short")
"""Types of error about a list or mapping as a whole, of which there is nothing to show."""

WORDS: Final[dict[str, Words]] = {
    "bool_type": _always("must be true or false, without quotes"),
    "date_from_datetime_inexact": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "date_type": _DATE,
    "dict_type": _MAPPING,
    "enum": _one_of,
    "finite_number": _number("a finite number"),
    "float_type": _number("a number"),
    "greater_than": _bounded,
    "greater_than_equal": _bounded,
    "int_from_float": _number("a whole number"),
    "int_parsing": _number("a whole number"),
    "int_type": _number("a whole number"),
    "less_than": _bounded,
    "less_than_equal": _bounded,
    "list_type": _LIST,
    "literal_error": _one_of,
    "model_type": _MAPPING,
    "set_type": _LIST,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _length("character"),
    "string_too_short": _length("character"),
    "string_type": _text,
    "too_long": _length("item"),
    "too_short": _length("item"),
    "tuple_type": _LIST,
}
"""Wording by pydantic's type of error; any other is told in pydantic's own words."""
