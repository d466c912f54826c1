from __future__ import annotations

from datetime import date, timedelta

import pytest

from blueprints.waiver import Waiver
from tests.gate.first_plan import first_plan
from tests.gate.later_plan import later_plan
from workflow.canonical import canonical
from workflow.waivers import apply

TODAY = date(2026, 11, 23)
ADDRESS = "aws_lambda_function.transform"


def waiver(digest, /, **changes):
    given = {
        "control": "MR_LAMBDA_2",
        "resource": ADDRESS,
        "reason": "the account's limit is being raised",
        "owner": "orders@example.com",
        "approver": "security@example.com",
        "ticket": "SEC-1",
        "expires": TODAY + timedelta(days=30),
        "digest": digest,
    }
    return Waiver.model_validate({**given, **changes})


@pytest.fixture
def weak(configuration):
    configuration["resource"]["aws_lambda_function"]["transform"]["reserved_concurrent_executions"] = -1
    return configuration


@pytest.fixture
def findings(gate, weak, schema):
    return gate.judge(canonical(first_plan(weak, schema), weak, schema), [], TODAY).findings


@pytest.fixture
def digest(findings):
    [finding] = [finding for finding in findings if finding.check == "MR_LAMBDA_2"]
    return finding.digest


def test_a_waiver_accepts_its_finding(gate, weak, schema, digest):
    """
    The finding is waived, counted apart, and the days left are told.
    """
    verdict = gate.judge(canonical(first_plan(weak, schema), weak, schema), [waiver(digest)], TODAY)

    assert verdict.passed
    assert [("MR_LAMBDA_2", ADDRESS, 30)] == [
        (entry.finding.check, entry.finding.address, entry.days_left) for entry in verdict.waived
    ]


def test_a_waiver_survives_the_first_apply(gate, weak, schema, digest):
    """
    The digest is over the canonical plan, which AWS's answers do not change.
    """
    first = first_plan(weak, schema)
    later = later_plan(first, canonical(first, weak, schema), schema)
    verdict = gate.judge(canonical(later, weak, schema), [waiver(digest)], TODAY)

    assert verdict.passed


def test_a_finding_prints_the_digest_of_its_waiver(findings, digest):
    """
    What a waiver must hold stands in the text of the finding.
    """
    assert any(digest in finding.text() for finding in findings)


REFUSED = {
    "expired on 2026-11-22": {"expires": TODAY - timedelta(days=1)},
    "more than 180 days ahead": {"expires": TODAY + timedelta(days=181)},
    "approved by its owner": {"approver": "Orders@Example.com"},
    "approved by its owner orders@example.com": {"approver": "orders+security@example.com"},
    "was given for another setting": {"digest": "0" * 32},
    "MR_LAMBDA_2 is found on aws_lambda_function.transform": {"resource": "aws_lambda_function.other"},
    "there is no such finding; remove the waiver": {"control": "MR_LAMBDA_4"},
}


@pytest.mark.parametrize("cause", REFUSED)
def test_a_waiver_that_may_not_be_used_is_named(cause, findings, digest):
    """
    The finding stands, and the cause is an error of the gate.
    """
    standing, waived, errors = apply(findings, [waiver(digest, **REFUSED[cause])], TODAY)

    assert findings == standing
    assert [] == waived
    assert cause in errors[0]


def test_the_last_day_and_the_longest_waiver_hold(findings, digest):
    """
    A waiver holds on the day it expires, and may be given for 180 days.
    """
    for expires in (TODAY, TODAY + timedelta(days=180)):
        standing, _, errors = apply(findings, [waiver(digest, expires=expires)], TODAY)

        assert [] == standing + errors


def test_one_finding_is_waived_once(findings, digest):
    """
    Two waivers of one finding are an error.
    """
    _, _, errors = apply(findings, [waiver(digest), waiver(digest)], TODAY)

    assert "stands 2 times" in errors[0]


def test_a_waiver_dies_with_the_setting(gate, weak, schema, digest):
    """
    Another value of the waived argument needs another waiver; another argument does not.
    """
    function = weak["resource"]["aws_lambda_function"]["transform"]
    function["timeout"] = 60
    same = gate.judge(canonical(first_plan(weak, schema), weak, schema), [waiver(digest)], TODAY)
    function["reserved_concurrent_executions"] = 0
    other = gate.judge(canonical(first_plan(weak, schema), weak, schema), [waiver(digest)], TODAY)

    assert same.passed
    assert "was given for another setting" in other.errors[0]


def test_a_waiver_of_a_missing_companion_dies_when_one_appears(gate, configuration, schema):
    """
    The digest of a check of connections covers the resource and what is connected to it.
    """
    del configuration["resource"]["aws_s3_bucket_logging"]["raw"]
    before = gate.judge(canonical(first_plan(configuration, schema), configuration, schema), [], TODAY)
    configuration["resource"]["aws_s3_bucket_logging"]["raw"] = {
        "bucket": "${aws_s3_bucket.raw.bucket}",
        "target_bucket": "elsewhere",
        "target_prefix": "raw/",
    }
    after = gate.judge(canonical(first_plan(configuration, schema), configuration, schema), [], TODAY)
    digests = [
        finding.digest for verdict in (before, after) for finding in verdict.findings if finding.check == "MR_S3_7"
    ]

    assert 2 == len(set(digests))


@pytest.mark.parametrize(
    "changes", [{"reason": "too short"}, {"control": "CKV_*"}, {"resource": "aws_s3_bucket.*"}, {"severity": "low"}]
)
def test_a_waiver_is_exact(changes):
    """
    A short reason, a pattern in place of a check or an address, and an unknown key are refused when it is loaded.
    """
    with pytest.raises(ValueError, match=next(iter(changes))):
        waiver("0" * 32, **changes)
