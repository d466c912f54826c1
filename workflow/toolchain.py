"""
What `make setup` recorded; what does not fit any more is forgotten, so that `make setup`, which goes by dates, makes it again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from modules.errors import InputError

TOOLCHAIN = Path("build") / "toolchain"
RECORD = TOOLCHAIN / "toolchain.json"


@dataclass(frozen=True)
class Recorded:
    """Where Terraform is, and which version."""

    terraform: str
    version: str


def read_record(root: Path) -> Recorded:
    """Raises `InputError` when `make setup` has not been run, or its record is broken."""
    record = root / RECORD
    if not record.is_file():
        raise InputError("the toolchain is not set up; run `make setup`")
    try:
        found = json.loads(record.read_text())
        return Recorded(str(found["terraform"]), str(found["version"]))
    except (ValueError, KeyError, TypeError) as error:
        raise unfit(root, f"{RECORD} is not what `make setup` wrote") from error


def unfit(root: Path, what: str) -> InputError:
    """The error for a part of the toolchain that is gone or broken."""
    (root / RECORD).unlink(missing_ok=True)
    return InputError(f"{what}; run `make setup`, which makes it again")
