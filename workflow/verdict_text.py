"""
A verdict as people read it on a terminal: grouped by severity, each finding with its remedy.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.findings import Finding, Verdict
from workflow.waivers import word

SEVERITIES = ("critical", "high", "medium", "low", "unrated")
"""Worst first; a check that is in no control is not rated."""


def by_severity(findings: list[Finding]) -> dict[str, list[Finding]]:
    """Findings in groups, the worst group first; a severity without findings has none."""
    groups = {severity: [each for each in findings if each.severity == severity] for severity in SEVERITIES}
    return {severity: found for severity, found in groups.items() if found}


def lines(verdict: Verdict) -> Iterator[str]:
    """Every line but the last, which says the outcome."""
    for change in verdict.changes:
        yield f"changes protection: {change}"
    for severity, found in by_severity(verdict.findings).items():
        yield f"{severity} ({len(found)})"
        for finding in found:
            yield f"  {finding.text()}"
            yield f"    control: {finding.title}"
            yield f"    fix: {finding.fix}"
    for entry in verdict.not_evaluated:
        needed = f"; needed by {entry['controls']}" if entry.get("controls") else ""
        yield f"not evaluated: {entry['address']} {entry['attribute']} ({entry['reference']}){needed}"
    for error in verdict.errors:
        yield f"error: {error}"
    for waived in verdict.waived:
        finding = waived.finding
        yield f"accepted by {word(waived.waiver)}, {_days(waived.days_left)} left: {finding.check} {finding.address}"


def outcome(verdict: Verdict, where: str) -> str:
    """The last line: whether it passed, and what was looked at; *where* the reports are."""
    excepted = sum(len(entry.addresses) for entry in verdict.exceptions)
    return (
        f"gate: {'passed' if verdict.passed else 'FAILED'}; {verdict.resources} resources, {verdict.passed_checks} passed checks, "
        f"{len(verdict.findings)} findings, {len(verdict.waived)} accepted, {excepted} listed exceptions, "
        f"{len(verdict.not_evaluated)} not evaluated; reports: {where}/findings.*"
    )


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
