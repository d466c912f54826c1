"""
Stage gate for what we did not make: read, judge, write the reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workflow.changes.compare import differences
from workflow.changes.findings import Changed
from workflow.clock import today
from workflow.findings import Verdict
from workflow.foreign.judging import CANARY
from workflow.foreign.judging import verdict as of_template
from workflow.foreign.plan import canonical_of
from workflow.foreign.reading import read_plan
from workflow.foreign.references import split
from workflow.foreign.template import read_template
from workflow.gate import Gate
from workflow.reports import write_reports
from workflow.workspace import read_json, write_json

FOLDER = Path("build") / "gate"
NOBODY = "none"
"""In place of controls, of an argument that no control looks at."""


def gate_plan(root: Path, path: Path) -> tuple[Verdict, str]:
    """Judge a plan of anybody's; the verdict, and the folder of the reports."""
    plan = read_plan(path)
    judged = canonical_of(plan, read_json(root / "bindings" / "schema.json"))
    with Gate.start(root) as gate:
        pairs = [(_kind(entry["address"]), entry["attribute"]) for entry in judged.unresolved]
        needed = gate.needed(pairs)
        entries = [
            entry | {"controls": ", ".join(checks) or NOBODY}
            for entry, checks in zip(judged.unresolved, needed, strict=True)
        ]
        changed = Changed(differences(plan, path.stem))
        verdict = gate.judge(replace(judged, unresolved=entries), [], today(root), changed=changed)
    verdict = replace(verdict, errors=[error for error in verdict.errors if not _told(error, entries)])
    folder = _folder(root, path)
    write_json(root / folder / "canonical.json", judged.plan)
    write_reports(root / folder, verdict, path.stem)
    return verdict, str(folder)


def gate_template(root: Path, path: Path, parameters: Path | None) -> tuple[Verdict, str]:
    """Judge a CloudFormation template by Checkov's own checks; policies of ours read plans, and have no part in it."""
    template = read_template(path, parameters)
    with Gate.start(root) as gate:
        judged, canary = gate.scan_templates([template, CANARY])
        verdict = of_template(template, judged, canary, gate.controls)
    folder = _folder(root, path)
    write_reports(root / folder, verdict, path.stem)
    return verdict, str(folder)


def _told(error: str, entries: Sequence[Mapping[str, str]]) -> bool:
    """Whether an error only says that a policy had no verdict on what is listed as not evaluated for it."""
    return any(
        entry["address"] in error and any(f" {check} " in error for check in entry["controls"].split(", "))
        for entry in entries
    )


def _kind(address: str) -> str:
    return split(address)[1].split(".")[0]


def _folder(root: Path, path: Path) -> Path:
    folder = FOLDER / path.stem
    (root / folder).mkdir(parents=True, exist_ok=True)
    return folder
