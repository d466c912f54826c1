from __future__ import annotations

import subprocess

import pytest

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployments
from modules.errors import InputError
from tests.planning import DEPLOYMENTS, ROOT
from workflow.changed import files, matrix, touched

LOADED = load_deployments(ROOT, BLUEPRINTS)


def names(*paths):
    return [each.deployment for each in touched(LOADED, paths)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("deployments/payments-dev.yaml", ["payments-dev"]),
        ("deployments/orders-dev.yaml", ["lakehouse-dev", "orders-dev"]),
        ("deployments/scoring-prod.yaml", ["churn-prod", "scoring-prod"]),
        ("environments/dev.yaml", [name for name in DEPLOYMENTS if name.endswith("-dev")]),
        ("environments/prod.facts.json", [name for name in DEPLOYMENTS if name.endswith("-prod")]),
        ("blueprints/account_baseline.py", ["account-dev", "account-prod"]),
        ("blueprints/params/account_baseline.py", ["account-dev", "account-prod"]),
        ("blueprints/params/__init__.py", DEPLOYMENTS),
        ("blueprints/loading.py", DEPLOYMENTS),
        ("modules/storage/bucket.py", DEPLOYMENTS),
        ("policies/s3_own_key.py", DEPLOYMENTS),
        ("controls/exceptions.yaml", DEPLOYMENTS),
        ("requirements/checkov.txt", DEPLOYMENTS),
        ("Makefile", DEPLOYMENTS),
        ("something/new.txt", DEPLOYMENTS),
        ("README.md", []),
        ("docs/decisions/0001-x.md", []),
        ("tests/gate/test_x.py", []),
        ("deployments/gone-dev.yaml", []),
    ],
)
def test_what_a_file_touches(path, expected):
    """
    A file of one deployment touches that one and those it shares stores with; a file that is not known to belong to some touches all.
    """
    assert expected == names(path)


def entry_of(name):
    """
    The entry of a deployment in the matrix of a change of its file.
    """
    [entry] = [
        each for each in matrix(touched(LOADED, [f"deployments/{name}.yaml"]))["include"] if each["deployment"] == name
    ]
    return entry


def test_roles_come_from_the_baseline_of_the_account():
    """
    The matrix names the two roles that the account's baseline makes, and the environment that lets a run in.
    """
    entry = entry_of("orders-dev")

    assert "arn:aws:iam::111122223333:role/account-dev-deploy-plan" == entry["plan_role"]
    assert "arn:aws:iam::111122223333:role/account-dev-deploy-apply" == entry["apply_role"]
    assert ("dev", "eu-central-1") == (entry["apply_from"], entry["region"])


def test_roles_are_those_of_the_pair():
    """
    A deployment of another pair has the roles of that pair.
    """
    entry = entry_of("churn-prod")
    start = "arn:aws:iam::444455556666:role/account-prod-deploy-models"

    assert (f"{start}-plan", f"{start}-apply") == (entry["plan_role"], entry["apply_role"])


def test_a_baseline_is_deployed_by_people():
    """
    No role of automation deploys what it is bounded by.
    """
    assert {""} == {each.plan_role for each in touched(LOADED, ["blueprints/account_baseline.py"])}


@pytest.fixture
def repository(tmp_path):
    def git(*arguments):
        people = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
        subprocess.run(["git", "-C", tmp_path, *people, *arguments], check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    (tmp_path / "a b.txt").write_text("1")
    git("add", "-A")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "change")
    return tmp_path, git


def test_files_are_those_of_the_change(repository):
    """
    Committed, renamed (under both names), not committed and new ones count; what came to the base meanwhile does not.
    """
    root, git = repository
    git("mv", "a b.txt", "c.txt")
    git("commit", "-qm", "two")
    (root / "new.txt").write_text("1")
    git("checkout", "-q", "main")
    (root / "other.txt").write_text("1")
    git("add", "other.txt")
    git("commit", "-qm", "three")
    git("checkout", "-q", "change")

    assert ["a b.txt", "c.txt", "new.txt"] == files(root, "main")


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "0" * 40])
def test_a_base_that_git_does_not_know_is_told(repository, base):
    """
    Nothing is taken for unchanged because git could not tell.
    """
    with pytest.raises(InputError, match="BASE="):
        files(repository[0], base)
