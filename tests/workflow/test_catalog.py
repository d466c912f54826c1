"""
What `list` and `show` print is what the models, the stacks and the gate say.
"""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from blueprints import BLUEPRINTS
from modules.errors import InputError
from modules.params import Params, RoleArn
from workflow import catalog
from workflow.catalog_controls import controls_of
from workflow.catalog_facts import headline, made, modules
from workflow.gate_controls import read_controls
from workflow.parameters import parameters

ROOT = Path(__file__).parents[2]
NAME = "stream_analytics"
BLUEPRINT = BLUEPRINTS[NAME]


class Color(StrEnum):
    RED = "red"
    BLUE = "blue"


class Inner(Params):
    days: Annotated[int, Field(ge=1, le=90)] = 7
    """Days, 1 to 90."""


class Sample(Params):
    name: str
    """A name."""

    roles: Annotated[tuple[RoleArn, ...], Field(min_length=1)]
    """Roles."""

    color: Color = Color.RED
    """A color."""

    mode: Literal["fast", "slow"] = "slow"
    """A mode."""

    share: Annotated[float, Field(gt=0)] | None = None
    """A share."""

    on: bool = False
    """A switch."""

    inner: Inner = Inner()
    """More."""

    items: tuple[Inner, ...] = ()
    """Many."""


SAMPLE = {each.path: each for each in parameters(Sample)}


@pytest.fixture(name="shown", scope="module")
def _shown():
    """The text of `make show BLUEPRINT=stream_analytics`, as a pipe gets it."""
    return shown_of(NAME)


def shown_of(name):
    with pytest.MonkeyPatch.context() as patch:
        printed = io.StringIO()
        patch.setattr("sys.stdout", printed)
        catalog.print_blueprint(ROOT, name)
    return printed.getvalue()


def test_every_parameter_is_found():
    """
    Parameters of nested models and of list items have paths of their own.
    """
    assert {"name", "roles", "color", "mode", "share", "on", "inner", "inner.days", "items", "items[].days"} == set(
        SAMPLE
    )


@pytest.mark.parametrize(
    ("path", "takes"),
    [
        ("name", "text"),
        (
            "roles",
            "list of texts: at least 1, each the ARN of an IAM role, such as arn:aws:iam::111122223333:role/deploy",
        ),
        ("color", "one of: red, blue"),
        ("mode", "one of: fast, slow"),
        ("share", "number: above 0"),
        ("on", "true or false"),
        ("inner", "mapping"),
        ("inner.days", "whole number: from 1 to 90"),
        ("items", "list of mappings"),
    ],
)
def test_type_and_range(path, takes):
    """
    Type and allowed values are in plain words.
    """
    assert takes == SAMPLE[path].takes


@pytest.mark.parametrize(
    ("path", "default"),
    [
        ("name", "required"),
        ("color", "red"),
        ("share", "none"),
        ("on", "false"),
        ("inner", "its own"),
        ("inner.days", "7"),
        ("items", "none"),
    ],
)
def test_default(path, default):
    """
    A default is written as one would write it in the file.
    """
    assert default == SAMPLE[path].default


def test_blueprint_parameters_are_all_shown(shown):
    """
    Every parameter of the model is a row, with the default the model has.
    """
    rows = {line.split()[0]: line for line in shown.splitlines() if line.strip()}
    retention = BLUEPRINT.params_type.model_fields["lake"].default.raw_retention_days

    assert {each.path for each in parameters(BLUEPRINT.params_type)} <= set(rows)
    assert str(retention) in rows["lake.raw_retention_days"]
    assert "from 1 to 36500" in rows["lake.raw_retention_days"]


def test_every_parameter_is_explained():
    """
    No parameter of any blueprint is without its meaning.
    """
    assert [] == [
        f"{name}: {each.path}"
        for name, blueprint in BLUEPRINTS.items()
        for each in parameters(blueprint.params_type)
        if not each.meaning
    ]


def test_resources_are_those_of_the_stacks(shown):
    """
    Each type has its number in each deployment's stack.
    """
    stacks = made(ROOT, NAME)
    rows = {line.split()[0]: line.split()[1:] for line in shown.splitlines() if line.strip()}

    assert ["orders-dev", "orders-prod"] == [stack.deployment for stack in stacks]
    assert all([str(stack.counts[kind]) for stack in stacks] == rows[kind] for kind in stacks[0].counts)
    assert "stream_name" in rows


def test_modules_are_files_with_headlines():
    """
    A module is named by its file, and described by the headline in it.
    """
    found = dict(modules(BLUEPRINT))

    assert found["modules/foundation/alarms.py"].startswith("Alarms of a pipeline")
    assert all((ROOT / path).is_file() and text for path, text in found.items())


def test_controls_of_a_type():
    """
    A control that holds for a type is listed with the checks that judge the type, and so are checks that are not asked.
    """
    judging, left_out = controls_of(ROOT, ["aws_s3_bucket", "aws_sqs_queue"])
    found = {each.id: each for each in judging}
    asked = {each.id: each for each in left_out}

    assert ("high", "CKV_AWS_19, CKV_AWS_145, MR_S3_1") == (
        found["encrypt-buckets"].severity,
        found["encrypt-buckets"].checks,
    )
    assert "critical" == found["undeclared-access"].severity
    assert "key-rotation" not in found
    assert "cross-region replication" in asked["CKV_AWS_144"].title
    assert "aws_s3_bucket" == asked["CKV_AWS_144"].where


def test_all_policies_judge_a_blueprint(shown):
    """
    Some blueprint has resources for every policy of ours; what MR_IAM_10 judges is made by an account's blueprint.
    """
    texts = [shown, *(shown_of(name) for name in BLUEPRINTS if name != NAME)]
    words = {word.rstrip(",") for text in texts for word in text.split()}

    assert set() == set(read_controls(ROOT).policies) - words


def test_plain_where_there_is_no_terminal(shown):
    """
    A pipe gets no colour codes and no line longer than 120 characters.
    """
    assert "\x1b" not in shown
    assert 120 >= max(map(len, shown.splitlines()))


def test_list(capsys):
    """
    The list has every blueprint with the first words of its headline.
    """
    catalog.print_list()
    said = capsys.readouterr().out

    assert all(name in said and headline(each)[:40] in said for name, each in BLUEPRINTS.items())


def test_unknown_blueprint():
    """
    A misspelt name is an error that names the nearest.
    """
    with pytest.raises(InputError, match="there is no blueprint stream_analitics; did you mean stream_analytics"):
        catalog.print_blueprint(ROOT, "stream_analitics")
