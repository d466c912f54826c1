"""
The gate: every check of Checkov's and every policy of ours on the canonical plan, failing closed.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Self

from blueprints.waiver import Waiver
from modules.errors import FindingsError, InputError
from workflow import waivers as waiving
from workflow.access.compare import Access
from workflow.access.findings import CHECKS, sung
from workflow.access.findings import findings as compared
from workflow.canonical import Canonical
from workflow.changes.compare import CHECKS as CHANGE_CHECKS
from workflow.changes.findings import Changed
from workflow.changes.findings import findings as lost
from workflow.changes.findings import sung as changes_sung
from workflow.checkov_process import CheckovProcess
from workflow.findings import Excepted, Finding, Verdict
from workflow.gate_controls import SHARED, CheckException, Controls, read_controls

SourceMap = Mapping[str, Sequence[str]]


class Gate:
    """A warm gate. Start it early, judge when the plan is there, close it (or use it as a context manager)."""

    def __init__(self, root: Path, checkov: CheckovProcess | None = None) -> None:
        self._controls = read_controls(root)
        self._checkov = checkov or CheckovProcess(root, root / "policies")
        self._vouched = False

    @property
    def controls(self) -> Controls:
        """
        What it judges by.
        """
        return self._controls

    @classmethod
    def start(cls, root: Path, checkov: CheckovProcess | None = None) -> Self:
        """
        Start the gate of the repository at `root`, and return while Checkov still loads; with *checkov* it loads already.
        """
        return cls(root, checkov)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """
        End Checkov.
        """
        self._checkov.close()

    def judge(
        self,
        canonical: Canonical,
        waivers: Sequence[Waiver],
        today: date,
        source_map: SourceMap | None = None,
        *,
        access: Access | None = None,
        changed: Changed | None = None,
    ) -> Verdict:
        """
        Judge one canonical plan. Raises when no verdict is possible; a verdict with errors does not pass.

        *access* is how its policies compare with the dataflow graph, *changed* what the plan takes away from what is
        there. Without them that is not judged: a plan that only removes protection before a destroy has resources that
        the graph no longer fits, and the stores that go are named by whoever destroys.
        """
        started = time.monotonic()
        if not self._vouched:
            self._vouch()
        if not canonical.resources and not canonical.deleted:
            raise InputError("the plan holds no resources, so there is nothing to judge; synthesize and plan again")
        judged, canary = self._checkov.scan([canonical.plan, self._controls.canary.plan()])
        errors = _reliable(judged, set(canonical.resources)) + _sung(canary, self._controls)
        errors += [f"{_place(entry)}: {entry['cause']}; plan again" for entry in canonical.contradictions]
        errors += sung(self._controls.canary.resources) if access else []
        errors += changes_sung() if changed else []
        found = self._findings(judged, canonical, source_map or {})
        if access:
            found = sorted([*found, *compared(access, canonical, self._controls, source_map or {})])
        else:
            waivers = [waiver for waiver in waivers if waiver.control not in CHECKS]
        found, exceptions = _excepted(found, self._controls.exceptions, canonical.resources)
        standing, waived, faults = waiving.apply(found, waivers, today)
        if changed:
            losses = lost(changed, self._controls, source_map or {})
            unmeant, meant, consent_faults = waiving.apply(losses, changed.consents, today)
            standing, waived, faults = sorted([*standing, *unmeant]), [*waived, *meant], faults + consent_faults
        verdicts = {check for check, _ in judged["passed"]} | {entry["check"] for entry in judged["failed"]}
        verdicts |= ({*CHECKS} if access else set()) | ({*CHANGE_CHECKS} if changed else set())
        return Verdict(
            findings=standing,
            waived=waived,
            exceptions=exceptions,
            not_evaluated=canonical.unresolved,
            errors=errors + faults,
            resources=len(judged["resources"]),
            passed_checks=len(judged["passed"]),
            changes=changed.words if changed else [],
            checks=sorted(verdicts),
            seconds=time.monotonic() - started,
        )

    def needed(self, pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
        """
        For each type of resource and argument, the ids of the checks that look at it.
        """
        return self._checkov.needed(pairs, SHARED)

    def scan_templates(self, templates: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """
        What Checkov's own checks say about CloudFormation templates.
        """
        return self._checkov.scan(templates, "templates")

    def _vouch(self) -> None:
        """
        Every policy of the manifest is loaded under its id, from its file, and nothing else is.
        """
        loaded = self._checkov.loaded()
        for fault in loaded["errors"]:
            raise FindingsError(f"Checkov could not load everything: {fault}")
        if loaded["version"] != self._controls.checkov:
            raise InputError(
                f"Checkov {loaded['version']} is installed, and requirements/checkov.txt locks {self._controls.checkov}; "
                "run `make setup`"
            )
        for check in loaded["collisions"]:
            raise FindingsError(
                f"policy {check} has the id of a check of Checkov's, which would run instead; rename it"
            )
        if loaded["graph_policies"]:
            raise FindingsError(f"policies are Python files; {loaded['graph_policies'][0]} is none")
        there = sorted((check, module) for check, module in loaded["policies"])
        listed = sorted((check, entry.file) for check, entry in self._controls.policies.items())
        if there != listed:
            wrong = sorted({*there} ^ {*listed} or {entry for entry in there if there.count(entry) > 1})
            raise FindingsError(
                f"loaded policies differ from controls/policies.yaml at {wrong[0][0]} ({wrong[0][1]}.py)"
            )
        for exception in self._controls.exceptions:
            if exception.check not in loaded["known"]:
                raise InputError(
                    f"controls/exceptions.yaml: Checkov {loaded['version']} has no check {exception.check}"
                )
        self._vouched = True

    def _findings(self, answer: Mapping[str, Any], canonical: Canonical, source_map: SourceMap) -> list[Finding]:
        connected = waiving.connections(canonical.plan)
        resources = {**canonical.resources}
        return sorted(
            {self._finding(entry, resources, connected, source_map) for entry in answer["failed"]},
        )

    def _finding(
        self,
        entry: Mapping[str, Any],
        resources: Mapping[str, Any],
        connected: Mapping[str, set[str]],
        source_map: SourceMap,
    ) -> Finding:
        check, address = entry["check"], entry["address"]
        rating = self._controls.rating(check, entry["title"], entry["guideline"])
        keys = [] if entry["graph"] else entry["keys"]
        known = address if address in resources else ""
        return Finding(
            check=check,
            address=address,
            title=rating.title,
            message="; ".join(entry["details"]) or entry["title"],
            severity=rating.severity,
            fix=rating.fix,
            source=next(iter(source_map.get(address, ())), ""),
            digest=waiving.digest(check, known, keys, {"": {}, **resources}, connected.get(address, ())),
            control=rating.control,
            frameworks=rating.frameworks,
        )


def _reliable(answer: Mapping[str, Any], expected: set[str]) -> list[str]:
    """
    What keeps a scan from being believed.
    """
    errors = list(answer["errors"])
    if answer["type"] != "terraform_plan":
        errors.append(f"Checkov gave a report of type {answer['type']}, not terraform_plan")
    errors += [f"Checkov could not parse {path}" for path in answer["parsing_errors"]]
    scanned = set(answer["resources"])
    errors += [f"{address}: planned and not scanned" for address in sorted(expected - scanned)]
    errors += [f"{address}: scanned and not planned" for address in sorted(scanned - expected)]
    errors += [f"{address}: Checkov skipped {check}" for check, address in answer["skipped"]]
    undecided = [entry for entry in answer["undecided"] if entry[0].startswith("MR_")]
    errors += [f"{address}: policy {check} gave no verdict" for check, address in undecided]
    return errors


def _sung(answer: Mapping[str, Any], controls: Controls) -> list[str]:
    """
    Where the canary, which is known to be bad, passed. Every policy of ours has to fail it somewhere.
    """
    failed = {(entry["check"], entry["address"]) for entry in answer["failed"]}
    expected = {(check, address) for address, checks in controls.canary.expected.items() for check in checks}
    silent = sorted({*controls.policies} - {check for check, _ in failed})
    errors = _reliable(answer, set(controls.canary.resources))
    errors = [f"canary: {error}" for error in errors]
    errors += [
        f"canary: {address} passed {check}, so that check cannot be trusted" for check, address in expected - failed
    ]
    return sorted(errors) + [
        f"canary: nothing failed policy {check}, so it cannot be trusted; controls/canary.yaml has to hold a resource that fails it"
        for check in silent
    ]


def _excepted(
    findings: Sequence[Finding], exceptions: Sequence[CheckException], resources: Mapping[str, Any]
) -> tuple[list[Finding], list[Excepted]]:
    """
    Take out what is listed as senseless here, and say where that was.
    """
    standing = list(findings)
    applied = []
    for exception in exceptions:
        covered = [
            finding
            for finding in standing
            if finding.check == exception.check
            and exception.covers(finding.address, resources.get(finding.address, {}))
        ]
        if covered:
            standing = [finding for finding in standing if finding not in covered]
            applied.append(Excepted(exception.check, exception.reason, [finding.address for finding in covered]))
    return standing, applied


def _place(entry: Mapping[str, str]) -> str:
    return f"{entry['address']}.{entry['attribute']}" if entry["attribute"] else entry["address"]
