"""
Whether a set comes from somebody who may send data, and is byte for byte what was sent.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from .findings import Finding, RefusedError

MANIFEST = "manifest.json"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._=-]{0,127}\.(csv|parquet)", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True)
class Source:
    """A file of the set: its key in the quarantine, the SHA-256 of its bytes in hexadecimal, and its rows."""

    key: str
    sha256: str
    rows: int

    @property
    def name(self) -> str:
        return self.key.rpartition("/")[2]


@dataclass(frozen=True)
class Manifest:
    """What the producer says of its set."""

    origin: str
    sources: tuple[Source, ...]

    @classmethod
    def read(cls, folder: Path, batch: str, dataset: str, origins: Collection[str]) -> Self:
        """
        The manifest of the set in *folder*, once everything it says of the files there is found to be so.

        Raises RefusedError with every difference.
        """
        path = folder / MANIFEST
        try:
            said = json.loads(path.read_bytes())
            sources = tuple(_source(each, batch) for each in said["files"])
            told = (str(said["batch"]), str(said["dataset"]), str(said["origin"]))
        except (OSError, ValueError, KeyError, TypeError):
            detail = (
                "the manifest is missing, or does not hold batch, dataset, origin and files with key, sha256 and rows"
            )
            raise RefusedError(Finding("manifest", MANIFEST, detail)) from None
        found = []
        if told[:2] != (batch, dataset):
            found.append(
                Finding(
                    "manifest",
                    MANIFEST,
                    "it is of another batch or dataset",
                    "/".join(told[:2])[:100],
                    f"{dataset}/{batch}",
                )
            )
        if told[2] not in origins:
            found.append(Finding("origin", MANIFEST, "nobody who may send training data", told[2][:200]))
        found.extend(_differences(folder, sources))
        if found:
            raise RefusedError(*found)
        return cls(told[2], sources)


def _source(item: dict[str, Any], batch: str) -> Source:
    key, digest, rows = item["key"], item["sha256"], item["rows"]
    folder, _, name = key.rpartition("/")
    if folder != f"batches/{batch}" or not _NAME.fullmatch(name) or not _DIGEST.fullmatch(digest):
        raise ValueError(key)
    if isinstance(rows, bool) or not isinstance(rows, int) or rows < 1:
        raise ValueError(rows)
    return Source(key, digest, rows)


def _differences(folder: Path, sources: tuple[Source, ...]) -> list[Finding]:
    names = [source.name for source in sources]
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MANIFEST}
    found = []
    if not names or len(set(names)) < len(names):
        found.append(Finding("manifest", MANIFEST, "it lists no file, or one twice"))
    found.extend(Finding("manifest", name, "the file is not in the manifest") for name in sorted(there - set(names)))
    for source in sources:
        if source.name not in there:
            found.append(Finding("manifest", source.name, "the file is in the manifest and is not there"))
        elif (digest := sha256(folder / source.name)) != source.sha256:
            found.append(Finding("digest", source.name, "the file is not what was sent", digest, source.sha256))
    return found


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
