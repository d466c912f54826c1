"""
Weakenings of a deployment's own stack: each names the resource it edits by a part of its id.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.gate.weakenings import Block, NotApplicableError, Stack, Weakening

Edit = Callable[[Block], Any]
TABLE: dict[str, Weakening] = {}


def pick(stack: Stack, kind: str, part: str) -> tuple[str, Block]:
    """
    The first resource of a type whose id holds *part*.
    """
    for name, block in sorted(stack.get(kind, {}).items()):
        if part in name:
            return name, block
    raise NotApplicableError(f"{kind} {part}")


def edit(name: str, kind: str, part: str, change: Edit) -> None:
    TABLE[name] = lambda stack: change(pick(stack, kind, part)[1])


def remove(name: str, kind: str, part: str = "") -> None:
    TABLE[name] = lambda stack: stack[kind].pop(pick(stack, kind, part)[0])


def make(name: str, kind: str, arguments: Callable[[Stack], Block]) -> None:
    """
    A new resource.
    """
    TABLE[name] = lambda stack: stack.setdefault(kind, {}).update(added=arguments(stack))


def write(name: str, kind: str, part: str, change: Callable[[list[Block]], Any], argument: str = "policy") -> None:
    """
    Other statements in a policy document.
    """

    def rewrite(block: Block) -> None:
        document = json.loads(block[argument])
        change(document["Statement"])
        block[argument] = json.dumps(document)

    edit(name, kind, part, rewrite)


def grant(name: str, part: str, action: Any, resource: Any, **more: Any) -> None:
    """
    One more statement in a role's policy. What stands for resources may name one of the stack: `<type> <part of id>`.
    """

    def extend(stack: Stack) -> None:
        _, block = pick(stack, "aws_iam_role_policy", part)
        document = json.loads(block["policy"])
        document["Statement"].append({"Effect": "Allow", "Action": action, "Resource": arn(stack, resource)} | more)
        block["policy"] = json.dumps(document)

    TABLE[name] = extend


def arn(stack: Stack, resource: Any) -> Any:
    """
    The ARN of `<type> <part of id> [<suffix>]` in the stack; anything else as it is.
    """
    if not isinstance(resource, str) or not resource.startswith("aws_"):
        return resource
    kind, part, *suffix = resource.split(" ")
    return f"${{{kind}.{pick(stack, kind, part)[0]}.arn}}{''.join(suffix)}"


def statement_with(text: str, **values: Any) -> Callable[[list[Block]], None]:
    """
    An edit of the first statement that holds a text; None removes a part of it.
    """

    def change(statements: list[Block]) -> None:
        found = next(item for item in statements if text in json.dumps(item))
        for key, value in values.items():
            found.pop(key, None)
            if value is not None:
                found[key] = value

    return change


def without(text: str) -> Callable[[list[Block]], None]:
    """
    No statement that holds a text.
    """

    def change(statements: list[Block]) -> None:
        kept = [item for item in statements if text not in json.dumps(item)]
        if len(kept) == len(statements):
            raise NotApplicableError(text)
        statements[:] = kept

    return change


def also(**values: Any) -> Callable[[list[Block]], None]:
    """
    One more statement.
    """
    return lambda statements: statements.append({"Effect": "Allow", **values})
