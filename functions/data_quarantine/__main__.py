"""
The processing job `judge`: from a set in quarantine to a verdict and, if it passes, minimized rows.

It runs without any network: the service brings the files and takes the results away.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from pathlib import Path
from typing import Any

from . import origin
from .anonymity import AnonymityError, minimized
from .findings import Finding, RefusedError
from .gate import Gate, Verdict
from .settings import Settings
from .writing import csv_of

logger = logging.getLogger("data_quarantine")

PROCESSING = "/opt/ml/processing"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--batch", required=True)
    parser.add_argument("--base", type=Path, default=Path(PROCESSING), help="the folder with input/ and output/")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(message)s")
    verdict = judge(given.batch, given.base / "input", given.base / "output")
    logger.info("%s: %s", verdict["decision"], json.dumps(verdict["reasons"]))


def judge(batch: str, given: Path, results: Path) -> dict[str, Any]:
    """Judge the set called *batch* below *given*; its verdict is written to *results* last, and returned."""
    [path] = (given / "settings").glob("*.json")
    settings = Settings.load(path.read_text())
    approved = sorted(each for each in (given / "baseline").rglob("*") if each.suffix in (".csv", ".parquet"))
    verdict: dict[str, Any] = {
        "batch": batch,
        "dataset": settings.dataset,
        "baseline": [_entry("key", f"baseline/{settings.dataset}/{each.name}", each) for each in approved],
        "sources": [],
        "measured": {},
        "files": [],
    }
    reasons: list[Finding] = []
    try:
        manifest = origin.Manifest.read(given / "batch", batch, settings.dataset, settings.origins)
        verdict["origin"] = manifest.origin
        verdict["sources"] = [{"key": each.key, "sha256": each.sha256} for each in manifest.sources]
        judged = _judged(settings, approved, given / "batch", manifest)
        verdict["measured"] = {name: round(value, 6) for name, value in sorted(judged.measured.items())}
        reasons = judged.findings or _write_rows(settings, judged, results, verdict)
    except RefusedError as error:
        reasons = error.findings
    verdict["decision"] = "refused" if reasons else "approved"
    verdict["reasons"] = [each.to_json() for each in reasons]
    results.mkdir(parents=True, exist_ok=True)
    (results / "verdict.json").write_text(json.dumps(verdict, indent=2, sort_keys=True) + "\n")
    return verdict


def _judged(settings: Settings, approved: list[Path], folder: Path, manifest: origin.Manifest) -> Verdict:
    gate = Gate(settings.contract, {each.name: each.read_bytes() for each in approved}, settings.limits)
    judged = gate.judge({each.name: (folder / each.name).read_bytes() for each in manifest.sources})
    wrong = [
        Finding("manifest", each.name, "it has another number of rows", len(judged.frames[each.name]), each.rows)
        for each in manifest.sources
        if each.name in judged.frames and len(judged.frames[each.name]) != each.rows
    ]
    return Verdict([*judged.findings, *wrong], judged.measured, judged.frames)


def _write_rows(settings: Settings, judged: Verdict, results: Path, verdict: dict[str, Any]) -> list[Finding]:
    """Write the minimized rows, a file for each source; what cannot be made anonymous is a reason to refuse."""
    import pandas as pd

    whole = pd.concat(judged.frames)
    try:
        left = minimized(whole, settings.contract, settings.rules)
    except AnonymityError as error:
        return [Finding("anonymity", "all columns", str(error))]
    verdict["anonymity"] = {"k": settings.rules.k, "steps": left.steps, "left_out": left.left_out}
    (results / "rows").mkdir(parents=True, exist_ok=True)
    for number, (_, rows) in enumerate(left.rows.groupby(level=0)):
        path = results / "rows" / f"part-{number}.csv"
        path.write_bytes(csv_of(rows))
        verdict["files"].append(_entry("name", f"rows/{path.name}", path) | {"rows": len(rows)})
    return []


def _entry(name: str, value: str, path: Path) -> dict[str, Any]:
    return {name: value, "sha256": origin.sha256(path)}


if __name__ == "__main__":
    main(sys.argv[1:])
