from __future__ import annotations

import os
import subprocess
import time
from datetime import UTC, datetime

import pytest

from modules.errors import FindingsError
from workflow.clock import today

HOUR = 3_600


@pytest.fixture
def root(tmp_path):
    for name in ("controls", "deployments"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text("a: 1\n")
    return tmp_path


def commit(root, moment):
    """
    A commit made at some time.
    """
    dates = {"GIT_COMMITTER_DATE": f"{moment:.0f} +0000", "GIT_AUTHOR_DATE": f"{moment:.0f} +0000"}
    people = {f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for arguments in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", "-C", root, *arguments], check=True, env=os.environ | dates | people)


def test_a_clock_in_order_tells_the_date(root):
    """
    Files and commits of the past are no contradiction; where there is no repository, files are enough.
    """
    assert datetime.now(UTC).date() == today(root)
    commit(root, time.time() - HOUR)
    assert datetime.now(UTC).date() == today(root)


def test_a_clock_before_the_last_commit_is_refused(root):
    """
    A waiver that has expired does not hold again because the clock was set back.
    """
    commit(root, time.time() + 24 * HOUR)

    with pytest.raises(FindingsError, match="the last commit is of"):
        today(root)


def test_another_repository_does_not_distract(root, tmp_path, monkeypatch):
    """
    A variable that points git elsewhere has no effect.
    """
    commit(root, time.time() + 24 * HOUR)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))

    with pytest.raises(FindingsError, match="the last commit is of"):
        today(root)


def test_a_clock_before_a_file_is_refused(root):
    """
    The message names the file and both times.
    """
    os.utime(root / "deployments" / "a.yaml", (time.time() + HOUR,) * 2)

    with pytest.raises(FindingsError, match=r"the clock of this machine says .*, and deployments/a\.yaml is of"):
        today(root)
