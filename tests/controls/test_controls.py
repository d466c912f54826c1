"""
Every column of the list of controls, held against what is there.
"""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest
import yaml

from blueprints.problems import DocumentError
from modules.errors import InputError
from tests.gate.yard import write
from workflow.catalog_controls import applicable
from workflow.controls import read_control_list
from workflow.gate_controls import COMPARED, read_controls
from workflow.probes import PROBES

ROOT = Path(__file__).parents[2]
LISTED = read_control_list(ROOT)
CONTROLS = LISTED.controls
BY_CHECK = LISTED.by_check()
DEPLOYED = {
    kind
    for path in (ROOT / "tests" / "plans" / "inventories").glob("*.yaml")
    for kind in yaml.safe_load(path.read_text())["counts"]
}
"""Every type that some deployment's plan holds."""


@pytest.fixture(scope="module")
def used():
    """
    What can judge any type we have a binding of.
    """
    return applicable(ROOT, PROBES)


@pytest.fixture
def yard(tmp_path):
    """
    A repository with the list of controls and nothing else.
    """
    shutil.copytree(ROOT / "controls", tmp_path / "controls")
    return tmp_path


def changed(yard, change):
    path = yard / "controls" / "controls.yaml"
    content = yaml.safe_load(path.read_text())
    change(content["controls"][0])
    write(path, content)
    return yard


def not_asked_at_all(used):
    """
    Checks that an exception takes away from every type of ours.
    """
    return {
        each.check
        for each in read_controls(ROOT).exceptions
        if not each.tags and each.check in used and (not each.types or set(used[each.check]["types"]) <= {*each.types})
    }


def test_there_are_enough():
    """
    At least 60 controls, and some for most of the practices.
    """
    assert 60 <= len(CONTROLS)
    assert 15 <= len({control.practice for control in CONTROLS})


def test_every_check_that_can_apply_is_placed(used):
    """
    A check of Checkov's that can judge a type of ours is in a control, out of scope, or excepted everywhere; in one of them.
    """
    built_in = {check for check in used if check.startswith("CKV")}
    places = [set(BY_CHECK), {each.check for each in LISTED.out_of_scope}, not_asked_at_all(used)]

    assert set() == built_in - set().union(*places)
    assert [] == [check for check in built_in if 1 < sum(check in place for place in places)]


def test_no_check_is_made_up(used):
    """
    Every built-in check that is named exists, and can judge a type of ours.
    """
    named = {check for check in BY_CHECK if check.startswith("CKV")} | {each.check for each in LISTED.out_of_scope}

    assert set() == named - set(used)


def test_every_policy_enforces_a_control():
    """
    Each policy of ours, and each comparison, is in the list, and has resources that pass and resources that fail it.
    """
    ours = {check for check in BY_CHECK if check.startswith("MR_")}
    fixtures = {path.parent.name: path.read_text() for path in (ROOT / "tests" / "policies").glob("*/main.tf")}

    assert ours == {*read_controls(ROOT).policies, *COMPARED}
    assert ours - {*COMPARED} == set(fixtures)
    assert all('" "pass_' in text and '" "fail_' in text for text in fixtures.values())


def test_every_plan_test_exists():
    """
    Each named test is a function of the named file.
    """
    named = {each for control in CONTROLS for each in control.plan_tests}
    files = {each.partition("::")[0] for each in named}
    there = {
        f"{file}::{node.name}"
        for file in files
        for node in ast.parse((ROOT / file).read_text()).body
        if isinstance(node, ast.FunctionDef)
    }

    assert set() == named - there
    assert 40 <= len(named)


def test_every_probe_exists():
    """
    Each named type is read back and compared with the plan.
    """
    assert set() == {kind for control in CONTROLS for kind in control.probes} - set(PROBES)


def test_every_control_is_exercised(used):
    """
    Some deployment's plan has a resource that one of the checks of the control judges.
    """
    judged = {check for check, found in used.items() if DEPLOYED & {*found["types"]}} | {*COMPARED}

    assert [] == [control.id for control in CONTROLS if not judged & {*control.checks}]


def test_the_worst_is_no_matter_of_taste():
    """
    Whatever makes data public, or lets somebody lift the gate's own limits, is critical.
    """
    for check in ("MR_S3_3", "MR_IAM_1", "MR_IAM_12", "MR_KMS_1", "MR_VPC_1", "MR_ACCESS_1", "MR_CHANGE_1"):
        assert "critical" == BY_CHECK[check].severity


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("severity", "awful", "severity"),
        ("practice", "luck", "practice"),
        ("checks", [], "checks"),
        ("checks", ["CKV_S3_1"], "CKV_AWS_19"),
        ("checks", ["CKV_AWS_43"], "CKV_AWS_43 stands in control encrypt-buckets already"),
        ("nist", ["AC-six"], "AC-6"),
        ("owner", "me", "unknown key"),
        ("plan_tests", ["tests/gate/test_gate.py"], "a test of plans"),
    ],
)
def test_mistakes_are_told_with_their_place(yard, field, value, told):
    """
    What is wrong is told with file, line and the path to it.
    """
    with pytest.raises(DocumentError) as raised:
        read_control_list(changed(yard, lambda control: control.update({field: value})))

    assert str(raised.value).startswith("controls/controls.yaml:")
    assert told in str(raised.value)
    assert "controls[" in str(raised.value)


def test_a_policy_without_a_control_is_refused(yard):
    """
    A policy in no control would have no severity; the gate does not start.
    """
    for name in ("policies", "requirements"):
        (yard / name).symlink_to(ROOT / name)
    changed(yard, lambda control: control.update(checks=["CKV_AWS_19"]))

    with pytest.raises(InputError, match=r"MR_S3_1 is in no control of controls/controls.yaml"):
        read_controls(yard)


def test_a_control_of_no_policy_is_refused(yard):
    """
    A control that names a policy nobody has would look enforced.
    """
    for name in ("policies", "requirements"):
        (yard / name).symlink_to(ROOT / name)
    changed(yard, lambda control: control["checks"].append("MR_S3_99"))

    with pytest.raises(InputError, match=r"control encrypt-buckets lists MR_S3_99"):
        read_controls(yard)


def test_findings_are_rated_by_their_control():
    """
    A finding of a check of Checkov's has severity, title and remedy of its control; one of a policy also what that says.
    """
    controls = read_controls(ROOT)
    theirs, ours = controls.rating("CKV_AWS_19", "a title of theirs", "https://a.guideline"), controls.rating("MR_S3_1")
    control = BY_CHECK["MR_S3_1"]

    assert ("high", control.title, control.remedy, "encrypt-buckets") == theirs[:4]
    assert ours.fix.startswith(f"{control.remedy}: ")
    assert "NIST 800-53r5 SC-28" in ours.frameworks
    assert ("unrated", "a title", "a guideline", "", ()) == tuple(
        controls.rating("CKV_AWS_99999", "a title", "a guideline")
    )
