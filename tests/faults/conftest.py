"""
A repository per test in which something is broken on purpose, and what has to hold after any fault.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal

import pytest

from tests.checkout import Checkout, checkout
from workflow.workspace import read_json


@pytest.fixture(name="bare_checkout", scope="session")
def _bare_checkout(tmp_path_factory):
    """Nothing has been done in it yet; to copy only."""
    return checkout(tmp_path_factory.mktemp("bare") / "millrace")


@pytest.fixture(name="planned_checkout", scope="session")
def _planned_checkout(bare_checkout, tmp_path_factory):
    """In it orders-dev is planned and sealed; to copy only."""
    planned = bare_checkout.copy(tmp_path_factory.mktemp("planned") / "millrace")
    done = planned.run("plan", "orders-dev")
    assert done.code == 0, done.said
    return planned


@pytest.fixture(name="bare")
def _bare(bare_checkout, tmp_path):
    yield (made := bare_checkout.copy(tmp_path / "millrace"))
    tidy(made)


@pytest.fixture(name="planned")
def _planned(planned_checkout, tmp_path):
    yield (made := planned_checkout.copy(tmp_path / "millrace"))
    tidy(made)


@pytest.fixture(name="place")
def _place(planned):
    """The workspace of orders-dev in `planned`."""
    return planned.place()


def tidy(made: Checkout) -> None:
    """End the embedded AWS of a test, and remove its copy."""
    record = made.place().emulator / "emulator.json"
    if record.is_file():
        with contextlib.suppress(ProcessLookupError):
            os.killpg(read_json(record)["pid"], signal.SIGKILL)
    shutil.rmtree(made.root)


def clean(said: str) -> bool:
    """Whether *said* is for a person: it says something, and shows no traceback."""
    return bool(said.strip()) and not any(word in said for word in ("Traceback", "KeyboardInterrupt"))


def partial(made: Checkout) -> set[str]:
    """Names of half-written files in the workspace and in build/."""
    names = made.files() | {path.name for path in (made.root / "build").iterdir()}
    return {name for name in names if name.endswith((".partial", ".part", ".tmp")) or name.startswith("tmp")}


def locked(made: Checkout) -> bool:
    """Whether some process still holds the workspace, or Terraform's state is locked."""
    folder = made.place().folder
    if (folder / ".terraform.tfstate.lock.info").exists():
        return True
    with (folder / ".lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
