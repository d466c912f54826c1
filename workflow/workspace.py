"""
The folder of one deployment at one target, and who may work in it: `build/<deployment>/<target>/`.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from modules.errors import InputError

Target = Literal["local", "aws"]


@dataclass(frozen=True)
class Workspace:
    """Where the files of every stage lie."""

    root: Path
    deployment: str
    target: Target

    @property
    def folder(self) -> Path:
        return self.root / "build" / self.deployment / self.target

    @property
    def configuration(self) -> Path:
        return self.folder / "cdk.tf.json"

    @property
    def override(self) -> Path:
        return self.folder / "millrace_override.tf.json"

    @property
    def plan(self) -> Path:
        return self.folder / "plan.tfplan"

    @property
    def plan_json(self) -> Path:
        return self.folder / "plan.json"

    @property
    def canonical(self) -> Path:
        return self.folder / "canonical.json"

    @property
    def seal(self) -> Path:
        return self.folder / "seal.json"

    @property
    def state(self) -> Path:
        return self.folder / "terraform.tfstate"

    @property
    def emulator(self) -> Path:
        return self.folder / "emulator"

    def relative(self, path: Path) -> str:
        """*path* as messages print it."""
        return str(path.relative_to(self.root))

    def has_state(self) -> bool:
        """Whether the local state holds any resource."""
        return bool(self.read_state().get("resources"))

    def read_state(self) -> dict[str, Any]:
        """The local state; empty when there is none, or Terraform was killed before it wrote the first one."""
        text = self.state.read_text() if self.state.is_file() else ""
        try:
            state = json.loads(text or "{}")
        except ValueError as error:
            raise InputError(
                f"{self.relative(self.state)} is no state ({error}); put a backup that lies beside it in its place, or remove it"
            ) from error
        return dict(state)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Only one verb at a time changes this folder; raises `InputError` when another does."""
        from filelock import FileLock, Timeout

        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise InputError(
                f"another verb is at work on {self.deployment} ({self.target}); wait until it has ended and try again"
            ) from None
        try:
            yield
        finally:
            lock.release()


def read_json(path: Path) -> Any:
    return json.loads(path.read_text())


def write_text(path: Path, text: str) -> None:
    """Write *path* as a whole or not at all."""
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(text)
    partial.replace(path)


def write_json(path: Path, content: Any) -> None:
    write_text(path, json.dumps(content, indent=2, sort_keys=True) + "\n")
