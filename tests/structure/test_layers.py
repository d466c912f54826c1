from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bindings", "modules", "blueprints", "workflow", "policies", "tools")


def lint_imports(folder):
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]

    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(name="planted")
def _planted(tmp_path):
    """
    Adds a line to a file of a copy of the repository and gives what the linter says.
    """

    def lint(file, line):
        for package in PACKAGES:
            shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
        path = tmp_path / file
        path.write_text(f"{path.read_text()}\n{line}\n")
        return lint_imports(tmp_path)

    return lint


def test_every_layer_imports_lower_ones_only():
    """
    The contracts of the project hold.
    """
    result = lint_imports(ROOT)

    assert 0 == result.returncode, result.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("modules/lineage.py", "import cdktf"),
        ("modules/dataflow.py", "import pydantic"),
        ("bindings/stack.py", "import modules.dataflow"),
        ("policies/planned.py", "import modules.dataflow"),
    ],
)
def test_a_planted_violation_is_found(planted, file, line):
    """
    An import that a contract forbids fails the check.
    """
    result = planted(file, line)

    assert 1 == result.returncode
    assert "BROKEN" in result.stdout


def test_the_entry_point_imports_blueprints_and_modules_only():
    """
    `main.py`, which is no package and so not linted, reaches CDKTF through the blueprints.
    """
    tree = ast.parse((ROOT / "main.py").read_text())
    imported = {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {"__future__", "pathlib", "blueprints", "modules"} >= imported


def test_only_the_seam_imports_cdktf():
    """
    One file knows which construct library is installed.
    """
    importing = [
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name]
        if name.split(".")[0] in {"cdktf", "cdktn", "constructs", "jsii"}
    ]

    assert {"bindings/seam.py"} == set(importing)
