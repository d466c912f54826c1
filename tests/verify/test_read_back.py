"""
What is compared with what, and that nothing passes unseen.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.verify import resources
from workflow.probes import PROBES
from workflow.probes.fact import Fact, brief, meaning
from workflow.probes.policies import denies_plain, same_policy
from workflow.read_back import planned_values, read_back
from workflow.verify import Difference

ROOT = Path(__file__).parents[2]


def plan(values, unknown=None):
    """The plan of one queue."""
    resource = {"address": "aws_sqs_queue.q", "values": values}
    change = {"address": "aws_sqs_queue.q", "change": {"after_unknown": unknown or {}}}
    return {"planned_values": {"root_module": {"resources": [resource]}}, "resource_changes": [change]}


def policy(**changes):
    statement = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Principal": {"AWS": resources.ROOT}}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement | changes]})


def test_every_type_has_a_probe():
    """
    Each type a stack can make is read back.
    """
    assert set() == set(json.loads((ROOT / "bindings" / "schema.json").read_text())) - set(PROBES)


def test_plan_comes_before_state():
    """
    A value that the plan knows is what counts, whatever the state says.
    """
    planned = planned_values(plan({"name": "a"}), {"aws_sqs_queue.q": {"name": "b", "url": "u"}})

    assert {"aws_sqs_queue.q": {"name": "a", "url": "u"}} == planned


def test_state_fills_what_the_plan_does_not_know():
    """
    A value with an unknown part, at any depth, is taken from the state as a whole.
    """
    unknown = plan({"rule": [{"algorithm": "aws:kms"}]}, {"rule": [{"key": True}]})
    applied = {"aws_sqs_queue.q": {"rule": [{"algorithm": "aws:kms", "key": "k"}]}}

    assert applied == planned_values(unknown, applied)


def test_planned_but_not_applied(session):
    """
    A resource of the plan that is not in the state does not exist.
    """
    found = read_back(session, plan({}), {}, {})

    assert [("aws_sqs_queue.q", Fact("exists", planned=True, live=False))] == found.differing


def test_half_applied(session):
    """
    A resource whose creation was cut off before the state had its id does not exist.
    """
    found = read_back(session, plan({"url": None}), {"aws_sqs_queue.q": {"url": None}}, {})

    assert [("aws_sqs_queue.q", Fact("exists", planned=True, live=False))] == found.differing


def test_applied_but_not_planned(session):
    """
    A resource of the state that the plan does not have is there unplanned.
    """
    state = {"aws_sqs_queue.q": {}, "aws_sqs_queue.other": {}}
    found = read_back(session, plan({}), state, {"aws_sqs_queue.q": "cannot be served"})

    assert [("aws_sqs_queue.other", Fact("exists", planned=False, live=True))] == found.differing


def test_left_out(session):
    """
    What was left out is named with its reason, and is no difference.
    """
    found = read_back(session, plan({}), {}, {"aws_sqs_queue.q": "cannot be served"})

    assert (["aws_sqs_queue.q: cannot be served"], []) == (found.unprobed, found.differing)


def test_what_is_left_out_is_not_looked_for_elsewhere(session):
    """
    A role whose policy was left out has none, as it should.
    """
    made = resources.role(session)
    role, policy = made["aws_iam_role.r"], made["aws_iam_role_policy.p"]
    session.client("iam").delete_role_policy(RoleName=role["name"], PolicyName=policy["name"])
    planned = {
        "planned_values": {
            "root_module": {"resources": [{"address": address, "values": values} for address, values in made.items()]}
        },
        "resource_changes": [{"address": address, "change": {}} for address in made],
    }
    found = read_back(session, planned, {"aws_iam_role.r": role}, {"aws_iam_role_policy.p": "cannot be served"})

    assert [] == found.differing


def test_resources_of_a_second_region(session):
    """
    A resource whose provider has an alias is looked for in that provider's region.
    """
    topic = session.client("sns", region_name="eu-west-1").create_topic(Name="elsewhere")["TopicArn"]
    values = {"address": "aws_sns_topic.t", "values": {"arn": topic}}
    provider = {"name": "aws", "alias": "copy", "expressions": {"region": {"constant_value": "eu-west-1"}}}
    configured = {"address": "aws_sns_topic.t", "provider_config_key": "aws.copy"}
    found = read_back(
        session,
        {
            "planned_values": {"root_module": {"resources": [values]}},
            "resource_changes": [{"address": "aws_sns_topic.t", "change": {}}],
            "configuration": {
                "provider_config": {"aws": {"name": "aws"}, "aws.copy": provider},
                "root_module": {"resources": [configured]},
            },
        },
        {"aws_sns_topic.t": {"arn": topic}},
        {},
    )

    assert (1, []) == (found.resources, found.differing)


def test_without_permission(emulator, session):
    """
    A resource that may not be read is a difference, not one that passes.
    """
    trust = resources.role(session)["aws_iam_role.r"]["arn"]
    queue = resources.queue(session)["aws_sqs_queue.q"]
    found = read_back(emulator.session(trust), plan(queue), {"aws_sqs_queue.q": queue}, {})

    assert ["can be read"] == [fact.name for _, fact in found.differing]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, ""),
        (None, []),
        (None, {}),
        (False, None),
        (["a", "b"], ["b", "a"]),
        ({"x": None, "y": 1}, {"y": 1.0}),
        ([{"a": 1}, {"b": []}], [{"a": 1}]),
    ],
)
def test_same_meaning(one, other):
    """
    Nothing, empty and false are one; the order of a list does not count.
    """
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(("one", "other"), [(0, None), (0, False), (True, None), ("a", ["a"]), ({"x": 0}, {})])
def test_other_meaning(one, other):
    """
    Zero is a number: no retention is not the same as none stated.
    """
    assert not Fact("x", one, other).agrees


@pytest.mark.parametrize(
    "other",
    [
        policy(Action=["s3:GetObject"]),
        policy(Resource=["*"]),
        policy(Principal={"AWS": ["111122223333"]}),
        policy(Condition={}),
    ],
)
def test_same_policy(other):
    """
    However it is written, the same policy agrees.
    """
    assert all(fact.agrees for fact in same_policy("policy", policy(), other))


@pytest.mark.parametrize(
    "other",
    [
        policy(Action="s3:*"),
        policy(Effect="Deny"),
        policy(Principal="*"),
        policy(Condition={"Bool": {"aws:SecureTransport": "true"}}),
        policy().replace("2012-10-17", "2008-10-17"),
        json.dumps({"Version": "2012-10-17", "Statement": []}),
        None,
    ],
)
def test_another_policy(other):
    """
    A policy that means something else differs, and so does none at all.
    """
    assert not all(fact.agrees for fact in same_policy("policy", policy(), other))


@pytest.mark.parametrize(
    "changes",
    [
        {"Effect": "Allow"},
        {"Principal": {"AWS": resources.ROOT}},
        {"Condition": {"Bool": {"aws:SecureTransport": "true"}}},
        {"Condition": {"Bool": {"aws:SecureTransport": "false"}, "StringEquals": {"s3:prefix": "x"}}},
    ],
)
def test_denial_that_denies_nothing(changes):
    """
    A statement that looks like the TLS statement and refuses nobody, or only some, does not count.
    """
    statement = resources.tls_only("arn:aws:s3:::orders")

    assert ["s3:* on arn:aws:s3:::orders"] == denies_plain(resources.policy(statement))
    assert [] == denies_plain(resources.policy(statement | changes))


def test_text():
    """
    A difference is one line: where, what, as it is, as it was planned.
    """
    text = Difference("aws_sqs_queue.q", "kms_master_key_id", "key", None).text()

    assert "aws_sqs_queue.q: kms_master_key_id is null, planned is key" == text
    assert 410 > len(brief(["x" * 1000]))
