"""
The run-time check of a resource's arguments against its TypedDict, for those who do not run mypy.
"""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Mapping
from typing import Any, Required, get_args, get_origin

SCALARS = {str: "a string", float: "a number", bool: "true or false", int: "a number"}


class ArgumentError(TypeError):
    """An argument is unknown, missing or of the wrong type; the message names it and the nearest one that exists."""


def check(path: str, arguments: Mapping[str, Any], arguments_type: Any) -> None:
    """Raise `ArgumentError` unless *arguments* fit *arguments_type*; *path* is the resource or block they are for."""
    hints = arguments_type.__annotations__  # types, not text: generated files do not postpone their annotations
    for name in arguments:
        if name not in hints:
            nearest = difflib.get_close_matches(name, hints, n=1)
            hint = f"did you mean {nearest[0]!r}?" if nearest else f"it takes {', '.join(sorted(hints))}"
            raise ArgumentError(f"{path}: unknown argument {name!r}; {hint}")
    for name, hint in hints.items():
        if get_origin(hint) is Required:
            if arguments.get(name) is None:
                raise ArgumentError(f"{path}: the required argument {name!r} is missing")
            hint = get_args(hint)[0]  # noqa: PLW2901
        if arguments.get(name) is not None:
            _check_value(f"{path}.{name}", arguments[name], hint)


def _check_value(path: str, value: Any, hint: Any) -> None:
    if hint is Any:
        return
    if typing.is_typeddict(hint):
        _require(path, value, Mapping, "a block")
        check(path, value, hint)
    elif get_origin(hint) is types.UnionType:
        _check_union(path, value, get_args(hint))
    elif get_origin(hint) is list:
        _require(path, value, list, "a list")
        for index, element in enumerate(value):
            _check_value(f"{path}[{index}]", element, get_args(hint)[0])
    elif get_origin(hint) is dict:
        _require(path, value, Mapping, "a map")
        for key, element in value.items():
            _check_value(f"{path}[{key!r}]", element, get_args(hint)[1])
    else:
        _check_scalar(path, value, hint)


def _check_union(path: str, value: Any, members: tuple[Any, ...]) -> None:
    """A reference may stand for anything; otherwise the value has to fit the one other member."""
    if isinstance(value, str) and value.startswith("${"):
        return
    _check_value(path, value, members[0])


def _check_scalar(path: str, value: Any, hint: type[Any]) -> None:
    accepted = (int, float) if hint is float else hint
    if not isinstance(value, accepted) or (hint is not bool and isinstance(value, bool)):
        raise ArgumentError(f"{path}: expected {SCALARS[hint]}, got {value!r}")


def _require(path: str, value: Any, kind: type[Any], words: str) -> None:
    if not isinstance(value, kind):
        raise ArgumentError(f"{path}: expected {words}, got {value!r}")
