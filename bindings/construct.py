"""
Constructs that know their own path, so that nothing has to be asked of the other process for an address.
"""

from __future__ import annotations

import hashlib
import re
from typing import Protocol

from bindings.seam import JsiiConstruct

LONGEST_HUMAN_PART = 240  # of a unique id, as CDKTF cuts it
HIDDEN = "Default"  # an id that CDKTF leaves out of unique ids
UNTOLD = "Resource"  # an id that CDKTF leaves out of their readable part


class Placed(Protocol):
    """Anything with a path below its stack."""

    @property
    def construct_path(self) -> tuple[str, ...]: ...


class Construct(JsiiConstruct):
    """The base of modules and blueprints."""

    def __init__(self, scope: JsiiConstruct, id: str) -> None:
        super().__init__(scope, id)
        self.construct_path: tuple[str, ...] = (*path_of(scope), id)


def path_of(scope: JsiiConstruct) -> tuple[str, ...]:
    """The ids from below the stack down to *scope*; a stack and an app have none."""
    return getattr(scope, "construct_path", ())


def unique_id(path: tuple[str, ...]) -> str:
    """
    The name of a resource in Terraform, equal to what CDKTF makes of the same path.

    A resource right below the stack keeps its id; others get the readable path and a digest of it.
    """
    visible = [part for part in path if part != HIDDEN]
    if len(visible) == 1:
        return readable(visible[0])
    digest = hashlib.md5("/".join(visible).encode(), usedforsecurity=False).hexdigest()[:8].upper()
    told: list[str] = []
    for part in visible:
        if not (told and told[-1].endswith(part)):
            told.append(part)
    human = "_".join(readable(part) for part in told if part != UNTOLD)[:LONGEST_HUMAN_PART]
    return f"{human}_{digest}"


def readable(part: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "", part)
