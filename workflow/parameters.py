"""
The parameters of a model as people read them: path, type and what is allowed in words, default, meaning.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from blueprints.shape import Shape, shape_at
from modules.params import PATTERNS

REQUIRED = "required"
LISTS = (tuple, list, set, frozenset)
WORDS = {int: "whole number", float: "number", str: "text", bool: "true or false"}


class Parameter(NamedTuple):
    """One key of a document; a list's items have `[]` in their path."""

    path: str
    takes: str
    default: str
    meaning: str


def parameters(model: type[BaseModel], prefix: str = "") -> Iterator[Parameter]:
    """Every parameter of *model* and of the models in it, in the order in which they are declared."""
    for name, field in model.model_fields.items():
        path = f"{prefix}{name}"
        shape = shape_at(model, (name,)) or Shape(field.annotation)
        takes = ": ".join(part for part in (kind(shape), allowed(shape)) if part)
        yield Parameter(path, takes, default(field), " ".join((field.description or "").split()))
        yield from _inside(shape, path)


def _inside(shape: Shape, path: str) -> Iterator[Parameter]:
    annotation, ending = shape.annotation, "."
    if get_origin(annotation) in LISTS:
        annotation, ending = _item(shape).annotation, "[]."
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from parameters(annotation, path + ending)


def _item(shape: Shape) -> Shape:
    """The shape of a list's items, with the limits of the item and not of the list."""
    model = type("Items", (BaseModel,), {"__annotations__": {"item": get_args(shape.annotation)[0]}})
    return shape_at(model, ("item",)) or Shape(None)


def kind(shape: Shape) -> str:
    """The type, in words."""
    annotation = shape.annotation
    if get_origin(annotation) in LISTS:
        return f"list of {_plural(kind(_item(shape)))}"
    if get_origin(annotation) is dict:
        return "mapping"
    if get_origin(annotation) is Literal or _is(annotation, enum.Enum):
        return "one of"
    return "mapping" if _is(annotation, BaseModel) else WORDS.get(annotation, str(annotation))


def _plural(word: str) -> str:
    return {"one of": "words"}.get(word, f"{word}s")


def default(field: FieldInfo) -> str:
    """The default as one would write it; that of a mapping is what its keys have."""
    if field.is_required():
        return REQUIRED
    value: Any = field.get_default(call_default_factory=True)
    if isinstance(value, BaseModel):
        return "its own"
    if value is None or value in ((), [], {}, ""):
        return "none"
    if isinstance(value, LISTS):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def allowed(shape: Shape) -> str:
    """The values that will do: a range, the words to choose from, or what a text has to look like."""
    annotation = shape.annotation
    if get_origin(annotation) in LISTS:
        each = allowed(_item(shape))
        return ", ".join(part for part in (_length(shape), each and f"each {each}") if part)
    if get_origin(annotation) is Literal:
        return ", ".join(map(str, get_args(annotation)))
    if _is(annotation, enum.Enum):
        return ", ".join(str(member.value) for member in annotation)
    return shape.range or next(_texts(shape), "")


def _length(shape: Shape) -> str:
    least = next((each.min_length for each in shape.metadata if isinstance(each, MinLen)), 0)
    most = next((each.max_length for each in shape.metadata if isinstance(each, MaxLen)), None)
    if most is not None:
        return f"{least} to {most}"
    return f"at least {least}" if least else ""


def _texts(shape: Shape) -> Iterator[str]:
    """What is known of a text: the words about its pattern, if there are any, and its length."""
    for each in shape.metadata:
        pattern, longest = getattr(each, "pattern", None), getattr(each, "max_length", None)
        if pattern in PATTERNS:
            yield PATTERNS[pattern]
        if longest:
            yield f"at most {longest} characters"


def _is(annotation: Any, base: type) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, base)
