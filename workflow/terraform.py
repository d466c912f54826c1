"""
Terraform as a program: started with one command line and environment, interrupted once, its errors told in words.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from blueprints.versions import PROVIDER_SOURCE, PROVIDER_VERSION
from modules.errors import InputError, Interrupted
from workflow.toolchain import TOOLCHAIN, read_record, unfit

LOCK_FILE = ".terraform.lock.hcl"
LAST_LINES = 40
# How much Go programs let the heap grow before they collect garbage (`GOGC` of Go's runtime package, 100 by default). At 400
# `plan` and `show` of orders-dev take a quarter less processor time and 6 % more memory.
GARBAGE_PERCENT = "400"


class TerraformError(InputError):
    """Terraform ended with an error; the message holds what it said."""


@dataclass(frozen=True)
class Terraform:
    """The Terraform that `make setup` found or fetched, with the settings it wrote."""

    binary: str
    version: str
    root: Path

    @classmethod
    def find(cls, root: Path) -> Terraform:
        """Raises `InputError` when `make setup` has not been run, its Terraform has gone, or another one is named since."""
        found = read_record(root)
        named = os.environ.get("TERRAFORM_BINARY")
        if named and shutil.which(named) != found.terraform:
            raise unfit(root, f"TERRAFORM_BINARY names {named}, and `make setup` has taken {found.terraform}")
        if not os.access(found.terraform, os.X_OK):
            raise unfit(root, f"Terraform was at {found.terraform}, and there is no program any more")
        return cls(found.terraform, found.version, root)

    @property
    def toolchain(self) -> Path:
        return self.root / TOOLCHAIN

    def run(
        self,
        folder: Path,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        accepted: tuple[int, ...] = (0,),
        on_line: Callable[[str], None] = lambda _: None,
    ) -> subprocess.CompletedProcess[str]:
        """
        Run Terraform in *folder*. *environment* is added to what it needs of ours; *on_line* sees each line it prints.

        Raises `TerraformError` for an exit code that is not *accepted*, and `Interrupted` when a person stops it.
        """
        with tempfile.TemporaryFile("w+") as errors:
            process = self._start(folder, arguments, environment or {}, errors)
            lines, interrupted = _follow(process, on_line)
            errors.seek(0)
            said = errors.read()
        output = "".join(lines)
        if interrupted:
            raise Interrupted(f"terraform {arguments[0]} was interrupted")
        if process.returncode not in accepted:
            raise TerraformError(f"terraform {arguments[0]} failed:\n{_gist(said, output)}")
        return subprocess.CompletedProcess(arguments, process.returncode, output, said)

    def _start(
        self, folder: Path, arguments: tuple[str, ...], environment: Mapping[str, str], errors: IO[str]
    ) -> subprocess.Popen[str]:
        try:
            return subprocess.Popen(
                [self.binary, *arguments],
                cwd=folder,
                env=self._environment(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
        except OSError as error:
            raise unfit(self.root, f"{self.binary} cannot be run ({error.strerror})") from error

    def init(self, folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        """Prepare *folder* with the shared lock file, so that every stack uses the very same provider."""
        lock = self.toolchain / LOCK_FILE
        (folder / LOCK_FILE).write_bytes(lock.read_bytes())
        command = ("init", "-input=false", "-no-color", "-lockfile=readonly", *arguments)
        try:
            self.run(folder, *command, environment=environment)
        except TerraformError as error:
            if "provider" not in str(error):
                raise
            raise unfit(self.root, f"{error}\nthe provider cannot be had from where `make setup` found it") from error

    def show(self, folder: Path, plan: str, environment: Mapping[str, str] | None = None) -> str:
        """The saved plan as JSON text."""
        return self.run(folder, "show", "-json", "-no-color", plan, environment=environment).stdout

    def _environment(self, added: Mapping[str, str]) -> dict[str, str]:
        """
        The caller's variables without those that would change what Terraform does behind our back: another workspace or
        provider, more arguments, other values. Its log and the tokens of registries are the caller's business.
        """
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("TF_") or name.startswith(("TF_LOG", "TF_TOKEN_"))
        }
        ours = {
            "TF_CLI_CONFIG_FILE": str(self.toolchain / "terraform.rc"),
            "TF_IN_AUTOMATION": "1",
            "TF_INPUT": "0",
            "CHECKPOINT_DISABLE": "1",
        }
        return {"GOGC": GARBAGE_PERCENT, **kept, **ours, **added}


def _follow(process: subprocess.Popen[str], on_line: Callable[[str], None]) -> tuple[list[str], bool]:
    """
    All lines of *process*, until it ends. An interrupt, by a person or as `Interrupted` by *on_line*, is passed on once: a
    second one would make it drop its state.
    """
    assert process.stdout is not None  # noqa: S101 (for the type checker: a pipe was asked for)
    lines: list[str] = []
    interrupted = False
    while True:
        try:
            for line in process.stdout:
                lines.append(line)
                on_line(line)
            process.wait()
        except (KeyboardInterrupt, Interrupted):
            if not interrupted:
                os.killpg(process.pid, signal.SIGINT)
            interrupted = True
        else:
            process.stdout.close()
            return lines, interrupted


def _gist(errors: str, output: str) -> str:
    """What went wrong, from plain text or from the JSON lines of `apply -json`, without frames."""
    told = [json.loads(line) for line in output.splitlines() if line.startswith('{"@level":"error"')]
    if told:
        found = [each.get("diagnostic", {"summary": each["@message"]}) for each in told]
        return "\n".join(f"{each['summary']}\n{each.get('detail', '')}".strip() for each in found)
    lines = [line.strip("│╷╵ \t") for line in (errors or output).splitlines()]
    return "\n".join([line for line in lines if line][-LAST_LINES:])


def provider_schema(root: Path) -> str:
    """The provider's schema as JSON text (13 MB)."""
    terraform = Terraform.find(root)
    block: dict[str, Any] = {"required_providers": {"aws": {"source": PROVIDER_SOURCE, "version": PROVIDER_VERSION}}}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "main.tf.json").write_text(json.dumps({"terraform": block}))
        terraform.init(Path(folder))
        return terraform.run(Path(folder), "providers", "schema", "-json").stdout
