from __future__ import annotations

import py_compile
import sys
from datetime import date
from pathlib import Path

import pytest

from modules.errors import FindingsError, InputError
from tests.gate.yard import add, write
from workflow import checkov_process
from workflow.gate import Gate

TODAY = date(2026, 11, 23)


def judge(yard, small):
    with Gate.start(yard) as gate:
        return gate.judge(small, [], TODAY)


def test_scan_time_faults_are_errors(yard, small):
    """
    A policy that raises, one without a verdict, one that reaches for the network, one that always passes, and a graph
    check that raises in its thread: Checkov drops each of them, the gate names them all.
    """
    add(yard, "raises", "MR_A_1", "raise ValueError('made to fail')")
    add(yard, "undecided", "MR_A_2", "return []")
    source = yard / "policies" / "undecided.py"
    unknown = "    def scan_resource_conf(self, conf):\n        return CheckResult.UNKNOWN\n\n    def problems"
    source.write_text(source.read_text().replace("    def problems", unknown))
    add(yard, "network", "MR_A_3", "import socket; socket.getaddrinfo('example.com', 443)")
    add(yard, "passes", "MR_A_4", "return []")
    add(yard, "graph", "MR_A_5", "return ['bad']")
    with (yard / "policies" / "graph.py").open("a") as text:
        text.write("from checkov.common.checks_infra.registry import get_graph_checks_registry\n")
        text.write("def broken(*_): raise KeyError('in a thread')\n")
        text.write("get_graph_checks_registry('terraform').checks[0].run = broken\n")
    verdict = judge(yard, small)
    told = "\n".join(verdict.errors)

    assert not verdict.passed
    assert "made to fail" in told
    assert "policy MR_A_2 gave no verdict" in told
    assert "tried to reach the network: example.com" in told
    assert "nothing failed policy MR_A_4, so it cannot be trusted" in told
    assert "in a thread" in told


def test_a_policy_that_does_not_import_is_named(yard, small):
    """
    Checkov logs it and goes on; the gate stops.
    """
    add(yard, "broken", "MR_A_1", "return []")
    (yard / "policies" / "broken.py").write_text("import nothing_of_that_name\n")

    with pytest.raises(FindingsError, match="nothing_of_that_name"):
        judge(yard, small)


def test_a_policy_with_a_built_in_id_is_named(yard, small):
    """
    Checkov would run its own check in place of the policy.
    """
    add(yard, "thief", "CKV_AWS_27", "return []")

    with pytest.raises(FindingsError, match=r"CKV_AWS_27 has the id of a check of Checkov's"):
        judge(yard, small)


def test_a_policy_under_another_id_is_named(yard, small):
    """
    The id in the file must be the one in the manifest.
    """
    add(yard, "renamed", "MR_A_2", "return []", listed="MR_A_1")

    with pytest.raises(FindingsError, match=r"differ from controls/policies.yaml at MR_A_1"):
        judge(yard, small)


def test_two_policies_under_one_id_are_named(yard, small):
    """
    Checkov would run one of them only.
    """
    add(yard, "one", "MR_A_1", "return []")
    source = (yard / "policies" / "one.py").read_text()
    (yard / "policies" / "one.py").write_text(source + "\ncheck = Made()\n")

    with pytest.raises(FindingsError, match="MR_A_1"):
        judge(yard, small)


def test_policies_that_are_not_loaded_at_all_are_named(yard, small):
    """
    Without `__init__.py` Checkov loads nothing and says so at no level anybody reads.
    """
    add(yard, "one", "MR_A_1", "return ['bad']")
    (yard / "policies" / "__init__.py").unlink()

    with pytest.raises(InputError, match=r"policies/__init__.py, which does not exist"):
        judge(yard, small)


