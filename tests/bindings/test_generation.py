from __future__ import annotations

import copy
import importlib
import json
from pathlib import Path

import pytest

import bindings.aws
from tools.generate_bindings import Settings, generate, render, slim
from workflow import terraform

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Settings("hashicorp/aws", "5.100.0", ["aws_thing"], frozenset({"aws_thing.rule"}), {"aws_thing.old": "why"})
BLOCK = {
    "attributes": {
        "arn": {"type": "string", "computed": True},
        "count_of": {"type": "number", "optional": True},
        "id": {"type": "string", "optional": True, "computed": True},
        "name": {"type": "string", "required": True},
        "names": {"type": ["set", "string"], "optional": True, "computed": True},
        "old": {"type": "string", "optional": True},
    },
    "block_types": {
        "rule": {
            "nesting_mode": "list",
            "min_items": 1,
            "block": {"attributes": {"from": {"type": "bool", "optional": True}}},
        },
        "step": {"nesting_mode": "list", "block": {"attributes": {"at": {"type": "string", "required": True}}}},
    },
}


@pytest.fixture(name="text")
def _text():
    """
    The class of a made-up resource type.
    """
    return render("aws_thing", copy.deepcopy(BLOCK), SETTINGS)


def test_regenerating_changes_nothing():
    """
    The committed bindings are what the generator makes of the provider's schema.
    """
    files = generate(json.loads(terraform.provider_schema(ROOT)), Settings.load())

    assert {name: (ROOT / name).read_text() for name in files} == files
    assert {f"bindings/aws/{path.name}" for path in (ROOT / "bindings" / "aws").glob("*.py")} | {
        "bindings/schema.json"
    } == set(files)


def test_arguments_are_typed(text):
    """
    Numbers and collections may be references; what is required is marked so.
    """
    assert "    count_of: float | Reference\n" in text
    assert "    name: Required[str]\n" in text
    assert "    names: list[str] | Reference\n" in text


def test_what_terraform_makes_is_no_argument(text):
    """
    `id` and computed values can be read, not set.
    """
    arguments = text.partition("class ThingArguments")[2].partition("class Thing(Resource)")[0]

    assert "    id:" not in arguments
    assert "    arn:" not in arguments
    assert "    def arn(self) -> Reference:" in text


def test_omitted_arguments_are_left_out(text):
    """
    What the overrides omit is neither argument nor attribute.
    """
    assert "old" not in text


def test_blocks_are_typed(text):
    """
    A block that holds one element is one block, others are lists; a keyword is a valid key.
    """
    assert "    rule: Required[Rule]\n" in text
    assert "    step: list[Step]\n" in text
    assert 'Rule = TypedDict("Rule", {"from": bool | Reference}, total=False)' in text


def test_the_slim_table_says_what_is_computed():
    """
    The canonical plan learns of each name whether the provider may fill it in.
    """
    table = slim(BLOCK)

    assert (["arn"], ["id", "names"], ["name"]) == (table["computed"], table["optional_computed"], table["required"])
    assert {"max": None, "nesting": "list", "required": ["at"]} == table["blocks"]["step"]


def test_the_slim_table_holds_every_type():
    """
    Each generated class has a row in the table.
    """
    types = {getattr(bindings.aws, name).resource_type for name in bindings.aws.__all__}

    assert types == set(json.loads((ROOT / "bindings" / "schema.json").read_text()))


def test_an_unknown_type_is_told():
    """
    A type that the provider does not have stops the generator.
    """
    schema = {"provider_schemas": {"registry.terraform.io/hashicorp/aws": {"resource_schemas": {}}}}

    with pytest.raises(SystemExit, match="has no types aws_thing"):
        generate(schema, SETTINGS)


def test_an_attribute_that_hides_a_member_is_told():
    """
    An attribute named like a member of the base class stops the generator.
    """
    block = {"attributes": {"node": {"type": "string", "computed": True}}}

    with pytest.raises(SystemExit, match=r"\['node'\] hide members of the base class"):
        render("aws_thing", block, SETTINGS)


def test_members_of_the_base_class_are_not_hidden():
    """
    No generated attribute replaces a member of its base class.
    """
    base = importlib.import_module("bindings.resource").Resource
    clashes = {
        (name, member)
        for name in bindings.aws.__all__
        for member, value in vars(getattr(bindings.aws, name)).items()
        if isinstance(value, property) and hasattr(base, member)
    }

    assert set() == clashes
