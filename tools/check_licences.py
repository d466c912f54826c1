"""
Whether every library that an image's lock holds is under a licence that images may hold: `python -m tools.check_licences`.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from modules.errors import FindingsError

ROOT = Path(__file__).resolve().parents[1]
IMAGE = ROOT / "functions" / "ml_image"

_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)


def check(lock: str, licences: str) -> int:
    """
    The number of libraries in *lock*, all of them told in the TOML text *licences* with a licence that it allows.

    Of licences joined by OR one must be allowed, of those joined by AND all. Raises FindingsError with every library that
    is not listed, is under another licence, or is listed and no longer locked.
    """
    document: dict[str, Any] = tomllib.loads(licences)
    told, allowed = document["libraries"], set(document["allowed"])
    locked = set(_PINNED.findall(lock))
    wrong = [
        *(f"{name} is locked and has no licence in licences.toml" for name in sorted(locked - told.keys())),
        *(f"{name} has a licence in licences.toml and is not locked" for name in sorted(told.keys() - locked)),
        *(
            f"{name} is under {told[name]}; allowed: {', '.join(sorted(allowed))}"
            for name in sorted(locked & told.keys())
            if not _allowed(told[name], allowed)
        ),
    ]
    if wrong:
        raise FindingsError("\n".join(wrong))
    return len(locked)


def _allowed(expression: str, allowed: set[str]) -> bool:
    """Expressions of SPDX without brackets, in which AND binds tighter than OR; what is none is not allowed."""
    return any(set(choice.split(" AND ")) <= allowed for choice in expression.split(" OR "))


def main() -> int:
    try:
        count = check((IMAGE / "image.txt").read_text(), (IMAGE / "licences.toml").read_text())
    except FindingsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{count} libraries, each under a licence that images may hold\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
