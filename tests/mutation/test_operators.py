from __future__ import annotations

import json
from typing import get_args

import pytest

from workflow.mutation.catalogue import OPERATORS, mutants, repeated_names
from workflow.mutation.documents import extended, statements, with_values
from workflow.mutation.operators import Family, Operator, gone, leaves, setting
from workflow.probes import PROBES

STATEMENT = {"Sid": "Reads", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::orders/*"}
OTHER = {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}
POLICY = {"policy": json.dumps({"Version": "2012-10-17", "Statement": [STATEMENT, OTHER]})}


def made(edit, values):
    return dict(edit(values))


def test_there_are_enough_of_every_family():
    """
    At least 40 operators, some in every family, each with a name of its own.
    """
    assert 40 <= len(OPERATORS)
    assert {operator.family for operator in OPERATORS} == {*get_args(Family)}
    assert [] == repeated_names()


def test_operators_are_about_types_we_use():
    """
    A misspelt type would be an operator that never makes a mutant.
    """
    assert set() == {kind for operator in OPERATORS for kind in operator.types} - set(PROBES)


def test_a_setting_is_changed_in_every_block():
    """
    Each block of a list makes a mutant of its own, named by its place; nothing else is touched.
    """
    values = {"rule": [{"status": "Enabled"}, {"status": "Enabled"}], "bucket": "a"}
    found = made(setting("rule.status", "Disabled"), values)

    assert {"rule[0].status", "rule[1].status"} == set(found)
    assert {"rule": [{"status": "Enabled"}, {"status": "Disabled"}], "bucket": "a"} == found["rule[1].status"]
    assert "Enabled" == values["rule"][1]["status"]


def test_none_takes_an_argument_out():
    """
    What is not set cannot be taken out.
    """
    assert {"key": {}} == made(setting("key", None), {"key": "a"})
    assert {} == made(setting("key", None), {"key": None})
    assert {} == made(setting("key", None), {})


def test_leaves_are_found_at_any_depth():
    """
    Every value that fits is changed, one at a time.
    """
    found = made(
        leaves(lambda name, value: name == "key" and value == "mine", "foreign"),
        {"a": [{"key": "mine"}], "key": "mine"},
    )

    assert {
        "a[0].key": {"a": [{"key": "foreign"}], "key": "mine"},
        "key": {"a": [{"key": "mine"}], "key": "foreign"},
    } == found


def test_statements_are_changed_one_at_a_time():
    """
    A statement is named by its Sid or its place; one that is taken out leaves the others.
    """
    found = made(statements(with_values(Action="*")), POLICY)
    without = made(statements(lambda _: None), POLICY)

    assert {"policy[Reads]", "policy[1]"} == set(found)
    assert "*" == json.loads(found["policy[Reads]"]["policy"])["Statement"][0]["Action"]
    assert [OTHER] == json.loads(without["policy[Reads]"]["policy"])["Statement"]


def test_the_last_statement_stays():
    """
    A policy without statements is none that AWS takes.
    """
    assert {} == made(statements(lambda _: None), {"policy": json.dumps({"Statement": [STATEMENT]})})


def test_statements_are_added():
    """
    One more statement makes one more mutant.
    """
    [(where, values)] = extended(STATEMENT)(POLICY)

    assert "policy[new 0]" == where
    assert 3 == len(json.loads(values["policy"])["Statement"])


def test_what_changes_nothing_is_no_mutant():
    """
    A resource that is weak already makes no mutant, and neither does one of another type.
    """
    operator = Operator("off", "tags", ("aws_sqs_queue",), setting("a", 1))

    assert [] == list(operator.mutants("aws_sqs_queue", {"a": 1}))
    assert [] == list(operator.mutants("aws_sns_topic", {"a": 2}))
    assert [("a", {"a": 1})] == list(operator.mutants("aws_sqs_queue", {"a": 2}))


def test_a_resource_can_be_gone():
    """
    A mutant without values is a resource that is not there.
    """
    assert [("", None)] == list(gone({"a": 1}))


@pytest.mark.parametrize("name", ["a foreign key", "data keys for a day", "queue keeps an hour", "no dead letters"])
def test_a_queue_has_these_mutants(name):
    """
    A queue is weakened in its key, its retention and what it does with messages that fail.
    """
    queue = {
        "name": "orders",
        "kms_master_key_id": "arn:aws:kms:eu-central-1:111122223333:key/own",
        "message_retention_seconds": 1_209_600,
        "redrive_policy": '{"deadLetterTargetArn": "arn:aws:sqs:eu-central-1:111122223333:dead"}',
    }

    assert name in {each.operator for each in mutants("orders-dev", {"aws_sqs_queue.a": queue})}
