"""
A streaming stack with the resource kinds of a deployment lives a whole life here, applied by the deploy role under IAM.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

STACK = Path(__file__).parent / "fixtures" / "stack"


@pytest.mark.slow
@pytest.mark.e2e
def test_apply_plan_destroy(emulator, terraform, tmp_path):
    """
    The stack is applied, its second plan is empty, and it is destroyed to the last resource.
    """
    folder = tmp_path / "stack"
    folder.mkdir()
    with zipfile.ZipFile(folder / "function.zip", "w") as archive:
        archive.writestr("handler.py", "def handler(event, context):\n    return {'batchItemFailures': []}\n")
    run = terraform(folder, {path.name: path.read_text() for path in STACK.iterdir()}, emulator, provider=None)
    run("apply", "-auto-approve", "-no-color")
    second = run("plan", "-detailed-exitcode", "-no-color", check=False)

    assert 0 == second.returncode, second.stdout + second.stderr
    run("destroy", "-auto-approve", "-no-color")
    assert "" == run("state", "list").stdout
