"""
Verbs without what they need, and deployment files that are none.
"""

from __future__ import annotations

import pytest

from tests.faults.test_machine import refused
from workflow.workspace import read_json, write_json

FILES = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "huge": b"owner: " + b"x" * 10_000_000,
    "many lines": b"- x\n" * 2_500_000,
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", FILES)
def test_file_that_is_no_deployment(bare, name):
    """
    The file is named, and nothing is started or written for it.
    """
    (bare.root / "deployments" / "orders-dev.yaml").write_bytes(FILES[name])

    refused(bare.run("plan", "orders-dev"), "orders-dev.yaml")
    assert not bare.place().configuration.exists()


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("gate", ["plan.json is missing", "make plan"]),
        ("verify", ["missing", "make plan"]),
    ],
    ids=["gate", "verify"],
)
def test_verb_without_a_plan(bare, verb, words):
    """
    What needs a plan says so.
    """
    refused(bare.run(verb, "orders-dev"), *words)


def test_apply_without_a_plan(bare):
    """
    There is nothing to apply, and the message says how to get it.
    """
    refused(bare.run("apply", "orders-dev"), "make plan", code=1)


def test_destroy_without_anything(bare):
    """
    Nothing to destroy is no fault.
    """
    assert 0 == bare.run("destroy", "orders-dev").code


def test_verify_before_apply(planned):
    """
    A plan alone is nothing to verify.
    """
    refused(planned.run("verify", "orders-dev"), "make apply")


def test_unknown_deployment(bare):
    """
    The nearest name is offered.
    """
    refused(bare.run("plan", "orders-dve"), "orders-dve", "orders-dev")


def test_unknown_target(bare):
    """
    The targets are named.
    """
    refused(bare.run("plan", "orders-dev", "--target", "azure"), "local", "aws")


def test_unknown_blueprint(bare):
    """
    The nearest blueprint is offered.
    """
    refused(bare.run("show", "stream_analytic"), "stream_analytics")


def test_demo_of_what_is_applied(planned):
    """
    A demo does not run over a deployment that somebody has applied.
    """
    place = planned.place()
    resource = {"mode": "managed", "type": "aws_kms_key", "name": "k", "instances": []}
    write_json(place.state, {"version": 4, "serial": 1, "lineage": "l", "resources": [resource]})

    refused(planned.run("demo", "orders-dev"), "applied already", "make destroy")
    assert [resource] == read_json(place.state)["resources"]


def test_demo_of_what_it_cannot_feed(bare):
    """
    A demo names the blueprints that it knows how to send something to.
    """
    refused(bare.run("demo", "lakehouse-dev"), "stream_analytics", "container_workers", "batch_lakehouse")


@pytest.mark.parametrize("text", ["", "{", "no state"], ids=["empty", "half", "none"])
def test_state_that_is_none(planned, text):
    """
    A state that Terraform left empty counts as none; one that cannot be read is named and kept.
    """
    place = planned.place()
    place.state.write_text(text)

    done = planned.run("destroy", "orders-dev")

    assert (0 if not text else 2) == done.code, done.said
    assert text == place.state.read_text()
    assert text == "" or "terraform.tfstate" in done.said