@pytest.mark.parametrize("name", ["unlisted.py", "graph.yaml", "graph.json", "nested/deep.py"])
def test_a_file_outside_the_manifest_is_refused(name, yard):
    """
    Checkov imports every Python file and reads every YAML and JSON file of the folder, also below it.
    """
    path = yard / "policies" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("{}\n")

    with pytest.raises(InputError, match=Path(name).name):
        Gate.start(yard)


def test_a_policy_that_is_gone_is_refused(yard):
    """
    The manifest must not list what does not exist.
    """
    add(yard, "gone", "MR_A_1", "return []")
    (yard / "policies" / "gone.py").unlink()

    with pytest.raises(InputError, match=r"policies/gone.py, which does not exist"):
        Gate.start(yard)


@pytest.mark.parametrize("name", ["policies.yaml", "exceptions.yaml", "canary.yaml", "controls.yaml"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a: [", None])
def test_unreadable_controls_are_refused(name, content, yard):
    """
    A file of controls that is empty, binary, no YAML or missing is named.
    """
    path = yard / "controls" / name
    path.unlink() if content is None else path.write_bytes(content)

    with pytest.raises(InputError, match=name):
        Gate.start(yard)


def test_an_exception_of_an_unknown_check_is_refused(yard, small):
    """
    A misspelt id in the list of exceptions would be a gap in the list, not in the gate.
    """
    entry = {"check": "CKV_AWS_99999", "reason": "a reason that is long enough to be one at all"}
    write(yard / "controls" / "exceptions.yaml", {"exceptions": [entry]})

    with pytest.raises(InputError, match=r"has no check CKV_AWS_99999"):
        judge(yard, small)


def test_a_policy_of_ours_cannot_be_excepted(yard):
    """
    The list of exceptions is for built-in checks.
    """
    entry = {"check": "MR_S3_1", "reason": "a reason that is long enough to be one at all"}
    write(yard / "controls" / "exceptions.yaml", {"exceptions": [entry]})

    with pytest.raises(InputError, match=r"exceptions.yaml"):
        Gate.start(yard)


def test_a_canary_that_passes_is_an_error(yard, small):
    """
    A check that no longer finds what is known to be bad is not believed on anything else.
    """
    good = {"resources": {"aws_sqs_queue.open": {"name": "open", "kms_master_key_id": "alias/x"}}}
    write(yard / "controls" / "canary.yaml", {**good, "expected": {"aws_sqs_queue.open": ["CKV_AWS_27"]}})
    verdict = judge(yard, small)

    assert ["canary: aws_sqs_queue.open passed CKV_AWS_27, so that check cannot be trusted"] == verdict.errors


def test_a_missing_environment_is_named(tmp_path, yard):
    """
    Without Checkov's environment there is no gate.
    """
    (yard / ".venv-checkov").unlink()

    with pytest.raises(InputError, match=r"\.venv-checkov is missing; run `make setup`"):
        Gate.start(yard)


def test_a_scan_that_dies_is_named(yard, small):
    """
    A child that is killed ends the run with its status and last words.
    """
    add(yard, "dies", "MR_A_1", "import os; os.write(2, b'out of luck'); os._exit(9)")

    with pytest.raises(FindingsError, match="status 9; its last words: out of luck"):
        judge(yard, small)


def test_a_process_that_dies_is_named(yard, small):
    """
    Checkov ending while it loads is told, with its last words.
    """
    add(yard, "dies", "MR_A_1", "return []")
    (yard / "policies" / "dies.py").write_text("import os\nos.write(2, b'gone')\nos._exit(3)\n")

    with pytest.raises(InputError, match="did not start: it ended; its last words: gone"):
        judge(yard, small)


def test_a_scan_that_hangs_is_ended(yard, small, monkeypatch):
    """
    Nothing waits for ever.
    """
    monkeypatch.setattr(checkov_process, "SCAN_SECONDS", 1.0)
    add(yard, "hangs", "MR_A_1", "import time; time.sleep(60)")

    with pytest.raises(FindingsError, match="did not finish the scan in 1 seconds"):
        judge(yard, small)


def test_settings_of_the_user_do_not_soften_it(yard, small, tmp_path, monkeypatch):
    """
    Checkov's configuration in home, working folder and repository, its variables, Python's path and another Checkov on the
    search path have no effect.
    """
    home = tmp_path / "home"
    (home / ".bridgecrew").mkdir(parents=True)
    (home / ".bridgecrew" / "credentials").write_text("[default]\ntoken = x\n")
    (home / ".checkov.yml").write_text("skip-check: [CKV_AWS_27]\nsoft-fail: true\n")
    (home / "checkov").mkdir()
    (home / "checkov" / "__init__.py").write_text("raise SystemExit('the wrong Checkov')\n")
    (home / "sitecustomize.py").write_text("raise SystemExit('the wrong start')\n")
    (home / "bin").mkdir()
    for name in ("checkov", "python", "python3"):
        (home / "bin" / name).write_text("#!/bin/sh\necho '{}'\nexit 0\n")
        (home / "bin" / name).chmod(0o755)
    for name in (".checkov.yaml", ".checkov.yml"):
        (yard / name).write_text("skip-check: [CKV_AWS_27]\nsoft-fail: true\n")
    monkeypatch.setenv("PATH", f"{home}/bin:/usr/bin:/bin")
    monkeypatch.chdir(home)
    for name in ("HOME", "PYTHONPATH"):
        monkeypatch.setenv(name, str(home))
    for name in ("CKV_SKIP_CHECK", "CHECKOV_SKIP_CHECK", "CKV_CHECK", "EVAL_TF_PLAN_AFTER_UNKNOWN", "BC_API_KEY"):
        monkeypatch.setenv(name, "CKV_AWS_27")
    verdict = judge(yard, small)

    assert ["CKV_AWS_27"] == [finding.check for finding in verdict.findings]
    assert [] == verdict.errors


def test_a_compiled_file_beside_a_policy_is_not_run(yard, small):
    """
    Python would take a compiled file with the right date for the policy's own text; the gate has it look elsewhere.
    """
    add(yard, "one", "MR_A_1", "return ['bad']")
    source = yard / "policies" / "one.py"
    other = yard / "other.py"
    other.write_text(source.read_text().replace("return ['bad']", "return []"))
    cache = yard / "policies" / "__pycache__"
    cache.mkdir()
    target = cache / f"one.{sys.implementation.cache_tag}.pyc"
    py_compile.compile(str(other), str(target), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)

    assert "MR_A_1" in {finding.check for finding in judge(yard, small).findings}


WAYS = {
    "import socket; socket.gethostbyname('a.example.com')": "tried to reach the network: a.example.com",
    "import _socket; _socket.getaddrinfo('b.example.com', 443)": "tried to reach the network: b.example.com",
    "import socket; socket.socket().connect(('192.0.2.1', 443))": "tried to reach the network: ('192.0.2.1', 443)",
    "import urllib.request; urllib.request.urlopen('http://c.example.com')": "tried to reach the network: c.example.com",
    "import subprocess; subprocess.run(['curl', 'http://d.example.com'])": "tried to start a program: curl",
}


def test_no_way_leads_to_the_network(yard, small):
    """
    Names are not looked up, nothing is connected to, and no program is started that could do so.
    """
    for number, body in enumerate(WAYS, 1):
        add(yard, f"calls_{number}", f"MR_A_{number}", f"{body}; return []")
    told = "\n".join(judge(yard, small).errors)

    assert [] == [way for way in WAYS.values() if way not in told]


def test_another_checkov_is_refused(yard, small):
    """
    What is installed has to be what is locked.
    """
    (yard / "requirements" / "checkov.txt").write_text("checkov==3.2.1 --hash=x\n")

    with pytest.raises(InputError, match=r"requirements/checkov.txt locks 3\.2\.1"):
        judge(yard, small)
