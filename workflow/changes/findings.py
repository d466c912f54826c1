"""
What a plan takes away as findings of the gate, and the consents that go with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from typing import Any

from blueprints.waiver import Consent
from workflow.changes.compare import CHECKS, Difference, differences
from workflow.findings import Finding
from workflow.gate_controls import Controls


@dataclass(frozen=True)
class Changed:
    """What a plan changes about data and its protection, and what of it somebody consented to."""

    differences: Sequence[Difference]
    consents: Sequence[Consent] = ()

    @property
    def words(self) -> list[str]:
        """The changes as sentences, better ones too."""
        return [each.message for each in self.differences]


def findings(changed: Changed, controls: Controls, source_map: Mapping[str, Sequence[str]]) -> list[Finding]:
    """One finding for each resource that is lost, and one for each that is less protected, with everything about it."""
    groups: dict[tuple[str, str], list[Difference]] = {}
    for each in changed.differences:
        if each.check:
            groups.setdefault((each.check, each.address), []).append(each)
    return [
        Finding(
            check=check,
            address=address,
            title=rating.title,
            message="; ".join(each.message for each in found),
            severity=rating.severity,
            fix=rating.fix,
            source=next(iter(source_map.get(address, ())), ""),
            digest=_digest(check, address, found),
            control=rating.control,
            frameworks=rating.frameworks,
        )
        for (check, address), found in sorted(groups.items())
        for rating in [controls.rating(check)]
    ]


def _digest(check: str, address: str, found: Sequence[Difference]) -> str:
    about = dumps([check, address, sorted(each.about for each in found)])
    return sha256(about.encode()).hexdigest()[:32]


def sung() -> list[str]:
    """Why the comparison cannot be trusted: what it does not find in a plan that is known to take away."""
    found = {each.check for each in differences(_BAD, "canary")}
    return [
        f"canary: the comparison of before and after did not find {check}, so it cannot be trusted"
        for check in CHECKS
        if check not in found
    ]


def _change(kind: str, actions: list[str], before: dict[str, Any], after: dict[str, Any] | None) -> dict[str, Any]:
    change = {"actions": actions, "before": before, "after": after, "after_unknown": {}}
    return {"address": f"{kind}.canary", "type": kind, "mode": "managed", "change": change}


_BAD = {
    "resource_changes": [
        _change("aws_s3_bucket", ["delete"], {"bucket": "canary"}, None),
        _change("aws_cloudwatch_log_group", ["update"], {"retention_in_days": 365}, {"retention_in_days": 30}),
    ]
}
