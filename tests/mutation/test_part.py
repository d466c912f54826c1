from __future__ import annotations

import pytest

from workflow.mutation.catalogue import Mutant
from workflow.mutation.part import Parts, mutated

KEY, QUEUE, TOPIC = "aws_kms_key.own", "aws_sqs_queue.a", "aws_sns_topic.b"
VALUES = {
    KEY: {"arn": "arn:key", "key_id": "own"},
    QUEUE: {"name": "a", "kms_master_key_id": "arn:key"},
    TOPIC: {"name": "b"},
}
LOOKED_AT = {
    "MR_SQS_1": ["aws_sqs_queue", "aws_kms_key"],
    "CKV_AWS_27": ["aws_sqs_queue"],
    "MR_SNS_1": ["aws_sns_topic", "aws_kms_key"],
}


@pytest.fixture
def plan():
    references = {QUEUE: {"kms_master_key_id": {"references": ["aws_kms_key.own.arn", "aws_kms_key.own"]}}}
    kinds = {address: address.partition(".")[0] for address in VALUES}
    return {
        "planned_values": {
            "root_module": {"resources": [{"address": at, "type": kinds[at], "values": VALUES[at]} for at in VALUES]}
        },
        "resource_changes": [{"address": at, "change": {"actions": ["create"], "after": VALUES[at]}} for at in VALUES],
        "configuration": {
            "root_module": {
                "resources": [
                    {"address": at, "type": kinds[at], "expressions": references.get(at, {})} for at in VALUES
                ]
            }
        },
    }


def mutant(address, values):
    return Mutant("orders-dev", "an operator", "encryption", address, "", values)


def of(section):
    resources = section["root_module"]["resources"]
    return {item["address"]: item for item in resources}


def test_a_mutant_is_in_all_sections(plan):
    """
    Planned values, changes and references say the same; a reference to what is no longer named is gone.
    """
    weak = {"name": "a", "kms_master_key_id": "arn:foreign"}
    found = mutated(plan, mutant(QUEUE, weak))

    assert weak == of(found["planned_values"])[QUEUE]["values"]
    assert [weak] == [item["change"]["after"] for item in found["resource_changes"] if item["address"] == QUEUE]
    assert {} == of(found["configuration"])[QUEUE]["expressions"]
    assert VALUES[TOPIC] == of(found["planned_values"])[TOPIC]["values"]


def test_references_that_are_still_named_stay(plan):
    """
    Another argument's reference is untouched, or connections would break that nobody weakened.
    """
    found = mutated(plan, mutant(QUEUE, {**VALUES[QUEUE], "name": "c"}))

    assert ["aws_kms_key.own.arn", "aws_kms_key.own"] == of(found["configuration"])[QUEUE]["expressions"][
        "kms_master_key_id"
    ]["references"]


def test_what_is_gone_is_in_no_section(plan):
    """
    A resource that is taken out leaves no trace that Checkov could fill a hole from.
    """
    found = mutated(plan, mutant(QUEUE, None))

    assert {KEY, TOPIC} == set(of(found["planned_values"])) == set(of(found["configuration"]))
    assert {KEY, TOPIC} == {item["address"] for item in found["resource_changes"]}


def test_a_part_holds_what_its_checks_look_at(plan):
    """
    The checks that look at the type, and every type any of them looks at; the rest of the plan cannot change their verdicts.
    """
    parts = Parts(plan, LOOKED_AT)
    part, checks = parts.of(mutant(QUEUE, {"name": "c"}))

    assert ["CKV_AWS_27", "MR_SQS_1"] == checks
    assert {KEY, QUEUE} == set(of(part["planned_values"]))


def test_a_key_touches_whatever_is_under_it(plan):
    """
    Checks that judge other types look at keys too, so all of them are asked.
    """
    part, checks = Parts(plan, LOOKED_AT).of(mutant(KEY, {"arn": "arn:other"}))

    assert ["MR_SNS_1", "MR_SQS_1"] == checks
    assert {KEY, QUEUE, TOPIC} == set(of(part["planned_values"]))


def test_a_single_mutant_is_a_plan_of_its_own(plan):
    """
    One resource in each section, and what it still refers to by name.
    """
    single = Parts(plan, LOOKED_AT).single(mutant(QUEUE, {**VALUES[QUEUE], "name": "c"}))

    assert {QUEUE} == set(of(single["planned_values"])) == set(of(single["configuration"]))
    assert "c" == single["resource_changes"][0]["change"]["after"]["name"]
    assert ["aws_kms_key.own.arn", "aws_kms_key.own"] == of(single["configuration"])[QUEUE]["expressions"][
        "kms_master_key_id"
    ]["references"]


def test_a_mutant_that_is_gone_has_no_plan(plan):
    """
    Nothing is asked about a resource that is not there, only about those around it.
    """
    assert Parts(plan, LOOKED_AT).single(mutant(QUEUE, None)) is None
