from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator

from blueprints.waiver import Waiver
from tests.gate.junit_form import faults
from tests.planning import ROOT
from workflow.findings import Finding, Verdict, Waived
from workflow.markdown import LONGEST, markdown
from workflow.reports import junit, sarif, write_reports
from workflow.verdict_text import lines

CLEAN = Verdict([], [], [], [], [], resources=2, passed_checks=7)
SARIF = json.loads((ROOT / "tests" / "gate" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text())
HOSTILE = '<script>|`x`](http://evil) @everyone\n# heading \x00 \ud7ff & "quoted"'


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
    suite = ET.fromstring(junit(CLEAN, "orders-dev"))  # noqa: S314  # made one line above

    assert "1" == suite.get("tests")
    assert "7 checks passed" == suite.find("testcase").get("name")


def test_reports_are_the_same_on_a_rerun(gate, judged, tmp_path):
    """
    Two runs on one plan give the same bytes.
    """
    runs = [gate.judge(judged, [], date(2026, 11, 23)) for _ in range(2)]
    for number, run in enumerate(runs):
        (tmp_path / str(number)).mkdir()
        write_reports(tmp_path / str(number), run, "orders-dev")
    first, second = ([path.read_bytes() for path in sorted((tmp_path / name).iterdir())] for name in "01")

    assert 4 == len(first)
    assert first == second


def hostile(verdict):
    """
    The same verdict with text that tries to be markup.
    """
    return replace(
        verdict,
        findings=[replace(each, message=HOSTILE, title=HOSTILE, fix=HOSTILE) for each in verdict.findings],
        errors=[HOSTILE],
        changes=[HOSTILE],
    )


@pytest.mark.parametrize("change", [lambda verdict: verdict, hostile, lambda _: CLEAN])
def test_sarif_is_valid(verdict, change):
    """
    The published schema of SARIF 2.1.0 finds nothing wrong, whatever the texts hold.
    """
    Draft7Validator.check_schema(SARIF)
    problems = list(Draft7Validator(SARIF).iter_errors(sarif(change(verdict), "orders-dev")))

    assert [] == [problem.message for problem in problems]


@pytest.mark.parametrize("change", [lambda verdict: verdict, hostile, lambda _: CLEAN])
def test_junit_is_valid(verdict, change):
    """
    The report has the form that Ant's schema gives it, whatever the texts hold.
    """
    suite = ET.fromstring(junit(change(verdict), "orders-dev"))  # noqa: S314  # made one line above

    assert [] == list(faults(suite))


def test_the_form_of_junit_refuses_something():
    """
    The derived schema finds a missing attribute, an unknown one, and elements out of order.
    """
    suite = ET.fromstring('<testsuite name="a" colour="red"><testcase/><properties/></testsuite>')  # noqa: S314

    assert {"testsuite lacks tests", "testsuite has colour=red", "testsuite holds testcase properties "} <= set(
        faults(suite)
    )


def test_markdown_tells_everything(verdict):
    """
    Findings by severity with remedy and digest, doubts, what was accepted and for how long, what changes for protection.
    """
    text = markdown(replace(verdict, changes=["curated is kept 30 days instead of 365"]), "orders-dev")

    assert text.startswith("<!-- millrace gate orders-dev -->\n### Gate of orders-dev: failed\n")
    assert "#### High (2)" in text
    assert (
        "| `MR_S3_1`<br>Ensure it is so | `aws_s3_bucket.curated`<br>`modules/storage/bucket.py:41` | is not so<br>digest `"
        in text
    )
    assert "| waiver | `CKV_AWS_144` | `aws_s3_bucket.raw` | 30 | decided to stay in the region (SEC-1) |" in text
    assert "- curated is kept 30 days instead of 365" in text
    assert "- `aws_vpc.vpc` `cidr_block`: local.range" in text


def test_markdown_takes_no_markup_from_plans(verdict):
    """
    A message can neither leave its cell, nor become a heading, a link, a tag or a mention.
    """
    text = markdown(hostile(verdict), "orders-dev")

    assert "<script>" not in text
    assert "@everyone" not in text
    assert not re.search(r"(?m)^# heading", text)
    assert {5} == {len(re.findall(r"(?<!\\)\|", row)) for row in text.splitlines() if row.startswith("| `MR_")}


def test_markdown_fits_a_comment(verdict):
    """
    With very many findings the text ends within the limit, and says how much is missing.
    """
    many = [finding("MR_S3_1", f"aws_s3_bucket.b{number}") for number in range(2_000)]
    text = markdown(replace(verdict, findings=many), "orders-dev")

    assert len(text) < LONGEST + 200
    assert "more lines are in the other reports" in text


def test_the_terminal_groups_by_severity(verdict):
    """
    Critical comes before low, and each finding is followed by its remedy.
    """
    mixed = [
        finding("MR_A_1", "a.b", "low"),
        finding("MR_A_2", "a.b", "critical"),
        finding("CKV_AWS_1", "a.b", "unrated"),
    ]
    told = list(lines(replace(CLEAN, findings=mixed)))

    assert ["critical (1)", "low (1)", "unrated (1)"] == [line for line in told if not line.startswith(" ")]
    assert ["    control: Ensure it is so", "    fix: make it so"] == told[2:4]


def test_sarif_names_the_control(verdict):
    """
    A rule carries the control of its check and its ids in other frameworks as tags; one in no control carries none.
    """
    rated = replace(verdict.findings[0], control="encrypt-buckets", frameworks=("FSBP S3.17",))
    rules = sarif(replace(verdict, findings=[rated]), "orders-dev")["runs"][0]["tool"]["driver"]["rules"]
    tags = {rule["id"]: rule.get("properties", {}).get("tags") for rule in rules}

    assert ["security", "control/encrypt-buckets", "FSBP S3.17"] == tags[rated.check]
    assert None is tags["CKV_AWS_144"]
