from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from blueprints.waiver import Waiver
from workflow.findings import Finding, Verdict, Waived
from workflow.reports import junit, sarif


def finding(check, address, severity="high", source="modules/storage/bucket.py:41"):
    return Finding(
        check=check,
        address=address,
        title="Ensure it is so",
        message="is not so",
        severity=severity,
        fix="make it so",
        source=source,
        digest="0" * 32,
    )


@pytest.fixture
def verdict():
    waiver = Waiver.model_validate(
        {
            "control": "CKV_AWS_144",
            "resource": "aws_s3_bucket.raw",
            "reason": "decided to stay in the region",
            "owner": "a@example.com",
            "approver": "b@example.com",
            "ticket": "SEC-1",
            "expires": date(2026, 12, 23),
            "digest": "0" * 32,
        }
    )
    waived = Waived(finding("CKV_AWS_144", "aws_s3_bucket.raw", "unrated", ""), waiver, 30)
    entry = {"address": "aws_vpc.vpc", "attribute": "cidr_block", "reference": "local.range"}
    return Verdict(
        findings=[finding("MR_S3_1", "aws_s3_bucket.curated"), finding("MR_S3_1", "aws_s3_bucket.raw")],
        waived=[waived],
        exceptions=[],
        not_evaluated=[entry],
        errors=["Checkov could not parse plan.json"],
        resources=2,
        passed_checks=7,
    )


def test_sarif_names_the_resource_and_the_line(verdict):
    """
    The address is the logical location, the line that made the resource the physical one.
    """
    result = sarif(verdict, "orders-dev")["runs"][0]["results"][1]
    [location] = result["locations"]

    assert [{"fullyQualifiedName": "aws_s3_bucket.curated", "kind": "resource"}] == location["logicalLocations"]
    assert "modules/storage/bucket.py" == location["physicalLocation"]["artifactLocation"]["uri"]
    assert 41 == location["physicalLocation"]["region"]["startLine"]


def test_sarif_tells_resources_apart(verdict):
    """
    One check on two resources has two fingerprints, and the same ones on a rerun.
    """
    prints = [entry["partialFingerprints"] for entry in sarif(verdict, "orders-dev")["runs"][0]["results"]]

    assert 3 == len({json.dumps(entry) for entry in prints})
    assert prints == [entry["partialFingerprints"] for entry in sarif(verdict, "orders-dev")["runs"][0]["results"]]


def test_sarif_holds_waivers_as_suppressions(verdict):
    """
    A waived finding is a result with an accepted suppression, and no other is.
    """
    results = sarif(verdict, "orders-dev")["runs"][0]["results"]
    suppressed = {entry["ruleId"]: entry["suppressions"] for entry in results if "suppressions" in entry}

    assert ["CKV_AWS_144"] == list(suppressed)
    assert "accepted" == suppressed["CKV_AWS_144"][0]["status"]


def test_sarif_rules_have_severities(verdict):
    """
    Levels and scores follow our severities; a check without one is a warning without a score.
    """
    rules = {rule["id"]: rule for rule in sarif(verdict, "orders-dev")["runs"][0]["tool"]["driver"]["rules"]}

    assert "error" == rules["MR_S3_1"]["defaultConfiguration"]["level"]
    assert "8.0" == rules["MR_S3_1"]["properties"]["security-severity"]
    assert "properties" not in rules["CKV_AWS_144"]


def test_sarif_tells_what_kept_the_gate_from_judging(verdict):
    """
    Errors and arguments not evaluated are notifications of a run that did not succeed.
    """
    [invocation] = sarif(verdict, "orders-dev")["runs"][0]["invocations"]

    assert not invocation["executionSuccessful"]
    assert 2 == len(invocation["toolExecutionNotifications"])


def test_junit_counts(verdict):
    """
    Findings are failures, waivers are skipped, errors are errors, and the totals say so.
    """
    suite = ET.fromstring(junit(verdict, "orders-dev"))  # noqa: S314  # made one line above
    counts = {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")}

    assert {"tests": "5", "failures": "2", "errors": "2", "skipped": "1"} == counts
    assert [2, 2, 1] == [len(suite.findall(f"testcase/{name}")) for name in ("failure", "error", "skipped")]


def test_junit_of_a_clean_verdict_has_a_case():
    """
    An empty suite would read as if nothing had run.
    """
    clean = Verdict([], [], [], [], [], resources=2, passed_checks=7)
    suite = ET.fromstring(junit(clean, "orders-dev"))  # noqa: S314  # made one line above

    assert "1" == suite.get("tests")
    assert "7 checks passed" == suite[0].get("name")


def test_reports_are_the_same_on_a_rerun(gate, judged):
    """
    Two runs on one plan give the same bytes.
    """
    runs = [gate.judge(judged, [], date(2026, 11, 23)) for _ in range(2)]
    texts = [json.dumps([run.document(), sarif(run, "orders-dev")]) + junit(run, "orders-dev") for run in runs]

    assert texts[0] == texts[1]
