"""
The gates for CI that are ready to copy.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.resources import files

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.planning import ROOT

SCHEMAS = files("check_jsonschema") / "builtin_schemas" / "vendor"
GITHUB = yaml.safe_load((ROOT / "ci" / "github.yml").read_text().replace("\non:\n", '\n"on":\n'))
GITLAB = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())


@pytest.mark.parametrize(("schema", "document"), [("github-workflows.json", GITHUB), ("gitlab-ci.json", GITLAB)])
def test_the_published_schema_finds_nothing_wrong(schema, document):
    """
    The files are valid by the JSON Schemas of GitHub Actions and GitLab CI, as check-jsonschema carries them.
    """
    validator = Draft7Validator(json.loads((SCHEMAS / schema).read_text()))

    assert [] == [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(document)]


@pytest.mark.parametrize(
    ("schema", "document"),
    [
        ("github-workflows.json", GITHUB | {"jobs": {"x": {"steps": 5}}}),
        ("gitlab-ci.json", GITLAB | {"judge": {"stage": []}}),
    ],
)
def test_the_published_schema_finds_something(schema, document):
    """
    A broken file is not valid.
    """
    assert not Draft7Validator(json.loads((SCHEMAS / schema).read_text())).is_valid(document)


def test_the_token_of_a_run_may_do_nothing_by_default():
    """
    Each job names what it may; only the two at AWS get an identity, and none may write contents.
    """
    allowed = {name: job["permissions"] for name, job in GITHUB["jobs"].items()}

    assert {} == GITHUB["permissions"]
    assert {"plan", "apply"} == {name for name, rights in allowed.items() if rights.get("id-token") == "write"}
    assert {"read"} == {rights["contents"] for rights in allowed.values()}


def test_plan_and_apply_are_apart():
    """
    Two jobs with two roles; the one that applies waits for the reviewers of its environment, plans nothing and takes the sealed plan.
    """
    plan, apply = (json.dumps(GITHUB["jobs"][name]) for name in ("plan", "apply"))

    assert "matrix.plan_role" in plan
    assert "apply_role" not in plan
    assert "matrix.apply_role" in apply
    assert "plan_role" not in apply
    assert "make plan" not in apply
    assert "${{ matrix.apply_from }}" == GITHUB["jobs"]["apply"]["environment"]
    assert "plan" in GITHUB["jobs"]["apply"]["needs"]


def test_a_pull_request_reaches_no_account():
    """
    What strangers can start gets no identity; the jobs at AWS run for what was merged.
    """
    assert "pull_request_target" not in json.dumps(GITHUB)
    for name in ("plan", "apply"):
        assert "github.event_name == 'push'" in GITHUB["jobs"][name]["if"]


def test_actions_are_pinned():
    """
    Each by the commit it had, with its release beside it.
    """
    text = (ROOT / "ci" / "github.yml").read_text()
    uses = re.findall(r"uses: (\S+)(.*)", text)

    assert uses
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) and re.search(r"# v\d", note) for action, note in uses)


def test_no_text_of_others_is_run():
    """
    No expression stands in a script, where a title or a branch could become a command.
    """
    scripts = [step["run"] for job in GITHUB["jobs"].values() for step in job["steps"] if "run" in step]

    assert scripts
    assert [] == [script for script in scripts if "${{" in script]


def test_every_verb_of_the_files_is_one_of_ours():
    """
    A verb that is renamed is renamed here too.
    """
    verbs = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text()))
    texts = "".join((ROOT / "ci" / name).read_text() for name in ("github.yml", "gitlab.yml", "pre-commit.sh"))

    assert {"setup", "plan", "apply", "verify"} <= set(re.findall(r"\bmake ([a-z-]+)", texts)) <= verbs


def test_the_hook_has_the_form_of_pre_commit():
    """
    Its required keys are there, and its script can be run.
    """
    [hook] = HOOKS

    assert {"id", "name", "entry", "language"} <= set(hook)
    assert "script" == hook["language"]
    assert (ROOT / hook["entry"]).stat().st_mode & 0o111
    assert re.match(hook["files"], "deployments/orders-dev.yaml")
    assert not re.match(hook["files"], "docs/decisions/0001.md")


def test_each_deployment_gets_its_own_role(tmp_path):
    """
    The command runs for every one, also after a failure, and the first failure is the exit code.
    """
    entries = [{"deployment": name, "region": "eu-central-1", "plan_role": f"arn:{name}"} for name in ("a", "b")]
    (tmp_path / "m.json").write_text(json.dumps({"include": entries}))
    script = "import os, sys; print(os.environ['AWS_ROLE_ARN'], sys.argv[1], flush=True); sys.exit(sys.argv[1] == 'DEPLOYMENT=a')"
    done = subprocess.run(
        [sys.executable, ROOT / "ci" / "each.py", tmp_path / "m.json", "plan_role", sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ["arn:a DEPLOYMENT=a", "arn:b DEPLOYMENT=b"] == done.stdout.split("\n")[:2]
    assert 1 == done.returncode
