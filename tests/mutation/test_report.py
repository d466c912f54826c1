from __future__ import annotations

from pathlib import Path

from workflow.controls import read_control_list
from workflow.mutation.catalogue import Mutant
from workflow.mutation.equivalents import Equivalent, read_equivalents
from workflow.mutation.judging import Outcome
from workflow.mutation.report import document, markdown
from workflow.mutation.stage import choose

ROOT = Path(__file__).parents[2]
CONTROLS = read_control_list(ROOT).by_check()
REASON = "nothing that anybody protects changes by this, whatever the value is"


def mutant(address, operator="a foreign key", values=()):
    return Mutant("orders-dev", operator, "encryption", address, "kms_key_id", None if values is None else {"a": 1})


def outcome(address, *checks, inventory=False, operator="a foreign key"):
    return Outcome(mutant(address, operator), checks, inventory)


OUTCOMES = [
    outcome("aws_kinesis_stream.a", "MR_KINESIS_1"),
    outcome("aws_kinesis_stream.b"),
    outcome("aws_kms_alias.c", inventory=True, operator="alias elsewhere"),
    outcome("aws_sns_topic.d", operator="no owner"),
]
EQUIVALENT = Equivalent(operator="no owner", addresses=r"aws_sns_topic\.", reason=REASON)


def report():
    return document(OUTCOMES, [EQUIVALENT], CONTROLS, {"seed": 0})


def test_equivalent_mutants_count_nowhere():
    """
    One that weakens nothing is listed with its reason and is in no figure.
    """
    found = report()

    assert (4, 1) == (found["mutants"], found["equivalent"])
    assert {"mutants": 3, "killed": 1, "percent": 33.3} == found["gate"]
    assert [("aws_sns_topic.d", REASON)] == [(each["address"], each["reason"]) for each in found["equivalents"]]


def test_plan_tests_count_beside_the_gate():
    """
    What only an inventory notices is no kill of the gate.
    """
    assert {"mutants": 3, "killed": 2, "percent": 66.7} == report()["gate_or_plan_tests"]


def test_a_control_is_measured_by_what_is_its_business():
    """
    Mutants of an operator and type of which it kills one are its business; one that notices none stands at 0.
    """
    controls = report()["controls"]

    assert {"mutants": 2, "killed": 1, "percent": 50.0, "noticed": 1} == controls["encrypt-streams"]
    assert {"mutants": 0, "killed": 0, "percent": 0.0, "noticed": 0} == controls["encrypt-queues"]
    assert {control.id for control in CONTROLS.values()} == set(controls)


def test_survivors_are_things_to_do():
    """
    The Markdown has a box to tick for each survivor, and the rates.
    """
    text = markdown(report())

    assert "- [ ] encryption, a foreign key: `aws_kinesis_stream.b` `kms_key_id` of orders-dev\n" in text
    assert ", seen by the plan tests" in text
    assert "| encrypt-streams | 2 | 1 | 50.0 | 1 |" in text
    assert REASON in text


def test_the_seed_decides_the_sample():
    """
    The same seed gives the same mutants in the same order; another seed gives others.
    """
    every = [mutant(f"aws_sqs_queue.q{index}") for index in range(100)]

    assert choose(every, 10, 7) == choose(every, 10, 7)
    assert choose(every, 10, 7) != choose(every, 10, 8)
    assert every == choose(every, None, 7)


def test_the_list_of_equivalents_can_be_read():
    """
    Every entry names an operator that there is.
    """
    assert isinstance(read_equivalents(ROOT), tuple)
