"""
Prints the fixtures as Terraform's JSON syntax. Runs in Checkov's environment, which has a parser of HCL.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import hcl2


def main(folder: Path) -> None:
    """
    Print the resources of every file below a folder, by path.
    """
    files = sorted(folder.glob("*/*.tf"))
    json.dump({str(path.relative_to(folder)): resources(path) for path in files}, sys.stdout)


def resources(path: Path) -> list[dict[str, Any]]:
    """
    The resources of one file, as the parser gives them.
    """
    with path.open(encoding="utf-8") as text:
        found: list[dict[str, Any]] = hcl2.load(text)["resource"]
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
