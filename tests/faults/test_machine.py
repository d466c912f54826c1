"""
What is missing or unfit on the machine: a message that names it and what to do, exit code 2, and the place as it was.
"""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import clean, locked, partial
from workflow.workspace import read_json, write_json

OLD = """#!/bin/sh
echo '{"terraform_version": "1.5.7"}'
"""
STRANGER = """#!/bin/sh
echo "hello"
"""


def program(folder, text):
    folder.mkdir(exist_ok=True)
    path = folder / "terraform"
    path.write_text(text)
    path.chmod(0o755)
    return path


def refused(done, *words, code=2):
    """The verb ended as it should for something a person has to mend."""
    assert code == done.code, done.said
    assert clean(done.said)
    assert [] == [word for word in words if word not in done.said], done.said


def setup(made, **variables):
    """Run set-up where both environments are as they have to be, so that it never touches the real ones."""
    for name, requirements in (".venv", "toolkit.txt"), (".venv-checkov", "checkov.txt"):
        folder = made.root / name
        folder.unlink()
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "python").symlink_to(sys.executable)
        content = (made.root / "requirements" / requirements).read_bytes()
        (folder / ".requirements").write_text(hashlib.sha256(content + sys.version.encode()).hexdigest())
    return made.run(program="workflow/setup.py", **variables)


def test_terraform_gone(planned):
    """
    Terraform was there at set-up and has gone since.
    """
    record = planned.root / "build" / "toolchain" / "toolchain.json"
    write_json(record, {**read_json(record), "terraform": "/nowhere/terraform"})

    refused(planned.run("plan", "orders-dev"), "/nowhere/terraform", "make setup")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}"], ids=["empty", "half", "list", "keys missing"])
def test_record_of_the_toolchain_broken(planned, text):
    """
    A broken record of the toolchain is made again by `make setup`.
    """
    (planned.root / "build" / "toolchain" / "toolchain.json").write_text(text)

    refused(planned.run("plan", "orders-dev"), "toolchain.json", "make setup")


def test_terraform_named_after_setup(planned):
    """
    A Terraform that is named when the toolchain is there already is not passed over.
    """
    refused(planned.run("plan", "orders-dev", TERRAFORM_BINARY="/nowhere/other"), "/nowhere/other", "make setup")


def test_terraform_no_program(planned, tmp_path):
    """
    What stands in Terraform's place cannot be run.
    """
    path = tmp_path / "terraform"
    path.write_text("no program")
    path.chmod(0o755)
    record = planned.root / "build" / "toolchain" / "toolchain.json"
    write_json(record, {**read_json(record), "terraform": str(path)})

    refused(planned.run("plan", "orders-dev"), str(path), "make setup")


def test_setup_terraform_too_old_by_name(bare, tmp_path):
    """
    The Terraform that somebody named is too old: it says which versions fit.
    """
    path = program(tmp_path / "bin", OLD)

    refused(setup(bare, TERRAFORM_BINARY=str(path)), "1.5.7", "1.10 or newer")


def test_setup_terraform_too_old_on_path(bare, tmp_path):
    """
    One on PATH that is too old is named, and the pinned release is fetched in its place; offline it tells what to do.
    """
    path = program(tmp_path / "bin", OLD)
    done = setup(bare, PATH=f"{path.parent}:{os.environ['PATH']}", https_proxy="http://127.0.0.1:9")

    refused(done, "1.5.7", "1.10 or newer", "TERRAFORM_BINARY")


def test_setup_terraform_missing(bare, tmp_path):
    """
    Without Terraform and without a network it tells to install or name one.
    """
    refused(setup(bare, PATH=str(tmp_path), https_proxy="http://127.0.0.1:9"), "not on PATH", "TERRAFORM_BINARY")


@pytest.mark.parametrize("text", [STRANGER, "no program"], ids=["stranger", "no program"])
def test_setup_terraform_is_something_else(bare, tmp_path, text):
    """
    A program that is not Terraform, or no program at all, is named.
    """
    path = program(tmp_path / "bin", text)

    refused(setup(bare, TERRAFORM_BINARY=str(path)), str(path))


def test_setup_terraform_named_wrongly(bare):
    """
    TERRAFORM_BINARY names nothing.
    """
    refused(setup(bare, TERRAFORM_BINARY="/nowhere/terraform"), "/nowhere/terraform", "unset it")


def test_setup_mirror_named_wrongly(bare, tmp_path):
    """
    MILLRACE_PROVIDER_MIRROR names a folder without the provider.
    """
    refused(setup(bare, MILLRACE_PROVIDER_MIRROR=str(tmp_path)), str(tmp_path), "unset the variable")


def test_provider_not_obtainable(bare, tmp_path):
    """
    A mirror that went away after set-up: Terraform's reason is shown, and nothing half-made stays.
    """
    (bare.root / "build" / "toolchain" / "terraform.rc").write_text(
        f'provider_installation {{\n  filesystem_mirror {{ path = "{tmp_path}/nothing" }}\n}}\n'
    )

    refused(bare.run("plan", "orders-dev"), "hashicorp/aws", "make setup")
    assert not bare.place().plan.exists()
    assert set() == partial(bare)


def test_port_taken(bare):
    """
    A port that somebody has is named, and no process stays.
    """
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = bare.run("emulator", "orders-dev", "--port", str(port))

    refused(done, str(port), "--port")
    assert [] == bare.processes()


def test_checkov_missing(planned):
    """
    Checkov's environment has gone.
    """
    (planned.root / ".venv-checkov").unlink()

    refused(planned.run("plan", "orders-dev"), ".venv-checkov", "make setup")
    assert not locked(planned)


def test_checkov_cannot_start(planned):
    """
    An environment without Checkov in it fails closed: no plan is sealed.
    """
    (planned.root / ".venv-checkov").unlink()
    (planned.root / ".venv-checkov" / "bin").mkdir(parents=True)
    (planned.root / ".venv-checkov" / "bin" / "python").symlink_to("/bin/false")

    refused(planned.run("plan", "orders-dev"), "Checkov")
    assert not planned.place().seal.exists()


def test_workspace_is_a_file(bare):
    """
    Something else stands where the workspace has to be.
    """
    (bare.root / "build" / "orders-dev").write_text("")

    refused(bare.run("plan", "orders-dev"), "build/orders-dev", "writable")


def test_workspace_not_writable(bare):
    """
    The workspace lies where nobody can write.
    """
    (bare.root / "build" / "orders-dev").symlink_to("/sys")

    refused(bare.run("plan", "orders-dev"), "build/orders-dev", "writable")


def test_packages_missing(bare):
    """
    `main.py` tells that the functions have to be packaged first.
    """
    (bare.root / "build" / "packages.json").unlink()

    refused(bare.run(program="main.py"), "packages.json", "make package")


def test_emulator_gone_after_apply(planned):
    """
    Where an embedded AWS was started and died, destroy works and leaves no record of it.
    """
    started = planned.run("emulator", "orders-dev")
    record = planned.place().emulator / "emulator.json"
    os.killpg(read_json(record)["pid"], signal.SIGKILL)

    done = planned.run("destroy", "orders-dev")

    assert (0, 0) == (started.code, done.code)
    assert not record.exists()


def test_no_room_for_the_output(bare):
    """
    A full disk is told in a line, also where the system does not say which file it is.
    """
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [bare.root / ".venv" / "bin" / "python", "-m", "workflow", "list"],
            cwd=bare.root,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (2, "a file or the output: No space left on device; make room and try again\n") == (
        done.returncode,
        done.stderr,
    )
