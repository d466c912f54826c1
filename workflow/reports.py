"""
A verdict as SARIF 2.1.0, as JUnit XML, as JSON and as Markdown, in files side by side.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from workflow.findings import Finding, Verdict, Waived
from workflow.markdown import markdown
from workflow.workspace import write_json, write_text

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "note", "unrated": "warning"}
# Bounds of GitHub's code scanning: critical from 9.0, high from 7.0, medium from 4.0, low above 0.
_SCORES = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "2.0"}


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold


def write_reports(folder: Path, verdict: Verdict, name: str) -> None:
    """Write `findings.{json,sarif,junit.xml,md}`; *name* is the deployment's, or that of what was judged."""
    write_json(folder / "findings.json", verdict.document())
    write_json(folder / "findings.sarif", sarif(verdict, name))
    write_text(folder / "findings.junit.xml", junit(verdict, name))
    write_text(folder / "findings.md", markdown(verdict, name))


def sarif(verdict: Verdict, deployment: str) -> dict[str, Any]:
    """
    Findings as SARIF: the resource is the logical location, the line that made it the physical one.
    """
    entries: list[tuple[Finding, Waived | None]] = [(finding, None) for finding in verdict.findings]
    entries += [(waived.finding, waived) for waived in verdict.waived]
    entries.sort(key=lambda entry: entry[0])
    rules = {finding.check: _rule(finding) for finding, _ in entries}
    order = {check: index for index, check in enumerate(rules)}
    notes = [{"level": "error", "message": {"text": text}} for text in _problems(verdict)]
    run = {
        "tool": {"driver": {"name": "millrace", "rules": list(rules.values())}},
        "automationDetails": {"id": f"millrace/{deployment}/"},
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
        "originalUriBaseIds": {"ROOT": {"description": {"text": "the root of the repository"}}},
        "results": [_result(finding, waived, order, deployment) for finding, waived in entries],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def junit(verdict: Verdict, deployment: str) -> str:
    """
    Findings as test cases: one failed case each, waived ones skipped, one passed case for the rest.

    In the form that Ant's JUnit task writes, which every server reads. No clock is asked: the same verdict is the same text.
    """
    problems = _problems(verdict)
    suite = ET.Element("testsuite", name=f"millrace gate {deployment}")
    ET.SubElement(suite, "properties")
    for finding in verdict.findings:
        failure = ET.SubElement(_case(suite, finding), "failure", message=_xml(finding.message), type=finding.severity)
        failure.text = _xml(f"{finding.text()}\n{finding.fix}")
    for waived in verdict.waived:
        reason = f"{waived.waiver.reason} ({waived.waiver.ticket}, {waived.days_left} days left)"
        ET.SubElement(_case(suite, waived.finding), "skipped", message=_xml(reason))
    for problem in problems:
        case = ET.SubElement(suite, "testcase", classname="gate", name=_xml(problem[:120]), time="0")
        ET.SubElement(case, "error", message=_xml(problem), type="error").text = _xml(problem)
    if suite.find("testcase") is None:
        ET.SubElement(suite, "testcase", classname="gate", name=f"{verdict.passed_checks} checks passed", time="0")
    counts = {
        "tests": len(suite.findall("testcase")),
        "failures": len(verdict.findings),
        "errors": len(problems),
        "skipped": len(verdict.waived),
    }
    about = {"timestamp": "1970-01-01T00:00:00", "hostname": "localhost", "time": "0"}
    for name, value in {**counts, **about}.items():
        suite.set(name, str(value))
    for name in ("system-out", "system-err"):
        ET.SubElement(suite, name)
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _case(suite: ET.Element, finding: Finding) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=finding.check, name=finding.address, time="0")


def _xml(text: str) -> str:
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _problems(verdict: Verdict) -> list[str]:
    unknown = [
        f"{entry['address']}.{entry['attribute']}: not evaluated, {entry['reference']} stands for nothing"
        for entry in verdict.not_evaluated
    ]
    return [*verdict.errors, *unknown]


def _rule(finding: Finding) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": finding.check,
        "shortDescription": {"text": finding.title},
        "help": {"text": finding.fix or finding.title},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }
    if finding.severity in _SCORES:
        rule["properties"] = {"security-severity": _SCORES[finding.severity]}
    if finding.control:
        tags = ["security", f"control/{finding.control}", *finding.frameworks]
        rule["properties"] = {**rule.get("properties", {}), "tags": tags}
    return rule


def _result(finding: Finding, waived: Waived | None, order: dict[str, int], deployment: str) -> dict[str, Any]:
    location: dict[str, Any] = {
        "logicalLocations": [{"fullyQualifiedName": finding.address, "kind": "resource"}],
    }
    path, _, line = finding.source.rpartition(":")
    if path:
        artifact = {"uri": path, "uriBaseId": "ROOT"}
        location["physicalLocation"] = {"artifactLocation": artifact, "region": {"startLine": int(line)}}
    identity = sha256(f"{deployment} {finding.check} {finding.address}".encode()).hexdigest()
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": order[finding.check],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.text()},
        "locations": [location],
        "partialFingerprints": {"checkAndAddress/v1": identity},
    }
    if waived:
        justification = f"{waived.waiver.reason} ({waived.waiver.ticket}, until {waived.waiver.expires})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    return result
