"""
What the process of an emulator is told at its start, and what it tells about itself.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

RECORD = "emulator.json"
LOG = "server.log"


@dataclass(frozen=True)
class Settings:
    """Read by the process from its standard input, as JSON, so that the token shows in no list of processes."""

    folder: str
    account_id: str
    region: str
    roles: list[str]
    """ARNs of the roles that exist before the deployment: deployers, key administrators, people's roles."""
    policies: dict[str, str]
    """Documents of the managed policies that exist before the deployment, by their ARNs."""
    deploy_role: str
    token: str
    """Opens the emulator's own routes; random for each process."""
    port: int
    """0 for a free one."""

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Settings:
        return cls(**json.loads(text))


@dataclass(frozen=True)
class Record:
    """`emulator.json`: written by the process once it serves, readable by its owner alone."""

    pid: int
    port: int
    account_id: str
    region: str
    deploy_role: str
    token: str

    def write(self, folder: Path) -> None:
        temporary = folder / f"{RECORD}.part"
        temporary.unlink(missing_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(asdict(self), file, indent=2)
        temporary.replace(folder / RECORD)

    @classmethod
    def read(cls, folder: Path) -> Record | None:
        try:
            return cls(**json.loads((folder / RECORD).read_text()))
        except FileNotFoundError:
            return None
