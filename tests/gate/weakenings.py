"""
Plausible weakenings of a streaming stack, each a small edit of its configuration.

A weakening finds what it edits by type and content, not by name, so that it fits any stack with such a resource.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

Block = dict[str, Any]
Stack = dict[str, dict[str, Block]]
Weakening = Callable[[Stack], None]
FOREIGN_KEY = "arn:aws:kms:eu-central-1:999999999999:key/0f0e0d0c-0000-4000-8000-000000000000"
WEAKENINGS: dict[str, Weakening] = {}


class NotApplicableError(Exception):
    """The stack has nothing this weakening could edit."""


def weakened(resource: Stack, name: str) -> Stack:
    """
    A copy of a stack's resources with one weakening made.
    """
    copy = deepcopy(resource)
    try:
        WEAKENINGS[name](copy)
    except StopIteration as nothing:
        raise NotApplicableError(name) from nothing
    return copy


def find(stack: Stack, kind: str, fits: Callable[[Block], Any] = lambda _: True) -> Block:
    """
    The first resource of a type that fits.
    """
    for _, block in sorted(stack.get(kind, {}).items()):
        if fits(block):
            return block
    raise NotApplicableError(kind)


def inner(block: Block, *path: str) -> Block:
    """
    A nested block, however it is written.
    """
    for step in path:
        block = block[step][0] if isinstance(block[step], list) else block[step]
    return block


def add(name: str, kind: str, edit: Callable[[Block], Any], fits: Callable[[Block], Any] = lambda _: True) -> None:
    """
    A weakening that edits the first resource of a type that fits.
    """
    WEAKENINGS[name] = lambda stack: edit(find(stack, kind, fits))


def drop(name: str, kind: str, fits: Callable[[Block], Any] = lambda _: True) -> None:
    """
    A weakening that removes the first resource of a type that fits.
    """

    def remove(stack: Stack) -> None:
        gone = find(stack, kind, fits)
        stack[kind] = {key: block for key, block in stack[kind].items() if block is not gone}

    WEAKENINGS[name] = remove


def policy(name: str, kind: str, edit: Callable[[list[Block]], Any], fits: str = "", argument: str = "policy") -> None:
    """
    A weakening that edits the statements of the first policy whose text matches.
    """

    def rewrite(block: Block) -> None:
        document = json.loads(block[argument])
        edit(document["Statement"])
        block[argument] = json.dumps(document)

    add(name, kind, rewrite, lambda block: re.search(fits, block.get(argument, "")))


def changed(**values: Any) -> Callable[[Block], None]:
    """
    An edit that sets arguments, or removes those given as None.
    """

    def edit(block: Block) -> None:
        for key, value in values.items():
            block.pop(key, None)
            if value is not None:
                block[key] = value

    return edit


def at(*path: str, **values: Any) -> Callable[[Block], None]:
    """
    The same, in a nested block.
    """
    return lambda block: changed(**values)(inner(block, *path))


def statement(fits: str, **values: Any) -> Callable[[list[Block]], None]:
    """
    An edit of the first statement whose text matches.
    """

    def edit(statements: list[Block]) -> None:
        changed(**values)(next(item for item in statements if re.search(fits, json.dumps(item))))

    return edit


def zone(name: str) -> Callable[[Block], bool]:
    """
    Whether a bucket, or what configures one, is of a zone of the lake.
    """
    return lambda block: name in json.dumps([block.get("bucket"), block.get("tags")])
