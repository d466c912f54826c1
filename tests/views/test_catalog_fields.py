from __future__ import annotations

import re

import pytest

from blueprints import BLUEPRINTS
from workflow.catalog_pages.fields import Field, Fields
from workflow.catalog_pages.pages import form
from workflow.parameters import parameters
from workflow.schemas import deployment_schema

SCHEMA = deployment_schema(BLUEPRINTS)


def forms(name):
    return form(SCHEMA, name, ["dev", "prod"])


def paths(field, prefix=""):
    """
    The fields below a group by their paths, written as parameters are: `[]` for each item of a list, and those of all variants.
    """
    for part in field.fields:
        if field.kind == "variants":
            yield from paths(part, prefix)
            continue
        path = f"{prefix}{part.name}"
        yield path, part
        inner = part.item if part.kind == "list" else part
        yield from paths(inner, f"{path}{'[]' if part.kind == 'list' else ''}.")


def field(name, path):
    return dict(paths(forms(name)))[path]


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_every_parameter_can_be_filled_in(name):
    """
    A form asks for every parameter of its blueprint, and says what it means.
    """
    asked = {(path, each.meaning) for path, each in paths(forms(name))}
    known = {(f"parameters.{each.path}", each.meaning) for each in parameters(BLUEPRINTS[name].params_type)}

    assert known <= asked


def test_the_load_is_asked_where_data_enters():
    """
    A blueprint that takes no load has no field for it.
    """
    asked = {name: "workload" in dict(paths(forms(name))) for name in BLUEPRINTS}

    assert {name: blueprint.takes_load for name, blueprint in BLUEPRINTS.items()} == asked


@pytest.mark.parametrize(
    ("blueprint", "path", "expected"),
    [
        ("stream_analytics", "workload.average_record_bytes", {"min": "1", "max": "1000000", "step": "1"}),
        ("stream_analytics", "workload.peak_factor", {"min": "1", "max": "100", "step": "any"}),
        ("warehouse_reporting", "parameters.warehouse.serverless.base_rpu", {"min": "8", "max": "512", "step": "8"}),
    ],
)
def test_numbers_are_bounded(blueprint, path, expected):
    """
    The browser knows the range of a number, and its steps.
    """
    found = field(blueprint, path)

    assert ("number", expected) == (found.kind, dict(found.limits))


def test_texts_look_as_they_have_to():
    """
    A text has its pattern, and the words that say it.
    """
    owner = field("stream_analytics", "owner")

    assert re.search(owner.limits["data-pattern"], "orders-team@example.com")
    assert "a mail address, such as orders-team@example.com" == owner.allowed


def test_the_environment_is_chosen_from_those_there_are():
    """
    Nobody has to know the names of environments.
    """
    environment = field("event_store", "environment")

    assert ("choice", ("dev", "prod")) == (environment.kind, environment.options)


def test_a_list_of_words_is_ticked():
    """
    Of a few words, any are chosen, at least one where one is needed.
    """
    consumers = field("event_store", "parameters.consumers")

    assert ("choices", 1, True) == (consumers.kind, consumers.least, consumers.required)
    assert {"owner", "engineer", "analyst", "ml_engineer"} == set(consumers.options)


def test_defaults_are_shown():
    """
    What holds when a field is left empty stands in it.
    """
    found = field("stream_analytics", "parameters.lake.raw_retention_days")

    assert ("365", False) == (found.default, found.required)


def test_a_variant_is_named_after_its_kind():
    """
    Of several forms of one thing, each is called what tells it from the others.
    """
    reached = field("account_baseline", "parameters.break_glass.reached_by")

    assert "variants" == reached.kind
    assert all(part.name in part.fields[0].options for part in reached.fields)


def test_a_schema_that_no_form_shows_is_refused():
    """
    A parameter of a new sort is told at once, and never left out of the form.
    """
    with pytest.raises(ValueError, match="no field of a form"):
        Fields({}).of({"type": "null"})


def test_a_field_that_may_be_null_is_that_of_its_value():
    """
    Null is what a field is when it is empty.
    """
    some = Fields({}).of({"anyOf": [{"type": "boolean"}, {"type": "null"}], "default": None}, "there")

    assert Field("boolean", "there") == some
