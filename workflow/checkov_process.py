"""
The warm Checkov process, as seen from here: start it early, ask it for scans, never wait for ever.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from modules.errors import FindingsError, InputError
from workflow.toolchain import unfit

START_SECONDS = 120.0
SCAN_SECONDS = 300.0
_WORKER = Path(__file__).with_name("checkov_worker.py")


class CheckovProcess:
    """Checkov in its own environment; see `checkov_worker`."""

    def __init__(self, root: Path, policies: Path) -> None:
        """
        Start it, and return at once.
        """
        python = root / ".venv-checkov" / "bin" / "python"
        if not python.exists():
            raise unfit(root, "Checkov's environment .venv-checkov is missing")
        self._home = tempfile.TemporaryDirectory(prefix="millrace-gate-")
        self._errors = Path(self._home.name) / "stderr"
        with self._errors.open("wb") as errors:
            # Isolated mode and a bare environment: no configuration of the user's softens the gate.
            self._process = subprocess.Popen(
                [python, "-I", "-B", _WORKER, policies],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=_environment(self._home.name),
                cwd=self._home.name,
            )
        self._buffer = b""
        self._loaded: dict[str, Any] | None = None

    def loaded(self) -> dict[str, Any]:
        """
        What it loaded; waits for it to be ready.
        """
        if self._loaded is None:
            answer = self._answer(START_SECONDS, InputError, "did not start")
            self._loaded = dict(answer)
        return self._loaded

    def scan(self, plans: Sequence[Mapping[str, Any]], kind: str = "plans") -> list[dict[str, Any]]:
        """
        Scan plans, or `templates`, each in a process of its own, side by side.
        """
        paths = [Path(self._home.name) / f"{kind}-{index}.json" for index in range(len(plans))]
        for path, plan in zip(paths, plans, strict=True):
            path.write_text(json.dumps(plan), encoding="utf-8")
        return self._ask(kind, [str(path) for path in paths])

    def scan_parts(self, parts: Sequence[tuple[Mapping[str, Any], Sequence[str]]]) -> list[dict[str, Any]]:
        """
        Scan parts of plans, each with some checks only, side by side.
        """
        items = []
        for index, (plan, checks) in enumerate(parts):
            path = Path(self._home.name) / f"part-{index}.json"
            path.write_text(json.dumps(plan), encoding="utf-8")
            items.append({"plan": str(path), "checks": list(checks)})
        return self._ask("parts", items)

    def try_mutants(
        self,
        plan: Mapping[str, Any],
        shares: Sequence[Sequence[Mapping[str, Any]]],
        checks: Sequence[str],
        around: Mapping[str, Sequence[str]] | None = None,
    ) -> list[list[list[list[str]]]]:
        """
        Ask checks about mutants of one plan, each share of them in a process of its own; see `checkov_mutants`.
        """
        base = Path(self._home.name) / "mutated.json"
        base.write_text(json.dumps(plan), encoding="utf-8")
        jobs = []
        for index, share in enumerate(shares):
            path = Path(self._home.name) / f"mutants-{index}.json"
            path.write_text(json.dumps(list(share)), encoding="utf-8")
            jobs.append({"plan": str(base), "mutants": str(path), "checks": list(checks), "around": around})
        return self._ask("mutants", jobs)

    def looked_at(self) -> dict[str, Any]:
        """
        `types`, by id of a check the types of resources it can look at, or more, and `asked`, the ids of those that can be
        asked about one resource without a scan.
        """
        [answer] = self._ask("looked_at", [[check for check, _ in self.loaded()["policies"]]])
        return dict(answer)

    def needed(self, pairs: Sequence[tuple[str, str]], shared: Sequence[str]) -> list[list[str]]:
        """
        For each type of resource and argument, the ids of the checks that look at it; *shared* are files that policies share.
        """
        asked = {"pairs": [list(pair) for pair in pairs], "shared": [name.removesuffix(".py") for name in shared]}
        [answer] = self._ask("needs", [asked])
        found: list[list[str]] = answer
        return found

    def _ask(self, what: str, items: Sequence[Any]) -> list[Any]:
        self.loaded()
        if self._process.stdin is None:
            raise FindingsError("Checkov has no input")
        try:
            self._process.stdin.write((json.dumps({what: items}) + "\n").encode())
            self._process.stdin.flush()
        except BrokenPipeError as broken:
            raise FindingsError(f"Checkov ended before the scan{self._last_words()}") from broken
        answers: list[Any] = self._answer(SCAN_SECONDS, FindingsError, "did not finish the scan")
        for answer in answers:
            if isinstance(answer, dict) and "died" in answer:
                raise FindingsError(f"Checkov's scan ended with status {answer['died']}{self._last_words()}")
        return answers

    def close(self) -> None:
        """
        End the process.
        """
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                _close(stream)
        self._home.cleanup()

    def _answer(self, seconds: float, kind: type[InputError | FindingsError], what: str) -> Any:
        """
        The next line of the process as JSON; an error of the given kind when it ends, or takes too long.
        """
        deadline = time.monotonic() + seconds
        stdout = self._process.stdout
        if stdout is None:
            raise FindingsError("Checkov has no output")
        with selectors.DefaultSelector() as selector:
            selector.register(stdout, selectors.EVENT_READ)
            while b"\n" not in self._buffer:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    self._process.kill()
                    raise kind(f"Checkov {what} in {seconds:.0f} seconds{self._last_words()}")
                chunk = os.read(stdout.fileno(), 1 << 16)
                if not chunk:
                    raise kind(f"Checkov {what}: it ended{self._last_words()}")
                self._buffer += chunk
        line, _, self._buffer = self._buffer.partition(b"\n")
        return json.loads(line)

    def _last_words(self) -> str:
        lines = self._errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return f"; its last words: {lines[-1]}" if lines else ""


def _close(stream: Any) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        return  # what was still to be written has no reader any more


def _environment(home: str) -> dict[str, str]:
    return {
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
        "PATH": os.defpath,
        "LOG_LEVEL": "WARNING",
        "BC_SKIP_MAPPING": "TRUE",
        "CHECKOV_MAX_IAC_FILE_SIZE": "1",
        "CKV_SKIP_PACKAGE_UPDATE_CHECK": "true",
    }
