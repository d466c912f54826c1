"""
Artefacts that somebody else has trained: used only when their digests are those that the deployment pins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from .files import sha256

_PIN = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]{0,99})=(?P<digest>[0-9a-f]{64})", re.ASCII)


class UnpinnedError(Exception):
    """An artefact is missing, another than the pinned one, or not pinned; the message names each. Nothing may use it."""


def pinned(texts: Sequence[str]) -> dict[str, str]:
    """The SHA-256 by name of pins written as `<name>=<64 hex digits>`; raises UnpinnedError for any other text."""
    found = [_PIN.fullmatch(text) for text in texts]
    wrong = [text for text, match in zip(texts, found, strict=True) if match is None]
    if wrong:
        raise UnpinnedError(f"{wrong[0]!r} is no pin; expected <name>=<64 hex digits>")
    return {match["name"]: match["digest"] for match in found if match}


def verified(folder: Path, pins: Mapping[str, str]) -> dict[str, str]:
    """The digests of all files in *folder*, once they are found to be exactly the pinned ones; raises UnpinnedError."""
    there = {each.relative_to(folder).as_posix(): sha256(each) for each in folder.rglob("*") if each.is_file()}
    wrong = [
        *(f"missing: {name} is pinned and not there" for name in sorted(pins.keys() - there.keys())),
        *(f"unpinned: {name} is there and not pinned" for name in sorted(there.keys() - pins.keys())),
        *(
            f"tampered: {name} has the SHA-256 {there[name]}, and {pins[name]} is pinned"
            for name in sorted(pins.keys() & there.keys())
            if there[name] != pins[name]
        ),
    ]
    if wrong:
        raise UnpinnedError("; ".join(wrong))
    return there
