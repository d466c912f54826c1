from __future__ import annotations

import pytest

from blueprints.loading import load_deployment, load_deployments
from blueprints.problems import DocumentError
from modules.dataflow import Classification


@pytest.fixture(name="valid_prod")
def _valid_prod(valid):
    return valid.replace("environment: dev", "environment: prod").replace("111122223333", "444455556666")


def test_valid(load, valid):
    """
    A valid file is a model with the values in it, and the name of the file.
    """
    loaded, _ = load(valid)

    assert "orders-dev" == loaded.deployment.name
    assert Classification.CONFIDENTIAL is loaded.deployment.classification
    assert 200 == loaded.deployment.workload.records_per_second
    assert ("first", "second") == tuple(stage.name for stage in loaded.deployment.parameters.stages)
    assert "dev" == loaded.environment.name


FLOOR = [
    ("peak_factor: 5", "peak_factor: 1.5", 9, "workload.peak_factor", "prod.yaml:31 asks for at least 2"),
    ("retention_days: 30", "retention_days: 29", 12, "parameters.retention_days", "prod.yaml:32 asks for at least 30"),
    (
        "capacity_mode: on_demand",
        "capacity_mode: provisioned",
        13,
        "parameters.capacity_mode",
        "capacity_mode on_demand",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "path", "phrase"), FLOOR)
def test_below_the_floor(root, load, valid_prod, old, new, line, path, phrase):
    """
    A deployment below its environment's floor is refused; the message names both files.
    """
    prod = root / "environments" / "prod.yaml"
    prod.write_text(prod.read_text().replace("  max_waivers: 2\n", "  max_waivers: 2\n  capacity_modes: [on_demand]\n"))

    _, [problem] = load(valid_prod.replace(old, new), "orders-prod")

    assert line == problem.line
    assert f"deployments/orders-prod.yaml:{line}:" in str(problem)
    assert f"{path}: does not reach the floor of environment prod: environments/" in str(problem)
    assert phrase in str(problem)


def test_every_retention_reaches_the_floor(load, valid_prod):
    """
    The floor of retention holds for each parameter whose name ends in `_retention_days`.
    """
    _, [problem] = load(valid_prod + "  raw_retention_days: 29\n", "orders-prod")

    assert ("parameters", "raw_retention_days") == problem.path


def test_default_below_the_floor(root, load, valid_prod):
    """
    A parameter that is left out has to reach the floor too; the problem stands at the parameters.
    """
    prod = root / "environments" / "prod.yaml"
    prod.write_text(prod.read_text().replace("  retention_days: 30", "  retention_days: 31", 1))

    _, [problem] = load(valid_prod.replace("  retention_days: 30\n", ""), "orders-prod")

    assert (10, ("parameters", "retention_days")) == (problem.line, problem.path)


def test_floor_and_other_problems(load, valid_prod):
    """
    The floor is checked although other settings are wrong.
    """
    _, problems = load(valid_prod.replace("peak_factor: 5", "peak_factor: 1").replace("owner:", "ownr:"), "orders-prod")

    assert {2, 4, 9} == {problem.line for problem in problems}


def test_too_many_waivers(root, load, valid_prod):
    """
    An environment limits the number of waivers.
    """
    prod = root / "environments" / "prod.yaml"
    prod.write_text(prod.read_text().replace("max_waivers: 2", "max_waivers: 0"))
    waiver = (
        "waivers:\n  - {control: CKV_AWS_144, resource: aws_s3_bucket.raw, reason: a decision of the data office, "
        "owner: a@example.com, approver: b@example.com, ticket: T-1, expires: 2026-12-31, digest: 0123456789abcdef}\n"
    )

    _, problems = load(valid_prod + waiver, "orders-prod")

    assert any("asks for at most 0 (floor.max_waivers)" in str(problem) for problem in problems)


def test_problems_of_the_environment(root, load, valid):
    """
    What is wrong in the environment's file is reported along with what is wrong in the deployment's.
    """
    dev = root / "environments" / "dev.yaml"
    dev.write_text(dev.read_text().replace("days: 1", "days: 0"))

    _, problems = load(valid.replace("peak_factor: 5", "peak_factor: 0"))

    assert ["deployments/orders-dev.yaml", "environments/dev.yaml"] == [problem.file for problem in problems]


NAMES = [
    ("orders-prod", "does not end the file's name"),
    ("dev", "does not end the file's name"),
    ("ordersdev", "does not end the file's name"),
    ("Orders-dev", "the file's name must be 2 to 41 characters"),
    ("orders_x-dev", "the file's name must be 2 to 41 characters"),
    ("o" * 19 + "-dev", "has 23 characters; at most 22 are allowed, since names of buckets contain it"),
]


@pytest.mark.parametrize(("name", "phrase"), NAMES)
def test_names(load, valid, name, phrase):
    """
    A file's name is <system>-<environment>, in letters that AWS takes, and short enough for bucket names.
    """
    _, problems = load(valid, name)

    assert any(phrase in str(problem) for problem in problems), [*map(str, problems)]


def test_long_region(root, load, valid):
    """
    In a region with a long name, deployments have shorter names, or their buckets could not be made.
    """
    dev = root / "environments" / "dev.yaml"
    dev.write_text(dev.read_text().replace("eu-central-1", "ap-southeast-1"))

    loaded, _ = load(valid, "o" * 16 + "-dev")
    _, [problem] = load(valid, "o" * 17 + "-dev")

    assert loaded
    assert "shorten the file's name to 20 characters" in str(problem)


def test_all_files_at_once(root, load, valid):
    """
    Loading all deployments reports the problems of every file.
    """
    load(valid)
    load(valid.replace("peak_factor: 5", "peak_factor: 0"), "a-dev")
    load("", "b-dev")

    with pytest.raises(DocumentError) as raised:
        load_deployments(root, {})

    assert {"deployments/a-dev.yaml", "deployments/b-dev.yaml", "deployments/orders-dev.yaml"} == {
        problem.file for problem in raised.value.problems
    }


def test_exit_code(root):
    """
    Bad input ends a verb with exit code 2.
    """
    with pytest.raises(DocumentError) as raised:
        load_deployment(root, "orders-dev", {})

    assert 2 == raised.value.exit_code


def test_blueprint_without_a_load(load, valid):
    """
    Where no data enters, a workload is an unknown key.
    """
    _, problems = load(valid.replace("blueprint: sample", "blueprint: bare"))

    assert [("workload",)] == [problem.path for problem in problems]
    assert "unknown key" in problems[0].message
