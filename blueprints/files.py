"""
The YAML files of a repository: which there are, and the text of each or why it cannot be had.
"""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path
from typing import Final

from blueprints.document import Document, parse, place_of
from blueprints.problems import shortened
from modules.spelling import choice

LARGEST: Final = 262_144
"""Most bytes of a file; the largest sensible event schema needs a tenth of them."""

NOT_UTF_8: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


ENDINGS: Final = (".yaml", ".yml")
"""How files end that somebody means as documents; of these, only `.yaml` in lower case is read, and others are told."""


def names(folder: Path) -> list[str]:
    """
    Names of the documents in *folder*, in the order of the alphabet; none when there is no such folder.

    One with another ending is among them, so that reading it says how to call it.
    """
    meant = (path for path in folder.glob("*") if path.suffix.casefold() in ENDINGS and not path.name.startswith("."))
    return sorted({path.stem for path in meant})


def read(root: Path, folder: str, name: str, ending: str = ".yaml") -> Document:
    """
    The document `<folder>/<name><ending>` below *root*; why it cannot be read is a problem of it.

    JSON is read as the YAML that it is too.
    """
    document = Document(f"{folder}/{shortened(ascii(name)[1:-1])}{ending}")
    path = root / folder / f"{name}{ending}"
    refusal = _refusal(path, root / folder, name)
    if refusal:
        document.refuse((), refusal)
        return document
    try:
        content = path.read_bytes()
    except OSError as error:
        document.refuse((), f"cannot be read: {error.strerror}")
        return document
    return _decoded(document, content)


def _refusal(path: Path, folder: Path, name: str) -> str | None:
    """Why the file is not read at all."""
    try:
        status = path.stat() if re.fullmatch(r"[\w.-]+", name) else None
    except FileNotFoundError:
        status = None
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if status is None:
        return _missing(path, folder, name)
    if stat.S_ISDIR(status.st_mode):
        return "is a directory; it must be a file"
    if not stat.S_ISREG(status.st_mode):
        return "is no regular file"
    if status.st_size > LARGEST:
        return f"is too large: {status.st_size} bytes; at most {LARGEST} are allowed"
    return _collision(path)


def _missing(path: Path, folder: Path, name: str) -> str:
    """Why a file is not there, or is there and cannot be meant."""
    if not re.fullmatch(r"[\w.-]+", name):
        if name in names(folder):
            return "has a name of other characters than letters, digits and hyphens; rename the file"
    elif path.is_symlink():
        return "is a link to a file that does not exist"
    for other in sorted(folder.glob("*")):
        if other.stem == name and other.suffix.casefold() in (*ENDINGS, ".json"):
            return f"does not exist; rename {other.name} to {name}.yaml"
    return f"does not exist{choice(name, names(folder))}"


def _collision(path: Path) -> str | None:
    """Two files whose names differ in case or ending only would share their names in AWS."""
    for other in sorted(path.parent.iterdir()):
        alike = other.stem.casefold() == path.stem.casefold() and other.suffix.casefold() in ENDINGS
        if alike and other.name != path.name:
            return f"has the same name as {other.name}; remove or rename one of them"
    return None


def _decoded(document: Document, content: bytes) -> Document:
    if content.startswith(NOT_UTF_8):
        document.refuse((), "is UTF-16 or UTF-32; save it as UTF-8")
        return document
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        document.refuse((), f"is not UTF-8: byte 0x{error.object[error.start]:02X}", place_of(before, len(before)))
        return document
    return parse(document.file, text)
