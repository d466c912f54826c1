from __future__ import annotations

from datetime import date, timedelta

import pytest

from blueprints.waiver import Consent, Waiver
from tests.gate.changing import BUCKET, change, plan
from workflow.changes import findings as changing
from workflow.changes.compare import differences
from workflow.changes.findings import Changed

TODAY = date(2026, 11, 23)
KIND = "aws_cloudwatch_log_group"
CUT = change(
    KIND, {"name": "orders-dev-log", "retention_in_days": 365}, {"name": "orders-dev-log", "retention_in_days": 30}
)
LOST = change("aws_s3_bucket", BUCKET)


def judged(gate, canonical, change, *consents):
    return gate.judge(canonical, [], TODAY, changed=Changed(differences(plan(change), "orders-dev"), consents))


def consent(digest, /, **changes):
    given = {
        "control": "MR_CHANGE_2",
        "resource": f"{KIND}.it",
        "reason": "the log is copied to the archive now",
        "owner": "orders@example.com",
        "approver": "security@example.com",
        "ticket": "SEC-2",
        "expires": TODAY + timedelta(days=10),
        "digest": digest,
    }
    return Consent.model_validate(given | changes)


@pytest.fixture
def digest(gate, judged_stack):
    [finding] = judged(gate, judged_stack, CUT).findings
    return finding.digest


@pytest.fixture
def judged_stack(judged):
    return judged


def test_a_weakening_change_fails_the_gate(gate, judged_stack):
    """
    The finding has the id, severity and remedy of ours, and the words of the change.
    """
    verdict = judged(gate, judged_stack, CUT)
    [finding] = verdict.findings

    assert not verdict.passed
    assert ("MR_CHANGE_2", "high", f"{KIND}.it") == (finding.check, finding.severity, finding.address)
    assert "the log log is kept 30 days instead of 365" == finding.message
    assert [finding.message] == verdict.changes
    assert "consent" in finding.fix


def test_a_store_that_goes_fails_the_gate(gate, judged_stack):
    """
    It is critical.
    """
    [finding] = judged(gate, judged_stack, LOST).findings

    assert ("MR_CHANGE_1", "critical") == (finding.check, finding.severity)


def test_a_consent_lets_its_change_pass(gate, judged_stack, digest):
    """
    It is counted with its days left.
    """
    verdict = judged(gate, judged_stack, CUT, consent(digest))

    assert verdict.passed
    assert [10] == [entry.days_left for entry in verdict.waived]


REFUSED = {
    "expired on 2026-11-22": {"expires": TODAY - timedelta(days=1)},
    "more than 180 days ahead": {"expires": TODAY + timedelta(days=181)},
    "approved by its owner": {"approver": "orders+me@example.com"},
    "was given for another setting": {"digest": "0" * 32},
    f"MR_CHANGE_2 is found on {KIND}.it": {"resource": f"{KIND}.other"},
    "there is no such finding; remove the consent": {"control": "MR_CHANGE_1"},
}


@pytest.mark.parametrize("cause", REFUSED)
def test_a_consent_that_may_not_be_used_is_named(gate, judged_stack, digest, cause):
    """
    The change stays a finding, and the cause is an error of the gate.
    """
    verdict = judged(gate, judged_stack, CUT, consent(digest, **REFUSED[cause]))

    assert ["MR_CHANGE_2"] == [finding.check for finding in verdict.findings]
    assert cause in verdict.errors[0]
    assert verdict.errors[0].startswith("consent of MR_CHANGE_")


def test_a_consent_is_for_one_change(gate, judged_stack, digest):
    """
    Who agreed to 30 days has not agreed to one.
    """
    more = change(KIND, CUT["change"]["before"], {"name": "orders-dev-log", "retention_in_days": 1})

    assert "another setting" in judged(gate, judged_stack, more, consent(digest)).errors[0]


def test_a_consent_that_was_used_has_to_go(gate, judged_stack, digest):
    """
    After the change there is nothing left to consent to.
    """
    same = change(KIND, CUT["change"]["after"], CUT["change"]["after"], actions=["no-op"])

    assert "remove the consent" in judged(gate, judged_stack, same, consent(digest)).errors[0]


def test_a_waiver_accepts_no_change(digest):
    """
    A change is no finding that one lives with; it takes a consent.
    """
    with pytest.raises(ValueError, match="write it under `consents`"):
        Waiver.model_validate(consent(digest).model_dump())


def test_a_comparison_that_finds_nothing_is_an_error(gate, judged_stack, monkeypatch):
    """
    The canary of changes is part of every verdict.
    """
    monkeypatch.setattr(changing, "_BAD", {"resource_changes": []})
    verdict = judged(gate, judged_stack, CUT)

    assert (
        "canary: the comparison of before and after did not find MR_CHANGE_1, so it cannot be trusted" in verdict.errors
    )
