"""
What a batch says of itself: `manifest.json`, which its producer writes last, beside the files that it lists.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._=-]{0,127}")


class ManifestError(Exception):
    """A manifest that cannot be worked with, now or ever; the message says what is wrong with it."""


class HalfWrittenError(Exception):
    """A batch whose files are not (yet) what its manifest says; the message names each file that differs."""


@dataclass(frozen=True)
class Part:
    """What a file must be: its size in *bytes*, and how many *records* it holds, a line each."""

    bytes: int
    records: int


@dataclass(frozen=True)
class Manifest:
    """The files of a batch, by name; all lie beside the manifest."""

    parts: Mapping[str, Part]

    @classmethod
    def read(cls, text: str) -> Manifest:
        """The manifest in *text*; raises ManifestError."""
        try:
            listed = json.loads(text)["files"]
            parts = {str(each["name"]): Part(int(each["bytes"]), int(each["records"])) for each in listed}
        except (ValueError, KeyError, TypeError) as error:
            raise ManifestError(f"a manifest lists files, each with name, bytes and records: {error!r}") from error
        strange = sorted(name for name in parts if not _NAME.fullmatch(name))
        if strange:
            raise ManifestError(f"{strange[0]!r} is not the name of a file beside the manifest")
        if len(parts) < len(listed):
            raise ManifestError("a file is listed twice")
        if not parts or any(part.bytes < 1 or part.records < 1 for part in parts.values()):
            raise ManifestError("a batch has at least one file, and a file at least one record")
        return cls(parts)

    def check(self, found: Mapping[str, Part]) -> None:
        """Raise HalfWrittenError unless *found*, what lies there, is what the manifest lists."""
        wrong = [
            f"{name}: {there.bytes} bytes and {there.records} records instead of {part.bytes} and {part.records}"
            for name, part in sorted(self.parts.items())
            if (there := found.get(name, Part(0, 0))) != part
        ]
        if wrong:
            raise HalfWrittenError("; ".join(wrong))
