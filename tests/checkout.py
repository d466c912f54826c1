"""
A copy of the repository in which a test works as a person does: the real command line, and nothing of the user's is touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.workspace import Workspace

ROOT = Path(__file__).parents[1]
FOLDERS = ("bindings", "blueprints", "controls", "environments", "functions", "modules", "policies", "workflow")
LINKED = (".venv", ".venv-checkov", "build/packages", "build/wheels")
SECONDS = 300  # longest that a verb may take, machines under load included
POLL_SECONDS = 0.02
UNWANTED = ("TERRAFORM_BINARY", "MILLRACE_PROVIDER_MIRROR", "AWS_PROFILE")


@dataclass(frozen=True)
class Ended:
    """How a verb ended; *said* is all it printed on both streams, *error* what it printed on standard error."""

    code: int
    said: str
    error: str


@dataclass(frozen=True)
class Checkout:
    """A repository of its own in *root*."""

    root: Path

    def place(self, deployment: str = "orders-dev") -> Workspace:
        return Workspace(self.root, deployment, "local")

    def run(self, *arguments: str, program: str = "-m workflow", **variables: str) -> Ended:
        """Run a verb to its end."""
        return ended(self.start(*arguments, program=program, **variables))

    def start(self, *arguments: str, program: str = "-m workflow", **variables: str) -> subprocess.Popen[str]:
        """Start a verb in a process group of its own, as a shell does."""
        kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        return subprocess.Popen(
            [self.root / ".venv" / "bin" / "python", *program.split(), *arguments],
            cwd=self.root,
            env=kept | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )

    def copy(self, folder: Path) -> Checkout:
        """The same in another folder, built files included."""
        shutil.copytree(self.root, folder, symlinks=True)
        return Checkout(folder)

    def files(self, deployment: str = "orders-dev") -> set[str]:
        """Names in the workspace."""
        return {path.name for path in self.place(deployment).folder.iterdir()}

    def processes(self) -> list[str]:
        """Command lines of all processes that work in this repository or name it."""
        return sorted(command for pid, command in commands() if str(self.root) in command or self._holds(pid))

    def _holds(self, pid: int) -> bool:
        try:
            return Path(f"/proc/{pid}/cwd").readlink().is_relative_to(self.root)
        except OSError:
            return False


def checkout(folder: Path, deployments: Sequence[str] = ("orders-dev", "orders-prod")) -> Checkout:
    """A fresh copy of the sources in *folder* and of *deployments*, with the toolchain and packages that `make setup` made."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.partial"))
    (folder / "deployments").mkdir()
    for deployment in deployments:
        shutil.copy2(ROOT / "deployments" / f"{deployment}.yaml", folder / "deployments")
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    shutil.copy2(ROOT / "main.py", folder)
    (folder / "build").mkdir()
    shutil.copytree(ROOT / "build" / "toolchain", folder / "build" / "toolchain")
    shutil.copy2(ROOT / "build" / "packages.json", folder / "build")
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    return Checkout(folder)


def ended(process: subprocess.Popen[str]) -> Ended:
    """Wait for *process*."""
    try:
        output, error = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    return Ended(process.returncode, output + error, error)


def wait_until(condition: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Wait while *process* runs and *condition* does not hold yet; raises `AssertionError` when it ends before."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        if process.poll() is not None:
            raise AssertionError(f"ended too early: {process.communicate()}")
        if time.monotonic() > deadline:
            os.killpg(process.pid, signal.SIGKILL)
            raise AssertionError(f"waited too long: {process.communicate()}")
        time.sleep(POLL_SECONDS)


def commands() -> list[tuple[int, str]]:
    """Process id and command line of every process that is no zombie."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
            except OSError:
                continue
            if words:
                found.append((int(folder.name), words))
    return found
