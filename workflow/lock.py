"""
Locks: every requirements.in resolved for all platforms, with hashes and without download addresses.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from modules.errors import InputError


def lock_all(root: Path) -> list[Path]:
    """Resolve each `*.in` again; raises `InputError` with what the resolver says."""
    sources = [
        *sorted((root / "requirements").glob("*.in")),
        *sorted((root / "functions").glob("*/requirements.in")),
        *sorted((root / "functions").glob("*/image.in")),
    ]
    return [lock(root, source) for source in sources]


def lock(root: Path, source: Path) -> Path:
    target = source.with_suffix(".txt")
    version = "3.13" if source.is_relative_to(root / "functions") else "3.11"
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    options = ["--no-emit-index-url", "--no-header", "--no-annotate", f"--python-version={version}"]
    done = subprocess.run(
        [*command, *options, str(source), "-o", str(target)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise InputError(f"{source.relative_to(root)} cannot be resolved:\n{done.stderr.strip()}")
    return target
