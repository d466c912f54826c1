"""
The anatomy of a blueprint holds all that its deployments make, in CloudFormation's words.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Literal

import pytest
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from blueprints import BLUEPRINTS
from blueprints.synthesis import packaged
from modules.errors import InputError
from modules.params import Params
from workflow.anatomy.choices import Choice, changed, choices
from workflow.anatomy.cloudformation import NAMES, cloudformation_type, logical_id
from workflow.anatomy.parameters import GROUP, TYPES, typed
from workflow.anatomy.printing import print_anatomy
from workflow.anatomy.template import Condition, parts, template
from workflow.parameters import parameters

ROOT = Path(__file__).resolve().parents[2]
NAME = "stream_analytics"


@pytest.fixture(name="found", scope="module")
def _found():
    return template(ROOT, NAME)


@pytest.fixture(name="conditions", scope="module")
def _conditions(found):
    """
    Of each part, what has to hold.
    """
    return {part.id: [each.expression for each in conditions] for part, conditions in found.parts.items()}


@pytest.fixture(name="shown", scope="module")
def _shown():
    """
    The text of `make anatomy BLUEPRINT=stream_analytics`, as a pipe gets it.
    """
    with pytest.MonkeyPatch.context() as patch:
        printed = io.StringIO()
        patch.setattr("sys.stdout", printed)
        print_anatomy(ROOT, NAME)
    return printed.getvalue()


def test_every_resource_and_output_is_there(found, loaded):
    """
    Whatever a deployment's stack holds is a part of the template, whatever blueprint's it is.
    """
    made = parts(loaded.deployment, loaded.environment, packaged(ROOT))

    assert len(made) > 100
    assert set(made) <= set(found.parts)


def test_logical_ids_are_clear(found):
    """
    No two resources, and no two outputs, share a logical id, and each has letters and digits only.
    """
    for section in ("Resources", "Outputs"):
        names = [part.id for part, _ in found.section(section)]

        assert names
        assert len(set(names)) == len(names)
        assert all(re.fullmatch("[A-Za-z0-9]+", name) for name in names)


def test_a_list_item_is_a_condition(conditions):
    """
    Who consumes decides which roles and workgroups there are.
    """
    assert ["consumers contains analyst"] == conditions["ReadersAnalystWorkgroupWorkgroup"]
    assert ["consumers contains analyst"] == conditions["WorkgroupAnalyst"]


def test_a_class_is_a_condition(conditions):
    """
    Restricted data has keys of its own; raw data is locked from confidential; classes stand weakest first.
    """
    assert ["classification is restricted"] == conditions["KeysRawKey"]
    assert ["classification is confidential or restricted"] == conditions["LakeRawObjectLock"]
    assert ["classification is public or internal or confidential"] == conditions["ReadersEngineerRepairRoleRole"]


def test_what_only_an_environment_makes_names_it():
    """
    Restricted data is searched for where an environment allows it.
    """
    found = template(ROOT, "region_baseline").parts
    [conditions] = [conditions for part, conditions in found.items() if part.id == "MacieRestrictedJob"]

    assert ["environment is prod"] == [each.expression for each in conditions]


def test_what_is_always_made_has_no_condition(conditions):
    """
    The stream depends on no setting.
    """
    assert [] == conditions["StreamStream"]


def test_conditions_hold(found, loaded):
    """
    A deployment that meets a condition has the parts, and one that does not, lacks them.
    """
    with_analyst, without = (
        changed(loaded.deployment, Choice(("parameters", "consumers"), "", value))
        for value in (["owner", "analyst"], ["owner"])
    )
    there, gone = (
        {part.id for part in parts(each, loaded.environment, packaged(ROOT))} for each in (with_analyst, without)
    )
    switched = {
        part.id for part, all_of in found.parts.items() if Condition("consumers", ("contains",), "analyst") in all_of
    }

    assert switched
    assert switched <= there
    assert not switched & gone


def test_conditions_have_names(found):
    """
    A condition's name is a logical id, and belongs to it alone.
    """
    names = [each.name for each in found.conditions]

    assert {"ConsumersContainsAnalyst", "ClassificationIsRestricted"} <= set(names)
    assert len(set(names)) == len(names)


def test_settings_with_few_values_are_tried(loaded):
    """
    Of words every one, of lists each item with and without; what names or counts is left alone.
    """
    found = list(choices(loaded.deployment))
    tried = {".".join(choice.path) for choice in found}

    assert {"classification", "parameters.consumers", "parameters.stream.capacity_mode"} <= tried
    assert not tried & {"name", "owner", "environment", "parameters.lake.raw_retention_days"}
    assert 4 == sum(choice.path == ("classification",) for choice in found)
    assert 8 == sum(choice.path == ("parameters", "consumers") for choice in found)


class Inner(Params):
    switch: bool = False
    mode: Literal["fast", "slow"] = "slow"


class Outer(Params):
    inner: Inner | None = Inner()
    names: tuple[str, ...] = ("a",)


def test_switches_inside_are_tried():
    """
    True and false, words, a group given and left out, a list with and without items.
    """
    found = {(".".join(choice.path), choice.word) for choice in choices(Outer())}

    assert {
        ("inner.switch", "true"),
        ("inner.switch", "false"),
        ("inner.mode", "fast"),
        ("inner.mode", "slow"),
        ("inner", "given"),
        ("inner", "left out"),
        ("names", "not empty"),
        ("names", "empty"),
    } == found
    assert Outer(inner=None) == changed(Outer(), Choice(("inner",), "left out", None))


def test_what_a_model_refuses_is_passed_over(loaded):
    """
    A value that is none is no deployment.
    """
    assert changed(loaded.deployment, Choice(("classification",), "secret", "secret")) is None


@pytest.mark.parametrize("name", NAMES.values())
def test_names_are_cloudformations(name):
    """
    Each type, and each property of one, is in CloudFormation's own registry.
    """
    resource_type, _, rest = name.partition(" (")
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource_type).schema

    assert resource_type == schema["typeName"]
    assert not rest or rest.rstrip(")") in schema["properties"]


def test_what_cloudformation_lacks_keeps_its_name(found):
    """
    Only a type that CloudFormation has nothing for is told by Terraform's name.
    """
    kinds = {part.kind for part, _ in found.section("Resources") if not part.kind.startswith("AWS::")}

    assert {"aws_default_security_group"} == kinds
    assert "aws_default_security_group" == cloudformation_type("aws_default_security_group")


def test_logical_ids_come_from_paths():
    """
    Parts of a path become words.
    """
    assert "LakeRawBucket" == logical_id("lake", "raw_bucket")


@pytest.mark.parametrize("blueprint", BLUEPRINTS)
def test_every_parameter_is_there(blueprint):
    """
    All of the blueprint's parameters and the deployment's own keys are listed, each once, and each has a type.
    """
    rows = list(typed(BLUEPRINTS[blueprint]))
    paths = [row.path for row in rows]
    own = {"environment", "owner", "classification"}

    assert {each.path for each in parameters(BLUEPRINTS[blueprint].params_type)} | own <= set(paths)
    assert len(set(paths)) == len(paths)
    assert {*TYPES.values(), GROUP} >= {row.type for row in rows}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("workload.records_per_second", "Number"),
        ("stream.capacity_mode", "String"),
        ("producers", "CommaDelimitedList"),
        ("consumers", "CommaDelimitedList"),
        ("event_schema", GROUP),
        ("event_schema.fields[].required", "String"),
    ],
)
def test_parameters_have_cloudformations_types(path, expected):
    """
    Numbers, texts, and lists of texts; a mapping is a group of its keys.
    """
    types = {row.path: row.type for row in typed(BLUEPRINTS[NAME])}

    assert expected == types[path]


def test_four_sections_in_their_order(shown):
    """
    Parameters, Conditions, Resources, Outputs: as a template has them.
    """
    titles = ("Parameters", "Conditions", "Resources", "Outputs")
    places = [shown.index(f"\n{title}") for title in titles]

    assert sorted(places) == places


def test_everything_found_is_printed(shown, found):
    """
    Each part and each condition has its row; words that do not fit a line go on in the next.
    """
    words = set(shown.split())

    assert {part.id for part in found.parts} <= words
    assert {each.name for each in found.conditions} <= words


def test_lines_fit(shown):
    """
    A pipe gets no colour codes and no line longer than 120 characters.
    """
    assert "\x1b" not in shown
    assert 120 >= max(map(len, shown.splitlines()))


def test_unknown_blueprint():
    """
    A misspelt name is an error that names the nearest.
    """
    with pytest.raises(InputError, match="there is no blueprint stream_analitics; did you mean stream_analytics"):
        print_anatomy(ROOT, "stream_analitics")


def test_a_blueprint_without_deployments_has_no_parts():
    """
    Nothing is made up where nothing can be composed.
    """
    assert {} == template(ROOT, "other").parts
