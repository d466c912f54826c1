from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from tests.gate.later_plan import later_plan
from tests.gate.replanned import replanned
from tests.planning import SCHEMA, planned
from workflow.canonical import canonical

TODAY = date(2026, 11, 23)
DEPLOYMENT = "orders-dev"
BUCKET = "aws_s3_bucket"
REMOVED = {
    f"{BUCKET}_server_side_encryption_configuration": "MR_S3_1",
    f"{BUCKET}_lifecycle_configuration": "MR_S3_6",
    f"{BUCKET}_logging": "MR_S3_7",
    f"{BUCKET}_public_access_block": "MR_S3_3",
    f"{BUCKET}_policy": "MR_S3_2",
}


@pytest.fixture(scope="module")
def real():
    return planned(DEPLOYMENT)


def acted(plan, *actions):
    """
    The plan with other actions.
    """
    changed = deepcopy(dict(plan))
    for change in changed["resource_changes"]:
        change["change"]["actions"] = list(actions)

    return changed


@pytest.fixture(params=["no-op", "update", "delete create"])
def later(request, real):
    """
    What Terraform's plan of the same configuration looks like after an apply: unchanged, updated, and replaced, where
    what AWS decides is unknown again.
    """
    if "delete" in request.param:
        return acted(real.output, *request.param.split())

    return acted(later_plan(dict(real.output), real.canonical, SCHEMA), request.param)


def test_canonical_plans_are_equal(real, later):
    """
    First, unchanged, update and replace plan of one configuration have one canonical form.
    """
    made = canonical(later, real.configuration, SCHEMA)

    assert [] == made.unresolved + made.contradictions
    assert real.canonical.resources == made.resources


def test_verdicts_are_equal(gate, real, later):
    """
    They get the same verdict.
    """
    verdict = gate.judge(canonical(later, real.configuration, SCHEMA), [], TODAY)

    assert verdict.passed
    assert gate.judge(real.canonical, [], TODAY).checks == verdict.checks


@pytest.mark.parametrize("kind", REMOVED)
def test_what_is_removed_after_an_apply_is_missed(gate, real, kind):
    """
    A protection that leaves the configuration fails the gate, though AWS still has it and the provider shows it.
    """
    configuration = deepcopy(real.configuration)
    removed = next(name for name in configuration["resource"][kind] if "lake_raw" in name)
    del configuration["resource"][kind][removed]
    first = replanned(dict(real.output), real.configuration, configuration, SCHEMA)
    applied = later_plan(first, canonical(first, configuration, SCHEMA), SCHEMA)
    verdict = gate.judge(canonical(applied, configuration, SCHEMA), [], TODAY)

    assert REMOVED[kind] in {finding.check for finding in verdict.findings}


def test_a_key_policy_removed_after_an_apply_is_missed(gate, real):
    """
    A key whose policy leaves the configuration fails the gate, though AWS still has one.
    """
    configuration = deepcopy(real.configuration)
    name = next(name for name in configuration["resource"]["aws_kms_key"] if "pipeline" in name)
    del configuration["resource"]["aws_kms_key"][name]["policy"]
    first = replanned(dict(real.output), real.configuration, configuration, SCHEMA)
    applied = later_plan(first, canonical(first, configuration, SCHEMA), SCHEMA)
    for resource in applied["planned_values"]["root_module"]["resources"]:
        if resource["address"] == f"aws_kms_key.{name}":
            resource["values"]["policy"] = '{"Version":"2012-10-17","Statement":[]}'
    verdict = gate.judge(canonical(applied, configuration, SCHEMA), [], TODAY)

    assert "MR_KMS_1" in {finding.check for finding in verdict.findings}
