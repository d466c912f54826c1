"""
What a parameter model allows at a path: the keys of a mapping, the range of a number, the words about a field.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Final, NamedTuple, Union, get_args, get_origin

from annotated_types import Ge, Gt, Interval, Le, Lt
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from blueprints.problems import Path

_LISTS: Final = (tuple, list, set, frozenset)


class Shape(NamedTuple):
    """A type, with what is known of it at one path."""

    annotation: Any
    metadata: tuple[Any, ...] = ()
    description: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of a model; none for other types."""
        return tuple(self.annotation.model_fields) if _is_model(self.annotation) else ()

    @property
    def range(self) -> str:
        """`from 1 to 100`, `at least 1`, or nothing when there are no bounds."""
        least = _bound(self.metadata, Ge, "ge")
        most = _bound(self.metadata, Le, "le")
        above, below = _bound(self.metadata, Gt, "gt"), _bound(self.metadata, Lt, "lt")
        if least is not None and most is not None:
            return f"from {least} to {most}"
        parts = {"at least": least, "above": above, "at most": most, "below": below}
        return " and ".join(f"{words} {bound}" for words, bound in parts.items() if bound is not None)

    @property
    def sentence(self) -> str:
        """The first line of the field's documentation, without its full stop."""
        return self.description.strip().split("\n")[0].rstrip(".")


def shape_at(model: type[BaseModel], path: Path) -> Shape | None:
    """The shape of what stands at *path* in a document of *model*; none when nothing is known there."""
    shape: Shape | None = Shape(model)
    for step in path:
        shape = next((inner for part in _parts(shape) if (inner := _step(part, step))), None) if shape else None
    return _plain(shape) if shape else None


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _plain(shape: Shape) -> Shape:
    return next(_parts(shape), shape)


def _parts(shape: Shape) -> Iterator[Shape]:
    """The shape without `Annotated`, or those of a union's members but none."""
    annotation, metadata, description = shape
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _parts(Shape(inner, (*metadata, *_flat(more)), description))
    elif get_origin(annotation) in (Union, types.UnionType):
        for member in get_args(annotation):
            if member is not types.NoneType:
                yield from _parts(Shape(member, metadata, description))
    else:
        yield shape


def _flat(metadata: list[Any]) -> Iterator[Any]:
    for each in metadata:
        if isinstance(each, FieldInfo):
            yield from each.metadata
        else:
            yield each


def _step(shape: Shape, step: str | int) -> Shape | None:
    annotation, origin = shape.annotation, get_origin(shape.annotation)
    if _is_model(annotation):
        field = annotation.model_fields.get(step)
        return Shape(field.annotation, tuple(field.metadata), field.description or "") if field else None
    if origin in _LISTS and isinstance(step, int):
        return Shape(get_args(annotation)[0])
    if origin is dict:
        return Shape(get_args(annotation)[1])
    return None


def _bound(metadata: tuple[Any, ...], kind: type, name: str) -> Any:
    for each in metadata:
        if isinstance(each, (kind, Interval)) and getattr(each, name) is not None:
            return getattr(each, name)
    return None
