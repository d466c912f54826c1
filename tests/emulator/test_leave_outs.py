"""
What the embedded AWS cannot serve is left out of a plan together with everything that needs it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from modules.errors import InputError
from workflow.emulator.leave_outs import LEAVE_OUTS, leave_out

FIXTURES = Path(__file__).parent / "fixtures" / "left_out"
ALARM = {"alarm_name": "all", "alarm_rule": "ALARM(a)"}
TOPIC = {"name": "${aws_cloudwatch_composite_alarm.all.alarm_name}-topic"}


def configuration(**resources):
    """A stack with the composite alarm `all` and *resources* of the form type=body, each named `x`."""
    named = {kind: {"x": body} for kind, body in resources.items()}
    return {"resource": {"aws_cloudwatch_composite_alarm": {"all": ALARM}, **named}}


def left_out(**resources):
    return leave_out(configuration(**resources))[1]


def test_nothing_to_leave_out():
    """
    A stack that can be served whole needs no override.
    """
    assert ({}, []) == leave_out({"resource": {"aws_sns_topic": {"x": {"name": "t"}}}})


def test_the_type_is_left_out():
    """
    A resource of a type in the table gets `count = 0`.
    """
    override, addresses = leave_out(configuration())

    assert {"resource": {"aws_cloudwatch_composite_alarm": {"all": {"count": 0}}}} == override
    assert ["aws_cloudwatch_composite_alarm.all"] == addresses


@pytest.mark.parametrize(
    "body",
    [
        TOPIC,
        {"tags": {"alarm": ["${aws_cloudwatch_composite_alarm.all.id}"]}},
        {"policy": '{"Resource": "${aws_cloudwatch_composite_alarm.all.arn}"}'},
        {"name": '${join("-", [aws_cloudwatch_composite_alarm.all.alarm_name, 1])}'},
        {"name": '%{ if aws_cloudwatch_composite_alarm.all.id != "" }x%{ endif }'},
        {"lifecycle": {"replace_triggered_by": ["aws_cloudwatch_composite_alarm.all"]}},
    ],
)
def test_dependents_go_too(body):
    """
    A reference anywhere in the arguments takes its resource along.
    """
    assert ["aws_cloudwatch_composite_alarm.all", "aws_sns_topic.x"] == left_out(aws_sns_topic=body)


def test_dependents_of_dependents_go_too():
    """
    The chain of references is followed to its end.
    """
    subscription = {"topic_arn": "${aws_sns_topic.x.arn}"}

    assert "aws_sns_topic_subscription.x" in left_out(aws_sns_topic=TOPIC, aws_sns_topic_subscription=subscription)


@pytest.mark.parametrize(
    "body",
    [
        {"name": "t", "depends_on": ["aws_cloudwatch_composite_alarm.all"]},
        {"name": "t", "depends_on": ["${aws_cloudwatch_composite_alarm.all}"]},
        {"name": "$${aws_cloudwatch_composite_alarm.all.id}"},
        {"name": "aws_cloudwatch_composite_alarm.all"},
        {"name": "${aws_cloudwatch_composite_alarm.all_of_them.id}"},
        {"name": "${module.aws_cloudwatch_composite_alarm.all.id}"},
        {"//": {"metadata": {"path": "${aws_cloudwatch_composite_alarm.all.id}"}}},
    ],
)
def test_others_stay(body):
    """
    An order, an escaped or plain text, and another resource's name are no references.
    """
    assert ["aws_cloudwatch_composite_alarm.all"] == left_out(aws_sns_topic=body)


def test_dependents_name_no_instance():
    """
    The arguments of a dependent are written so that Terraform accepts them although what they name is gone.
    """
    topic = {"display_name": "x", "name": "${aws_cloudwatch_composite_alarm.all.alarm_name}-${aws_kms_key.x.id}"}
    override, _ = leave_out(configuration(aws_sns_topic=topic, aws_kms_key={}))
    name = "${one(aws_cloudwatch_composite_alarm.all[*].alarm_name)}-${aws_kms_key.x.id}"

    assert {"count": 0, "name": name} == override["resource"]["aws_sns_topic"]["x"]


def test_outputs_become_null():
    """
    An output that names what is left out has no value; the others keep theirs.
    """
    outputs = {"gone": {"value": "${aws_cloudwatch_composite_alarm.all.arn}"}, "kept": {"value": "x"}}

    assert {"gone": {"value": None}} == leave_out({**configuration(), "output": outputs})[0]["output"]


def test_an_output_of_several_entries_keeps_the_others():
    """
    Facts about what is left out have no value; facts about the rest are told.
    """
    facts = {"alarm": "${aws_cloudwatch_composite_alarm.all.arn}", "bucket": "b"}
    override, _ = leave_out({**configuration(), "output": {"facts": {"value": facts}}})

    assert {"alarm": "${one(aws_cloudwatch_composite_alarm.all[*].arn)}", "bucket": "b"} == override["output"]["facts"][
        "value"
    ]


@pytest.mark.parametrize("holder", ["data", "locals", "module", "provider"])
def test_other_references_are_refused(holder):
    """
    What cannot be counted out may not refer to what is.
    """
    with pytest.raises(InputError, match=f"{holder} refers to aws_cloudwatch_composite_alarm.all"):
        leave_out({**configuration(), holder: {"x": "${aws_cloudwatch_composite_alarm.all.id}"}})


def test_terraform_plans_without_them(terraform, tmp_path):
    """
    With the override beside it, Terraform plans the rest of the stack and nothing of what is left out.
    """
    each = {"for_each": '${toset(["a"])}', "name": "${aws_cloudwatch_composite_alarm.all.id}-${each.key}"}
    stack = configuration(aws_sns_topic=TOPIC, aws_sqs_queue=each, aws_kms_key={"depends_on": ["aws_sns_topic.x"]})
    stack["output"] = {"alarm": {"value": "${aws_cloudwatch_composite_alarm.all.arn}"}, "kept": {"value": "x"}}
    run = terraform(tmp_path / "stack", {"stack.tf.json": stack, "stack_override.tf.json": leave_out(stack)[0]})
    run("plan", "-out=plan")
    plan = json.loads(run("show", "-json", "plan").stdout)

    assert ["aws_kms_key.x"] == [change["address"] for change in plan["resource_changes"]]
    assert {"kept"} == {
        name for name, output in plan["planned_values"]["outputs"].items() if output.get("value") is not None
    }


def test_each_type_has_a_fixture():
    """
    Whatever is left out has a stack that shows why.
    """
    assert set(LEAVE_OUTS) == {path.stem.removesuffix(".tf") for path in FIXTURES.iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize("kind", LEAVE_OUTS)
def test_each_type_still_fails(kind, terraform, emulator, tmp_path):
    """
    An entry of the table goes as soon as the embedded AWS serves its type.
    """
    run = terraform(
        tmp_path / "stack", {"stack.tf.json": json.loads((FIXTURES / f"{kind}.tf.json").read_text())}, emulator
    )
    applied = run("apply", "-auto-approve", check=False)

    assert 1 == applied.returncode
    assert LEAVE_OUTS[kind].rpartition(" ")[2] in applied.stderr
