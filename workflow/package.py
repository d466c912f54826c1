"""
Packages functions: `functions/<name>/` and its locked wheels become `build/packages/<name>-<digest>.zip`.

The archive depends on the bytes of its files and on nothing else: entries sorted, one date, one mode, no bytecode,
nothing pip writes about the machine. Entries are stored, not deflated: DEFLATE's output differs between builds of
zlib, and a differing archive is a differing plan. Storing costs five instead of one and a half megabytes for the
largest function, far below Lambda's limits.

Wheels are fetched for Lambda's platform, whatever this machine is, and kept by the lock's digest.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from modules.errors import InputError

PLATFORM = "manylinux2014_aarch64"
PYTHON_VERSION = "3.13"
MAXIMUM_ARCHIVE = 50_000_000  # bytes; Lambda's limit for a direct upload is 50 MB, and 250 MB unpacked

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip entry can carry
_FORMAT = "1"  # raise it when the same inputs are to give other bytes
_LOCK = "requirements.txt"
_NOT_CODE = {"requirements.in", _LOCK, "README.md"}
_NOT_PACKED_FOLDERS = {"__pycache__", "tests", "bin"}
_MACHINE_NOTES = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}  # pip's, of how and where it installed


@dataclass(frozen=True)
class Package:
    """The archive that was built of a function. *sha256* is in hexadecimal."""

    function: str
    path: Path
    sha256: str


def functions(root: Path) -> list[str]:
    """The names of the functions below *root*: each folder of `functions/` with a lock."""
    return sorted(lock.parent.name for lock in root.glob(f"functions/*/{_LOCK}"))


def package_all(root: Path) -> dict[str, Package]:
    """The archive of every function, written only where something changed, and listed in `build/packages.json`."""
    return {function: package(function, root) for function in functions(root)}


def package(function: str, root: Path) -> Package:
    """
    The archive of *function*, up to date, and its entry in `build/packages.json`.

    Raises InputError when there is no such function, its wheels cannot be had, or the archive is too large for Lambda.
    """
    if function not in functions(root):
        raise InputError(
            f"no function {function!r}: functions/{function}/{_LOCK} does not exist; known: {', '.join(functions(root))}"
        )
    inputs = _inputs(function, root)
    index = root / "build" / "packages.json"
    known = _packages(index)
    archive = _kept(function, root, known.get(function), inputs)
    if archive is None:
        archive = _build(function, root)
        entry = {"path": archive.path.relative_to(root).as_posix(), "sha256": archive.sha256, "inputs": inputs}
        _write(index, json.dumps(known | {function: entry}, indent=2, sort_keys=True).encode() + b"\n")
    return archive


def _packages(index: Path) -> dict[str, dict[str, str]]:
    """What *index* lists; nothing when it is absent or not ours, since it can be made again."""
    try:
        known = json.loads(index.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _kept(function: str, root: Path, entry: dict[str, str] | None, inputs: str) -> Package | None:
    """The archive of an earlier run, if it was made from the same *inputs* and is still what it was."""
    if not entry or entry.get("inputs") != inputs:
        return None
    path = root / entry["path"]
    if not path.is_file() or _sha256(path.read_bytes()) != entry["sha256"]:
        return None
    return Package(function, path, entry["sha256"])


def _inputs(function: str, root: Path) -> str:
    """A digest of everything the archive is made from."""
    folder = root / "functions" / function
    digest = hashlib.sha256(f"{_FORMAT} {PLATFORM} {PYTHON_VERSION}\n".encode())
    for path in [folder / _LOCK, *_code(folder)]:
        digest.update(f"{path.relative_to(folder).as_posix()} {_sha256(path.read_bytes())}\n".encode())
    return digest.hexdigest()


def _code(folder: Path) -> Iterator[Path]:
    """The files of a function that are packed, in order."""
    return (path for path in _files(folder) if path.name not in _NOT_CODE)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") for part in parts)
        if path.is_file() and not hidden and path.suffix != ".pyc" and not _NOT_PACKED_FOLDERS.intersection(parts[:-1]):
            yield path


def _build(function: str, root: Path) -> Package:
    folder = root / "functions" / function
    wheels = _wheels(folder / _LOCK, root)
    entries = {path.relative_to(wheels).as_posix(): path for path in _dependencies(wheels)}
    entries |= {f"{function}/{path.relative_to(folder).as_posix()}": path for path in _code(folder)}
    size = sum(path.stat().st_size for path in entries.values())
    if size > MAXIMUM_ARCHIVE:
        raise InputError(
            f"function {function} has {size} bytes of code; Lambda takes {MAXIMUM_ARCHIVE}: drop requirements"
        )
    content = _zip(entries)
    digest = _sha256(content)
    path = root / "build" / "packages" / f"{function}-{digest[:16]}.zip"
    _write(path, content)
    return Package(function, path, digest)


def _dependencies(wheels: Path) -> Iterator[Path]:
    for path in _files(wheels):
        if not (path.parent.suffix == ".dist-info" and path.name in _MACHINE_NOTES):
            yield path


def _zip(entries: dict[str, Path]) -> bytes:
    with tempfile.SpooledTemporaryFile(max_size=MAXIMUM_ARCHIVE) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, path in sorted(entries.items()):
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.create_system = 3  # Unix, also when packed elsewhere: the mode below is Unix's
                entry.external_attr = 0o100644 << 16
                archive.writestr(entry, path.read_bytes())
        file.seek(0)
        return file.read()


def _wheels(lock: Path, root: Path) -> Path:
    """The folder with the unpacked wheels of *lock*; made by pip when this lock is new."""
    digest = _sha256(f"{PLATFORM} {PYTHON_VERSION}\n".encode() + lock.read_bytes())
    folder = root / "build" / "wheels" / digest[:16]
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        _install(lock, temporary, root)
        temporary.rename(folder)
    except OSError:
        if not folder.is_dir():  # otherwise somebody else was faster with the same lock
            raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return folder


def _install(lock: Path, target: Path, root: Path) -> None:
    if not any(line.strip() and not line.startswith("#") for line in lock.read_text().splitlines()):
        return  # a function that requires nothing needs no pip
    platform = ["--platform", PLATFORM, "--python-version", PYTHON_VERSION, "--implementation", "cp"]
    options = ["--quiet", "--no-input", "--no-compile", "--require-hashes", "--only-binary=:all:"]
    command = [sys.executable, "-m", "pip", "install", *options, *platform, "--target", str(target), "-r", str(lock)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        errors = [line for line in answer.stderr.splitlines() if line.startswith("ERROR")]
        raise InputError(
            f"cannot fetch the wheels of {lock.relative_to(root)} for Python {PYTHON_VERSION} on {PLATFORM}: "
            f"{' '.join(errors) or answer.stderr.strip()}; check that pip reaches a package index or has a folder of wheels "
            f"(pip config list), that the file's hashes are current, then run this again"
        )


def _write(path: Path, content: bytes) -> None:
    """Write *path* whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
