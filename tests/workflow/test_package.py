from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from modules.errors import InputError
from workflow.package import Package, functions, package, package_all

ROOT = Path(__file__).parents[2]


@pytest.fixture(name="root")
def _root(tmp_path):
    """
    A repository with one small function that requires nothing.
    """
    folder = tmp_path / "functions" / "greet"
    (folder / "tests").mkdir(parents=True)
    (folder / "inner").mkdir()
    (folder / "requirements.txt").write_text("# nothing\n")
    (folder / "requirements.in").write_text("")
    (folder / "__init__.py").write_text("")
    (folder / "handler.py").write_text("def handler(event, context):\n    return 'hello'\n")
    (folder / "inner" / "words.py").write_text("WORDS = 1\n")
    (folder / "tests" / "test_handler.py").write_text("")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "handler.pyc").write_bytes(b"x")
    return tmp_path


@pytest.fixture(name="real", scope="module")
def _real():
    return package("stream_transform", ROOT)


def test_packs_the_code_under_the_functions_name(root):
    """
    An archive holds the function's code and none of its tests, locks or bytecode.
    """
    with zipfile.ZipFile(package("greet", root).path) as archive:
        names = archive.namelist()

    assert ["greet/__init__.py", "greet/handler.py", "greet/inner/words.py"] == names


def test_entries_tell_nothing_about_the_machine(root):
    """
    Every entry has the same date and mode and is stored as it is.
    """
    (root / "functions" / "greet" / "handler.py").chmod(0o700)
    with zipfile.ZipFile(package("greet", root).path) as archive:
        facts = {(e.date_time, e.external_attr >> 16, e.compress_type) for e in archive.infolist()}

    assert {((1980, 1, 1, 0, 0, 0), 0o100644, zipfile.ZIP_STORED)} == facts


def test_same_files_give_the_same_bytes(root, tmp_path_factory):
    """
    Another folder, other dates, another order of creation: the same archive.
    """
    other = tmp_path_factory.mktemp("other")
    for path in sorted((root / "functions").rglob("*.*"), reverse=True):
        copy = other / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        os.utime(copy, (1, 1))

    assert package("greet", root).path.read_bytes() == package("greet", other).path.read_bytes()


def test_digests_are_of_the_archive(root):
    """
    An archive's digests are the SHA-256 of its bytes, and its name begins with the digest.
    """
    archive = package("greet", root)
    digest = hashlib.sha256(archive.path.read_bytes())

    assert digest.hexdigest() == archive.sha256
    assert f"greet-{archive.sha256[:16]}.zip" == archive.path.name


def test_lists_the_archives(root):
    """
    The index names each function's archive relative to the repository.
    """
    archive = package_all(root)["greet"]
    listed = json.loads((root / "build" / "packages.json").read_text())["greet"]

    assert str(archive.path.relative_to(root)) == listed["path"]
    assert archive.sha256 == listed["sha256"]


def test_unchanged_inputs_write_nothing(root):
    """
    A second run leaves the archive and the index as they are.
    """
    archive = package("greet", root)
    index = root / "build" / "packages.json"
    before = [path.stat().st_ino for path in (archive.path, index)]
    again = package("greet", root)

    assert archive == again
    assert before == [path.stat().st_ino for path in (archive.path, index)]


@pytest.mark.parametrize("harm", ["change", "cut", "delete", "index"])
def test_makes_a_damaged_archive_again(root, harm):
    """
    An archive or an index that is no longer what it was is made again.
    """
    archive = package("greet", root)
    content = archive.path.read_bytes()
    if harm == "change":
        archive.path.write_bytes(content.replace(b"hello", b"hullo"))
    elif harm == "cut":
        archive.path.write_bytes(content[:10])
    elif harm == "delete":
        archive.path.unlink()
    else:
        (root / "build" / "packages.json").write_text("{")

    assert content == package("greet", root).path.read_bytes()


def test_changed_code_gives_another_archive(root):
    """
    A changed file changes the digest, and both archives stay readable under their own names.
    """
    before = package("greet", root)
    (root / "functions" / "greet" / "handler.py").write_text("def handler(event, context):\n    return 'bye'\n")
    after = package("greet", root)

    assert before.sha256 != after.sha256
    assert before.path.is_file()


def test_discovers_functions_by_their_lock(root):
    """
    A folder of functions/ without a lock is no function.
    """
    (root / "functions" / "notes").mkdir()

    assert ["greet"] == functions(root)
    with pytest.raises(InputError, match="known: greet"):
        package("notes", root)


def test_wheels_out_of_reach(root, monkeypatch):
    """
    Without an index the message names the lock and what to do, and nothing half made stays behind.
    """
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(root))
    lock = root / "functions" / "greet" / "requirements.txt"
    lock.write_text(f"fastjsonschema==2.22.3 --hash=sha256:{'0' * 64}\n")

    with pytest.raises(InputError, match=r"functions/greet/requirements.txt.*check that pip reaches a package index"):
        package("greet", root)
    assert [] == [path for path in (root / "build").rglob("*") if path.is_file()]
    assert [] == list((root / "build" / "wheels").iterdir())


def test_real_archive_runs_without_an_environment(real, tmp_path):
    """
    The real function's archive, with what Lambda's runtime brings, imports its handler from nothing else.
    """
    runtime = (
        "import sys, boto3; sys.modules.pop('aws_lambda_powertools', None); sys.modules.pop('fastjsonschema', None)"
    )
    check = "import stream_transform.handler as h, aws_lambda_powertools as p, fastjsonschema as f; print(p.__file__, f.__file__)"
    code = f"{runtime}; sys.path.insert(0, {str(real.path)!r}); {check}"
    answer = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )

    assert 2 == answer.stdout.count(real.path.name)


def test_real_archive_holds_no_notes_of_pip(real):
    """
    What pip notes about its own run is left out, licences stay in.
    """
    with zipfile.ZipFile(real.path) as archive:
        names = {Path(name).name for name in archive.namelist()}

    assert isinstance(real, Package)
    assert not {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "jp.py"} & names
    assert "METADATA" in names


def test_entries_stand_in_order(real):
    """
    The entries of an archive are sorted by name, the function's own among those of its wheels.
    """
    with zipfile.ZipFile(real.path) as archive:
        names = archive.namelist()

    assert sorted(names) == names


def test_lock_is_hashed_and_holds_no_addresses():
    """
    Every requirement of the lock is pinned with hashes, and the lock names no index.
    """
    lines = (ROOT / "functions" / "stream_transform" / "requirements.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith((" ", "#"))]

    assert all("==" in line and line.endswith("\\") for line in pins)
    assert {"aws-lambda-powertools", "fastjsonschema"} <= {line.partition("==")[0] for line in pins}
    assert not any("://" in line or line.startswith("-") for line in lines)
