"""
Today's date, by a clock that does not contradict the repository: waivers expire by it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from modules.errors import FindingsError

FOLDERS = ("controls", "deployments", "environments", "policies")
TOLERATED = timedelta(minutes=10)
"""How far the clocks of two machines may be apart."""
_GIT_SECONDS = 10


def today(root: Path) -> date:
    """
    The date in UTC. Raises `FindingsError` when the last commit, or a file that the gate judges by, is of a later time: then the
    clock was set back, and what has expired would hold again.
    """
    now = datetime.now(UTC)
    what, latest = max(_moments(root), key=lambda each: each[1], default=("", now))
    if latest > now + TOLERATED:
        raise FindingsError(
            f"the clock of this machine says {now:%Y-%m-%d %H:%M} UTC, and {what} is of {latest:%Y-%m-%d %H:%M}; "
            "set the clock, since waivers expire by it"
        )
    return now.date()


def _moments(root: Path) -> Iterator[tuple[str, datetime]]:
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("*")):
            if path.is_file():
                yield f"{folder}/{path.name}", datetime.fromtimestamp(path.stat().st_mtime, UTC)
    if committed := _committed(root):
        yield "the last commit", committed


def _committed(root: Path) -> datetime | None:
    """When the commit that is checked out was made; none where there is no repository, or no git."""
    if not (root / ".git").exists():
        return None
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            check=True,
            env=kept,
            timeout=_GIT_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return datetime.fromtimestamp(int(done.stdout), UTC) if done.stdout.strip().isdecimal() else None
