"""
The settings of a deployment that have few values to choose from, and the deployment with each of them.
"""

from __future__ import annotations

import enum
import json
import types
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from blueprints.deployment import Deployment
from blueprints.shape import Shape, shape_at
from modules.params import Params

NOT_VARIED = ("name", "blueprint", "environment", "owner", "workload", "waivers", "consents")
"""Of a deployment's own keys: what names things, or says how much."""
CONTAINS, LACKS = "contains", "does not contain"
Path = tuple[str, ...]


class Choice(NamedTuple):
    """A setting, a word for one value of it, and the value; *item*: which one of a list the choice is about."""

    path: Path
    word: str
    value: Any
    item: str = ""


def choices(deployment: Deployment[Params]) -> Iterator[Choice]:
    """Every choice of every setting, the present ones too."""
    for name in type(deployment).model_fields:
        if name not in NOT_VARIED:
            yield from _of_setting(deployment, (name,), getattr(deployment, name))


def _of_setting(deployment: Deployment[Params], path: Path, current: Any) -> Iterator[Choice]:
    if isinstance(current, BaseModel):
        for name in type(current).model_fields:
            yield from _of_setting(deployment, (*path, name), getattr(current, name))
    shape = shape_at(type(deployment), path) or Shape(None)
    if isinstance(current, tuple):
        yield from _of_list(shape, path, current)
    else:
        for value in _values(shape.annotation):
            yield Choice(path, _word(value), value)
    if _may_be_none(deployment, path) and current is not None:
        yield Choice(path, "given", _plain(current))
        yield Choice(path, "left out", None)


def _of_list(shape: Shape, path: Path, current: tuple[Any, ...]) -> Iterator[Choice]:
    """A list with and without each item that there can be; of other lists, this one and the empty one."""
    items = [_word(value) for value in _values(get_args(shape.annotation)[0])] if get_args(shape.annotation) else []
    present = [_plain(item) for item in current]
    for item in items:
        others = [each for each in present if each != item]
        yield Choice(path, CONTAINS, [*others, item], item)
        yield Choice(path, LACKS, others, item)
    if not items and present:
        yield Choice(path, "not empty", present)
        yield Choice(path, "empty", [])


def _values(annotation: Any) -> tuple[Any, ...]:
    if annotation is bool:
        return (True, False)
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return tuple(member.value for member in annotation)
    return ()


def _may_be_none(deployment: Deployment[Params], path: Path) -> bool:
    owner: Any = deployment
    for step in path[:-1]:
        owner = getattr(owner, step)
    annotation = type(owner).model_fields[path[-1]].annotation
    return get_origin(annotation) in (Union, types.UnionType) and types.NoneType in get_args(annotation)


def changed(deployment: Deployment[Params], choice: Choice) -> Deployment[Params] | None:
    """The deployment with this choice; `None` where its model refuses that."""
    content = deployment.model_dump(mode="json")
    place = content
    for step in choice.path[:-1]:
        place = place[step]
    place[choice.path[-1]] = choice.value
    try:
        return type(deployment).model_validate_json(json.dumps(content))
    except ValidationError:
        return None


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value


def _word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
