from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployments
from workflow.schemas import schemas

REPOSITORY = Path(__file__).parents[2]
FILES = sorted([*REPOSITORY.glob("environments/*.yaml"), *REPOSITORY.glob("deployments/*.yaml")])

CHOSEN = (("exports",), ("imports",))
"""Where people choose the keys: names of stores."""


def mappings(value, path=()):
    """
    The paths of all mappings in a document whose keys the model names, so not those whose keys people choose.
    """
    if isinstance(value, dict) and path[-1:] not in CHOSEN:
        yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield from mappings(entry, (*path, key))


@pytest.fixture(name="validator", params=FILES, ids=lambda path: path.name)
def _validator(request):
    """An example's values, and the validator of its kind."""
    folder = request.param.parent.name
    schema = json.loads((REPOSITORY / "schemas" / f"{folder.removesuffix('s')}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    return (
        yaml.safe_load(request.param.read_text()),
        Draft202012Validator(schema),
        list(mappings(yaml.safe_load(request.param.read_text()))),
    )


def test_fresh():
    """
    The committed schemas are those of the models; `python -m workflow.schemas` writes them.
    """
    committed = {path.name: path.read_text() for path in (REPOSITORY / "schemas").iterdir()}

    assert committed == schemas(BLUEPRINTS)


def test_examples(validator):
    """
    Every example fits its schema.
    """
    example, schema, _ = validator

    assert [] == list(schema.iter_errors(example))


def test_misspelt_keys(validator):
    """
    A key that is not known is an error at every level, in the parameters of a blueprint too.
    """
    example, schema, parts = validator
    for part in parts:
        changed = json.loads(json.dumps(example))
        target = changed
        for step in part:
            target = target[step]
        target["misspelt"] = 1

        assert any("misspelt" in error.message for error in schema.iter_errors(changed)), part


def test_every_setting_is_described():
    """
    Every key of a deployment and of an environment has a description, from the model's docstrings.
    """
    for text in schemas(BLUEPRINTS).values():
        schema = json.loads(text)
        missing = [
            (title, key)
            for title, part in {"": schema, **schema["$defs"]}.items()
            for key, value in part.get("properties", {}).items()
            if "description" not in value
        ]

        assert [] == missing


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_modelines(path):
    """
    Each example starts with the line that tells editors its schema.
    """
    kind = path.parent.name.removesuffix("s")

    assert f"# yaml-language-server: $schema=../schemas/{kind}.schema.json" == path.read_text().splitlines()[0]


def test_examples_load():
    """
    Every example deployment is valid in its environment.
    """
    loaded = load_deployments(REPOSITORY, BLUEPRINTS)

    assert {"orders-dev", "orders-prod"} <= {each.deployment.name for each in loaded}


@pytest.mark.parametrize("name", ["deployment", "environment"])
def test_lists_are_bounded_as_lists(name):
    """
    How many items a list takes is said in the word for lists, which editors look at.
    """
    schema = json.loads((REPOSITORY / "schemas" / f"{name}.schema.json").read_text())
    parts, lists = [schema], []
    while parts:
        part = parts.pop()
        parts += [each for each in (part.values() if isinstance(part, dict) else part) if isinstance(each, dict | list)]
        lists += [part] if isinstance(part, dict) and part.get("type") == "array" else []

    assert lists
    assert [] == [part for part in lists if {"maxLength", "minLength"} & set(part)]
