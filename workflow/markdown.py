"""
A verdict as Markdown, fit for a comment on a pull request.
"""

from __future__ import annotations

from workflow.findings import Finding, Verdict
from workflow.verdict_text import by_severity
from workflow.waivers import word

LONGEST = 60_000
"""Most characters of the text: GitHub takes 65536 in a comment ("body is too long"), GitLab a million."""
_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#|~"} | {"\n": " ", "\r": " "})


def markdown(verdict: Verdict, deployment: str) -> str:
    """
    What the gate found, worst first. The same verdict gives the same text, so that a comment can be replaced by its marker.

    Text that comes from plans and policies is escaped: it cannot add markup, mentions or a heading of its own.
    """
    counts = (
        f"{verdict.resources} resources, {verdict.passed_checks} passed checks, {len(verdict.findings)} findings, "
        f"{len(verdict.waived)} accepted, {len(verdict.not_evaluated)} not evaluated."
    )
    head = [
        f"<!-- millrace gate {deployment} -->",
        f"### Gate of {_plain(deployment)}: {'passed' if verdict.passed else 'failed'}",
        "",
        counts,
    ]
    parts = [*_changes(verdict), *_findings(verdict), *_doubts(verdict), *_accepted(verdict)]
    text = "\n".join(head) + "\n"
    for index, part in enumerate(parts):
        if len(text) + len(part) > LONGEST:
            return (
                text + f"\nThe rest does not fit a comment: {len(parts) - index} more lines are in the other reports.\n"
            )
        text += f"{part}\n"
    return text


def _changes(verdict: Verdict) -> list[str]:
    return ["", "#### What changes for data and its protection", "", *(f"- {_plain(each)}" for each in verdict.changes)] if verdict.changes else []  # fmt: skip


def _findings(verdict: Verdict) -> list[str]:
    rows = []
    for severity, found in by_severity(verdict.findings).items():
        rows += [
            "",
            f"#### {severity.capitalize()} ({len(found)})",
            "",
            "| check | resource | what is wrong | remedy |",
        ]
        rows += ["|---|---|---|---|", *(_row(finding) for finding in found)]
    return rows


def _row(finding: Finding) -> str:
    where = f"<br>{_code(finding.source)}" if finding.source else ""
    wrong = f"{_plain(finding.message)}<br>digest {_code(finding.digest)}"
    check = f"{_code(finding.check)}<br>{_plain(finding.title)}"
    return f"| {check} | {_code(finding.address)}{where} | {wrong} | {_plain(finding.fix)} |"


def _doubts(verdict: Verdict) -> list[str]:
    rows = [f"- {_code(each['address'])} {_code(each['attribute'])}: {_plain(each['reference'])}" for each in verdict.not_evaluated]  # fmt: skip
    rows = ["", "#### Not evaluated", "", *rows] if rows else []
    if verdict.errors:
        rows += ["", "#### What kept the gate from judging", "", *(f"- {_plain(each)}" for each in verdict.errors)]
    return rows


def _accepted(verdict: Verdict) -> list[str]:
    rows = [
        f"| {word(each.waiver)} | {_code(each.finding.check)} | {_code(each.finding.address)} | {each.days_left} | {_plain(each.waiver.reason)} ({_plain(each.waiver.ticket)}) |"
        for each in verdict.waived
    ]
    head = ["", "#### Accepted for now", "", "| by | check | resource | days left | why |", "|---|---|---|---|---|"]
    return [*head, *rows] if rows else []


def _plain(text: str) -> str:
    return text.translate(_SPECIAL).replace("@", "@\u200b")


def _code(text: str) -> str:
    return "`" + text.replace("`", "'").replace("|", "\\|").replace("\n", " ") + "`" if text else ""
