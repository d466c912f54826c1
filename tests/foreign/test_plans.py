from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from modules.errors import InputError
from tests.planning import ROOT, SCHEMA, planned
from workflow.foreign import stage
from workflow.foreign.plan import canonical_of
from workflow.foreign.reading import read_plan

PLAN = Path(__file__).with_name("plan.json")
KEY = "arn:aws:kms:eu-central-1:000000000000:key/aws_kms_key.k"
ENCRYPTION = "module.m.aws_s3_bucket_server_side_encryption_configuration.b"


@pytest.fixture(scope="module")
def plan():
    return read_plan(PLAN)


@pytest.fixture(scope="module")
def judged(plan):
    return canonical_of(plan, SCHEMA)


@pytest.fixture(scope="module")
def verdict(tmp_path_factory):
    """
    The verdict on the plan, by the policies of this repository.
    """
    root = tmp_path_factory.mktemp("repository")
    for name in ("policies", "controls", "bindings", "requirements", ".venv-checkov"):
        (root / name).symlink_to(ROOT / name)
    return stage.gate_plan(root, PLAN)[0]


def test_references_are_filled_through_modules(judged):
    """
    A key that goes through a module's variable, and a bucket within the module, become the symbols of what they name.
    """
    values = judged.resources
    default = values[ENCRYPTION]["rule"][0]["apply_server_side_encryption_by_default"][0]

    assert KEY == default["kms_master_key_id"] == values["module.m.aws_kinesis_stream.s[0]"]["kms_key_id"]
    assert KEY == values["aws_kms_key.k"]["arn"]
    assert values["module.m.aws_s3_bucket.b"]["id"] == values[ENCRYPTION]["bucket"] == "in-module"


def test_every_resource_is_there(judged):
    """
    With its whole address: module, count and for_each included.
    """
    assert {'aws_s3_bucket.each["a"]', 'aws_s3_bucket.each["b"]', "module.m.aws_kinesis_stream.s[0]"} <= set(
        judged.resources
    )
    assert 10 == len(judged.resources)


def test_what_cannot_be_told_is_listed(judged):
    """
    A document with a reference inside, and a value of each element, with address, argument and reference.
    """
    assert [
        ("aws_iam_role_policy.p", "policy", "module.m.arn"),
        ('aws_s3_bucket_versioning.each["a"]', "bucket", "each.value.id"),
        ('aws_s3_bucket_versioning.each["b"]', "bucket", "each.value.id"),
    ] == sorted(tuple(entry.values()) for entry in judged.unresolved)


def test_what_was_read_back_is_no_setting(plan):
    """
    Encryption that AWS answered in a later plan, and nobody configured, does not count.
    """
    later = deepcopy(plan)
    bucket = later["planned_values"]["root_module"]["child_modules"][0]["resources"]
    [values] = [each["values"] for each in bucket if each["type"] == "aws_s3_bucket"]
    values["server_side_encryption_configuration"] = [{"rule": []}]
    values["logging"] = [{"target_bucket": "x"}]

    assert {"logging", "server_side_encryption_configuration"}.isdisjoint(
        canonical_of(later, SCHEMA).resources["module.m.aws_s3_bucket.b"]
    )


def test_the_controls_that_need_it_fail(verdict):
    """
    Each argument that is not evaluated names the checks that look at it, and the gate fails.
    """
    [entry] = [each for each in verdict.not_evaluated if each["address"] == "aws_iam_role_policy.p"]

    assert not verdict.passed
    assert {"MR_IAM_1", "MR_IAM_2", "CKV_AWS_62"} <= set(entry["controls"].split(", "))


def test_the_plan_is_judged_by_everything(verdict):
    """
    Findings of Checkov's and of ours, inside modules too; the encrypted stream has no finding about its key.
    """
    found = {(each.check, each.address) for each in verdict.findings}

    assert ("MR_TAGS_1", "aws_kms_key.k") in found
    assert ("MR_S3_7", "module.m.aws_s3_bucket.b") in found
    assert "MR_KINESIS_1" in verdict.checks
    assert ("MR_KINESIS_1", "module.m.aws_kinesis_stream.s[0]") not in found
    assert 10 == verdict.resources


def test_an_argument_that_nobody_looks_at_fails_nothing(verdict):
    """
    It is listed, with no control beside it.
    """
    entry = {"address": "aws_kms_key.k", "attribute": "description", "reference": "local.x", "controls": stage.NOBODY}
    clean = replace(verdict, findings=[], errors=[], not_evaluated=[entry])

    assert clean.passed
    assert not replace(clean, not_evaluated=[entry | {"controls": "MR_KMS_1"}]).passed


def test_a_plan_of_ours_reads_as_well_without_its_configuration_file():
    """
    Of a plan of ours no key is left open: arguments that name one thing are all filled.
    """
    judged = canonical_of(dict(planned("orders-dev").output), SCHEMA)

    assert set(planned("orders-dev").canonical.resources) == set(judged.resources)
    assert [] == [entry for entry in judged.unresolved if "key" in entry["attribute"]]


BAD = {
    "does not exist": None,
    "is empty": b"  \n",
    "only Terraform reads": b"PK\x03\x04rest",
    "is binary": b"\xff\xfe\x00\x01",
    "is no JSON": b"{",
    "holds no plan, but a list": b"[]",
    "it lacks `planned_values`": b"{}",
    "is a state, and not a plan": b'{"lineage": "x", "serial": 1}',
    "shows a state": b'{"format_version": "1.0", "values": {}}',
    "is a configuration": b'{"resource": {}}',
    "make gate TEMPLATE=": b'{"Resources": {}}',
    "format version 0.2": b'{"format_version": "0.2", "planned_values": {}}',
    "lacks its `configuration`": b'{"format_version": "1.2", "planned_values": {}}',
}


@pytest.mark.parametrize("cause", BAD)
def test_what_is_no_plan_is_told(cause, tmp_path):
    """
    The message says what the file is instead, and how to make a plan.
    """
    path = tmp_path / "plan.json"
    if BAD[cause] is not None:
        path.write_bytes(BAD[cause])

    with pytest.raises(InputError, match=cause) as told:
        read_plan(path)
    assert str(path) in str(told.value)


def test_a_folder_is_no_plan(tmp_path):
    """
    It is told as one.
    """
    with pytest.raises(InputError, match="is a folder"):
        read_plan(tmp_path)


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"errored": True}, "'errored' is set"),
        ({"complete": False}, "without targets"),
        ({"planned_values": {"root_module": {"resources": [{}]}}}, "not the shape"),
        ({"planned_values": []}, "not the shape"),
        ({"resource_changes": [{"address": "a.b"}]}, "not the shape"),
    ],
)
def test_a_plan_that_is_not_whole_is_refused(plan, change, cause):
    """
    An errored, targeted or malformed plan is no basis for a verdict.
    """
    with pytest.raises(InputError, match=cause):
        canonical_of({**plan, **change}, SCHEMA)


def test_an_empty_plan_is_refused(tmp_path):
    """
    Nothing to judge is no reason to pass.
    """
    path = tmp_path / "plan.json"
    empty = {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {}, "configuration": {}}
    path.write_text(json.dumps(empty))
    for name in ("policies", "controls", "bindings", "requirements", ".venv-checkov"):
        (tmp_path / name).symlink_to(ROOT / name)

    with pytest.raises(InputError, match="no resources"):
        stage.gate_plan(tmp_path, path)
