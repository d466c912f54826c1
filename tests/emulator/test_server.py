"""
An emulator is a process of its own: found again, told from strangers, and ended with everything it started.
"""

from __future__ import annotations

import json
import os
import signal
import stat

import pytest

from modules.errors import InputError
from workflow.emulator import server
from workflow.emulator.server import Emulator
from workflow.emulator.settings import RECORD

ACCOUNT = "111122223333"
DEPLOY = f"arn:aws:iam::{ACCOUNT}:role/deploy"


@pytest.fixture(name="start")
def _start(tmp_path):
    """Starts an emulator in a folder of its own, and ends it after the test."""
    started = []

    def start(**options):
        emulator = Emulator.start(
            tmp_path / "emulator", account_id=ACCOUNT, region="eu-central-1", roles=[], deploy_role=DEPLOY, **options
        )
        started.append(emulator)
        return emulator

    yield start
    for emulator in started:
        emulator.stop()


def record(folder):
    return json.loads((folder / "emulator" / RECORD).read_text())


def test_a_life(start, tmp_path):
    """
    State outlives the object that started the process; stopping ends the process and removes its record.
    """
    folder = tmp_path / "emulator"
    start().session(DEPLOY).client("sqs").create_queue(QueueName="orders")
    found = Emulator.find(folder)

    assert found.session(DEPLOY).client("sqs").list_queues()["QueueUrls"]
    with pytest.raises(InputError, match="already runs"):
        start()
    process = record(tmp_path)["pid"]
    found.stop()
    assert Emulator.find(folder) is None
    assert not Emulator.died(folder)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_drained_emulator(start):
    """
    With nothing in flight, draining ends at once.
    """
    start().drain(5)


def test_the_record_is_private(start, tmp_path):
    """
    The record holds what opens the emulator, so only its owner reads it.
    """
    start()

    assert 0o600 == stat.S_IMODE((tmp_path / "emulator" / RECORD).stat().st_mode)


def test_a_killed_process_is_noticed(start, tmp_path):
    """
    An emulator that went without being stopped has died; finding cleans up after it, and another one can start.
    """
    start()
    os.killpg(record(tmp_path)["pid"], signal.SIGKILL)

    assert Emulator.died(tmp_path / "emulator")
    assert Emulator.find(tmp_path / "emulator") is None
    assert not Emulator.died(tmp_path / "emulator")
    assert start().environment()


def test_a_process_that_does_not_listen(start, tmp_path, monkeypatch):
    """
    A hanging emulator is reported rather than taken for dead, and ending it does not depend on its help.
    """
    monkeypatch.setattr(server, "ANSWER_SECONDS", 0.5)
    monkeypatch.setattr(server, "STOP_SECONDS", 0.5)
    start()
    process = record(tmp_path)["pid"]
    os.kill(process, signal.SIGSTOP)

    with pytest.raises(InputError, match=f"does not answer; if its process {process} hangs"):
        Emulator.find(tmp_path / "emulator")
    server._end(process)
    assert Emulator.died(tmp_path / "emulator")


def test_strangers_are_no_emulators(start, tmp_path):
    """
    A record whose port is now served by somebody else is stale, and stopping it harms nobody.
    """
    emulator = start()
    stale = tmp_path / "stale"
    stale.mkdir()
    (stale / RECORD).write_text(json.dumps({**record(tmp_path), "token": "another"}))

    assert Emulator.died(stale)
    assert Emulator.find(stale) is None
    assert emulator.environment()


def test_a_taken_port(start, tmp_path):
    """
    A port that somebody else serves is refused before anything starts, with what to do.
    """
    port = record_port(start())

    with pytest.raises(InputError, match=f"port {port} cannot be had.*name another with --port"):
        Emulator.start(
            tmp_path / "other", account_id=ACCOUNT, region="eu-central-1", roles=[], deploy_role=DEPLOY, port=port
        )


def record_port(emulator):
    return int(emulator.endpoint.rpartition(":")[2])


def test_the_users_own_account_is_out_of_reach(start, monkeypatch):
    """
    Neither keys nor configuration of the user reach the process or the variables it hands out.
    """
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAREALREALREALREAL")
    monkeypatch.setenv("AWS_PROFILE", "production")
    emulator = start()

    assert ACCOUNT == emulator.session(DEPLOY).client("sts").get_caller_identity()["Account"]
    assert "AKIAREALREALREALREAL" != emulator.environment()["AWS_ACCESS_KEY_ID"]
    assert os.devnull == emulator.environment()["AWS_CONFIG_FILE"]


def test_roles_that_do_not_exist(start):
    """
    Acting as an unknown role is an error in words.
    """
    with pytest.raises(InputError, match="role/nobody does not exist"):
        start().session(f"arn:aws:iam::{ACCOUNT}:role/nobody")
