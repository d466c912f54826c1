from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WRONG = Path(__file__).with_name("wrong.py")
LINES = WRONG.read_text().splitlines()
EXPECTED = {
    number: expected.strip()
    for number, line in enumerate(LINES, start=1)
    for _, found, expected in [line.partition("# expected:")]
    if found
}


@pytest.fixture(name="found", scope="module")
def _found():
    """
    By line, what mypy says about the mistakes.
    """
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--follow-imports=silent", str(WRONG)]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    messages = re.findall(r"^\S+:(\d+): error: (.*)$", output, re.MULTILINE)

    return {int(number): message for number, message in messages}


@pytest.mark.parametrize("line", EXPECTED, ids=lambda line: EXPECTED[line])
def test_mypy_finds_the_mistake(found, line):
    """
    A misspelt, missing or wrongly typed argument is an error before anything runs, also inside a block.
    """
    assert EXPECTED[line] in found[line]


def test_mypy_finds_nothing_else(found):
    """
    What is right is not complained about.
    """
    assert set(EXPECTED) == set(found)
