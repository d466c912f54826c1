"""
What a gate run found: findings, waived findings, listed exceptions, and whatever kept it from judging.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from blueprints.waiver import Consent, Waiver


@dataclass(frozen=True, order=True)
class Finding:
    """One check that one resource fails."""

    check: str
    """Id of the check, such as `CKV_AWS_144` or `MR_S3_1`."""
    address: str
    title: str
    """What a good stack has: the title of the control, or of a check that is in none."""
    message: str
    """What is wrong with this one."""
    severity: str
    """`critical`, `high`, `medium`, `low`, or `unrated` for a check that is in no control."""
    fix: str
    """How to mend it, or where to read about it."""
    source: str
    """`file:line` that made the resource, or empty."""
    digest: str
    """What a waiver of this finding must hold: it changes when the setting changes."""
    control: str = ""
    """Id of the control that the check enforces, or empty."""
    frameworks: tuple[str, ...] = ()
    """What other frameworks call the control, such as `FSBP S3.1`."""

    def text(self) -> str:
        """
        The finding as one paragraph, digest included.
        """
        where = f" ({self.source})" if self.source else ""
        return f"{self.check} {self.address}{where}: {self.message} [digest {self.digest}]"


@dataclass(frozen=True)
class Waived:
    """A finding that a waiver, or a consent, accepts; and that waiver or consent."""

    finding: Finding
    waiver: Waiver | Consent
    days_left: int


@dataclass(frozen=True)
class Excepted:
    """A built-in check that cannot make sense here, and the resources it was left out for."""

    check: str
    reason: str
    addresses: list[str]


@dataclass(frozen=True)
class Verdict:
    """The outcome of one gate run."""

    findings: list[Finding]
    waived: list[Waived]
    exceptions: list[Excepted]
    not_evaluated: list[dict[str, str]]
    """
    `address`, `attribute` and `reference` of arguments whose value nobody can tell. In plans of others also `controls`: the
    checks that look at the argument, or `none`.
    """
    errors: list[str]
    """What kept the gate from a verdict it can stand by: faults of the plan, of policies, of waivers, of Checkov."""
    resources: int
    """How many resources were scanned."""
    passed_checks: int
    """How many verdicts were "passed"."""
    changes: list[str] = field(default_factory=list)
    """What the plan changes about data and its protection, in sentences, for better or worse."""
    checks: list[str] = field(default_factory=list)
    """Ids of the checks that gave a verdict on any resource."""
    seconds: float = field(default=0.0, compare=False)
    """How long the run took; in no report, so that reports are the same on a rerun."""

    @property
    def passed(self) -> bool:
        """
        Nothing found that is not waived, and nothing left unjudged.
        """
        needed = [entry for entry in self.not_evaluated if entry.get("controls") != "none"]
        return not (self.findings or self.errors or needed)

    def document(self) -> dict[str, Any]:
        """
        The verdict as JSON, in stable order and without time.
        """
        return {
            "passed": self.passed,
            "resources": self.resources,
            "passed_checks": self.passed_checks,
            "changes": self.changes,
            "checks": self.checks,
            "findings": [asdict(finding) for finding in self.findings],
            "waived": [_waived(entry) for entry in self.waived],
            "exceptions": [asdict(entry) for entry in self.exceptions],
            "not_evaluated": self.not_evaluated,
            "errors": self.errors,
        }


def _waived(entry: Waived) -> dict[str, Any]:
    return {
        "finding": asdict(entry.finding),
        "waiver": entry.waiver.model_dump(mode="json"),
        "days_left": entry.days_left,
    }
