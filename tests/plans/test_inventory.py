from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.planning import DEPLOYMENTS, SCHEMA, kind, planned
from workflow.symbols import Symbols

INVENTORIES = Path(__file__).parent / "inventories"


@pytest.fixture(params=DEPLOYMENTS)
def name(request):
    return request.param


@pytest.fixture
def expected(name):
    return yaml.safe_load((INVENTORIES / f"{name}.yaml").read_text())


@pytest.fixture
def resources(name):
    return planned(name).canonical.resources


@pytest.fixture
def remedy(name):
    return f"when this is what you want: make plan inventory DEPLOYMENT={name}"


def test_every_deployment_has_an_inventory():
    """
    Deployments and inventories are the same.
    """
    assert DEPLOYMENTS == sorted(path.stem for path in INVENTORIES.glob("*.yaml"))


def test_counts(expected, resources, remedy):
    """
    The plan holds these types, this many of each, and nothing else.
    """
    assert expected["counts"] == Counter(kind(address) for address in resources), remedy


def test_values(expected, resources, remedy):
    """
    Each listed address is planned with the listed values.
    """
    found = {
        address: {argument: resources.get(address, {}).get(argument) for argument in values}
        for address, values in expected["values"].items()
    }

    assert expected["values"] == found, remedy


def test_tags(expected, resources, remedy):
    """
    Every resource that can be tagged carries the deployment's tags.
    """
    taggable = [values["tags_all"] for values in resources.values() if "tags_all" in values]

    assert taggable
    assert all(expected["tags"].items() <= tags.items() for tags in taggable), remedy


def test_outputs(expected, name, remedy):
    """
    The stack gives these outputs.
    """
    configuration = planned(name).configuration
    symbols = Symbols(configuration, SCHEMA)
    found = {output: symbols.resolve(block["value"]) for output, block in configuration["output"].items()}

    assert expected["outputs"] == found, remedy


def test_terraform_gives_the_outputs(expected, name):
    """
    Terraform plans every output.
    """
    assert set(expected["outputs"]) == set(planned(name).output.outputs)
