from __future__ import annotations

import os

import pytest

from blueprints.loading import deployment_names, environment_names, load_deployment, load_environment
from blueprints.problems import DocumentError


def problem_of(root, name):
    with pytest.raises(DocumentError) as raised:
        load_deployment(root, name, {})
    [problem] = raised.value.problems
    return str(problem)


@pytest.fixture(name="folder")
def _folder(root):
    return root / "deployments"


def test_missing(root, folder):
    """
    A deployment that does not exist is answered with the nearest that does.
    """
    (folder / "orders-dev.yaml").touch()

    assert (
        "deployments/order-dev.yaml:1:1: does not exist; did you mean orders-dev? (allowed: orders-dev)"
        == problem_of(root, "order-dev")
    )


def test_missing_environment(root):
    """
    An environment that does not exist is answered with those that do.
    """
    with pytest.raises(DocumentError, match=r"environments/stage.yaml:1:1: does not exist \(allowed: dev, prod\)"):
        load_environment(root, "stage")


@pytest.mark.parametrize("name", ["../environments/dev", "/etc/passwd", "", ".", "a" * 300, "x\udcff", "x\0", "a b"])
def test_strange_names(root, name):
    """
    A name leads to no file outside the folder.
    """
    problem = problem_of(root, name)

    assert "does not exist" in problem or "File name too long" in problem
    assert problem.isprintable()


def test_other_ending(root, folder):
    """
    A file with the other usual ending is named, not ignored.
    """
    (folder / "orders-dev.yml").touch()

    assert "rename orders-dev.yml to orders-dev.yaml" in problem_of(root, "orders-dev")


@pytest.mark.parametrize("ending", ["yml", "YAML", "Yml"])
def test_other_ending_among_all(root, folder, ending):
    """
    A file with another ending of YAML is listed, so that reading all deployments tells of it.
    """
    (folder / f"orders-dev.{ending}").touch()

    assert ["orders-dev"] == deployment_names(root)
    assert f"rename orders-dev.{ending} to orders-dev.yaml" in problem_of(root, "orders-dev")


@pytest.mark.parametrize("name", ["my orders-dev", "a\nb-dev", "orders+dev"])
def test_a_name_that_is_there_and_cannot_be(root, folder, name):
    """
    A file that exists is not said to be missing when its name cannot be used.
    """
    (folder / f"{name}.yaml").touch()

    assert "has a name of other characters than letters, digits and hyphens" in problem_of(root, name)


def test_link_to_nothing(root, folder):
    """
    A link is told from a file that is missing.
    """
    (folder / "orders-dev.yaml").symlink_to("gone.yaml")

    assert "is a link to a file that does not exist" in problem_of(root, "orders-dev")


def test_two_of_one_name(root, folder):
    """
    Names that differ in case or ending only collide.
    """
    (folder / "orders-dev.yaml").touch()
    (folder / "Orders-dev.yml").touch()

    assert "has the same name as Orders-dev.yml" in problem_of(root, "orders-dev")


def test_directory(root, folder):
    """
    A directory in place of a file is told.
    """
    (folder / "orders-dev.yaml").mkdir()

    assert "is a directory; it must be a file" in problem_of(root, "orders-dev")


def test_pipe(root, folder):
    """
    A named pipe is not waited for.
    """
    os.mkfifo(folder / "orders-dev.yaml")

    assert "is no regular file" in problem_of(root, "orders-dev")


def test_link_to_itself(root, folder):
    """
    A file that cannot be opened is told with the system's reason.
    """
    (folder / "orders-dev.yaml").symlink_to("orders-dev.yaml")

    assert "cannot be read: Too many levels of symbolic links" in problem_of(root, "orders-dev")


def test_large(root, folder):
    """
    A file of 10 MB is refused by its size, unread.
    """
    with (folder / "orders-dev.yaml").open("wb") as file:
        file.truncate(10_000_000)

    assert "is too large: 10000000 bytes; at most 262144 are allowed" in problem_of(root, "orders-dev")


def test_names(root, folder):
    """
    Documents are listed by name in the order of the alphabet; other files are not.
    """
    for name in ("b-dev.yaml", "a-dev.yaml", ".hidden.yaml", "README.md"):
        (folder / name).touch()

    assert ["a-dev", "b-dev"] == deployment_names(root)
    assert ["dev", "prod"] == environment_names(root)
