"""
The embedded AWS as the other verbs see it: start it, find it again, act as its roles, stop it.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modules.errors import InputError
from workflow.emulator.settings import LOG, RECORD, Record, Settings

if TYPE_CHECKING:
    import boto3

ROOT = Path(__file__).resolve().parents[2]
TOKEN_HEADER = "X-Millrace-Token"  # noqa: S105 (the header's name)
START_SECONDS = 60.0
STOP_SECONDS = 10.0
POLL_SECONDS = 0.05
ANSWER_SECONDS = 10.0
LOG_LINES = 15
# what the caller has set must not reach the account inside the emulator
KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "VIRTUAL_ENV", "SYSTEMROOT")

# loopback addresses are never asked through a proxy
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

_children: dict[int, subprocess.Popen[bytes]] = {}  # processes this one started, to be collected when they end


class Emulator:
    """A running emulator; its state lives as long as its process."""

    def __init__(self, folder: Path, record: Record) -> None:
        self._folder = folder
        self._record = record
        self.endpoint = f"http://127.0.0.1:{record.port}"

    @classmethod
    def start(
        cls,
        folder: Path,
        *,
        account_id: str,
        region: str,
        roles: Sequence[str],
        deploy_role: str,
        policies: Mapping[str, str] | None = None,
        port: int = 0,
    ) -> Emulator:
        """
        Start the process of an emulator in *folder* and wait until it serves.

        *roles* are ARNs of roles the deployment expects to exist, *policies* the documents of managed policies by ARN;
        *deploy_role* becomes an administrator.
        """
        if cls.find(folder) is not None:
            raise InputError(f"an emulator already runs in {folder}; stop it first")
        _require_free(port)
        folder.mkdir(parents=True, exist_ok=True)
        token = secrets.token_urlsafe(32)
        settings = Settings(
            str(folder), account_id, region, list(roles), dict(policies or {}), deploy_role, token, port
        )
        process = _spawn(folder, settings)
        deadline = time.monotonic() + START_SECONDS
        try:
            while time.monotonic() < deadline and process.poll() is None:
                record = Record.read(folder)
                if record is not None and record.token == token:
                    return cls(folder, record)
                time.sleep(POLL_SECONDS)
        except KeyboardInterrupt:
            _end(process.pid)
            raise
        _end(process.pid)
        raise InputError(f"the embedded AWS did not start; the end of {folder / LOG}:\n{_tail(folder / LOG)}")

    @classmethod
    def find(cls, folder: Path) -> Emulator | None:
        """The emulator running in *folder*; `None` when there is none, and then its stale record is removed."""
        emulator = cls._recorded(folder)
        if emulator is None or emulator.answers():
            return emulator
        (folder / RECORD).unlink(missing_ok=True)
        return None

    @classmethod
    def died(cls, folder: Path) -> bool:
        """Whether an emulator was started in *folder* and its process has gone without being stopped."""
        emulator = cls._recorded(folder)
        return emulator is not None and not emulator.answers()

    @classmethod
    def _recorded(cls, folder: Path) -> Emulator | None:
        record = Record.read(folder)
        return None if record is None else cls(folder, record)

    def environment(self) -> dict[str, str]:
        """Variables with which Terraform and boto3 act as the deploy role here, and read no configuration of the user."""
        credentials = self._credentials(self._record.deploy_role)
        return {
            **{name.upper(): value for name, value in credentials.items()},
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_REGION": self._record.region,
            "AWS_DEFAULT_REGION": self._record.region,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "NO_PROXY": "127.0.0.1",
        }

    def session(self, role_arn: str, *, via: str | None = None) -> boto3.Session:
        """
        A session that acts as *role_arn*.

        With *via*, that role assumes it, so the trust policy has to allow it. Without, the emulator hands the session out
        as the service does that the role trusts.
        """
        from workflow.emulator.session import open_session

        if via is None:
            return open_session(self.endpoint, self._record.region, self._credentials(role_arn))
        first = open_session(self.endpoint, self._record.region, self._credentials(via))
        answer = first.client("sts").assume_role(RoleArn=role_arn, RoleSessionName="millrace")["Credentials"]
        credentials = {
            "aws_access_key_id": answer["AccessKeyId"],
            "aws_secret_access_key": answer["SecretAccessKey"],
            "aws_session_token": answer["SessionToken"],
        }
        return open_session(self.endpoint, self._record.region, credentials)

    def session_of_key(self, access_key_id: str, secret_access_key: str) -> boto3.Session:
        """A session of the user whose access key this is."""
        from workflow.emulator.session import open_session

        key = {"aws_access_key_id": access_key_id, "aws_secret_access_key": secret_access_key}
        return open_session(self.endpoint, self._record.region, key)

    def apply_manifest(self, cluster: str, manifest: str) -> None:
        """Let a cluster of EKS run what *manifest* describes, as `kubectl apply` does; who applies it is not asked."""
        self._ask("manifest", cluster=cluster, manifest=manifest)

    def drain(self, timeout: float) -> None:
        """Run event sources, delivery and containers until nothing is in flight, for at most *timeout* seconds."""
        self._ask("drain", seconds=timeout, limit=str(timeout))

    def stop(self) -> None:
        """End the process and what it started; its state is gone then."""
        if self.answers():
            _end(self._record.pid)
        (self._folder / RECORD).unlink(missing_ok=True)

    def _credentials(self, role_arn: str) -> dict[str, str]:
        answer: dict[str, str] = self._ask("credentials", role=role_arn)
        return answer

    def answers(self) -> bool:
        """Whether the process of the record serves; another one on its port does not know the token."""
        try:
            self._ask("health")
        except TimeoutError as error:
            raise InputError(
                f"the embedded AWS in {self._folder} does not answer; if its process {self._record.pid} hangs, end it"
            ) from error
        except (InputError, OSError, ValueError):
            return False
        return True

    def _ask(self, route: str, *, seconds: float = 0, **query: str) -> Any:
        """Call one of the process's own routes, which may take *seconds* longer than an answer takes anyway."""
        url = f"{self.endpoint}/millrace/{route}?{urllib.parse.urlencode(query)}"
        request = urllib.request.Request(url, headers={TOKEN_HEADER: self._record.token}, method="POST")  # noqa: S310
        try:
            with _opener.open(request, timeout=seconds + ANSWER_SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                text = error.read().decode("utf-8", "replace")
            raise InputError(f"the embedded AWS refused {route}: {text}") from error


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise InputError(
                f"port {port} cannot be had ({error.strerror}); name another with --port, or leave it out for a free one"
            ) from error


def _spawn(folder: Path, settings: Settings) -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    moto = {
        "MOTO_ACCOUNT_ID": settings.account_id,
        "MOTO_DISABLE_GLOBAL_CORS": "true",
        "MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS": "false",
        "NO_PROXY": "127.0.0.1",
    }
    with (folder / LOG).open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "workflow.emulator"],
            cwd=ROOT,
            env=kept | moto,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _children[process.pid] = process
    assert process.stdin is not None  # noqa: S101 (for the type checker: a pipe was asked for)
    with process.stdin:
        process.stdin.write(settings.to_json().encode())
    return process


def _end(pid: int) -> None:
    """SIGTERM to the process, then SIGKILL to what is left of its group."""
    if _signalled(os.kill, pid, signal.SIGTERM):
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline and _alive(pid):
            time.sleep(POLL_SECONDS)
    _signalled(os.killpg, pid, signal.SIGKILL)
    child = _children.pop(pid, None)
    if child is not None:
        child.wait()


def _signalled(send: Any, pid: int, number: int) -> bool:
    try:
        send(pid, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _alive(pid: int) -> bool:
    if pid in _children:
        return _children[pid].poll() is None
    return _signalled(os.kill, pid, 0) and not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-LOG_LINES:])
