"""
Differences between policies and graph as findings of the gate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workflow import waivers as waiving
from workflow.access.compare import NOT_DECLARED, NOT_GRANTED, Access, compare
from workflow.access.policies import Resources, kind
from workflow.canonical import Canonical
from workflow.findings import Finding
from workflow.gate_controls import Controls

CHECKS = (NOT_DECLARED, NOT_GRANTED)
MOST = 12  # differences that one finding tells
# Arguments that a policy or a grant stands in; a waiver is bound to those of its resource.
ARGUMENTS = (
    "assume_role_policy",
    "grantee_principal",
    "inline_policy",
    "managed_policy_arns",
    "operations",
    "permissions",
    "policy",
    "policy_arn",
    "principal",
)


@dataclass(frozen=True)
class Declaration:
    """What a plan is compared with: `dataflow.json` with every reference resolved, and the account it is for."""

    dataflow: Mapping[str, Any]
    account: str


def findings(
    access: Access,
    canonical: Canonical,
    controls: Controls,
    source_map: Mapping[str, Sequence[str]],
) -> list[Finding]:
    """One finding for each check and policy, with all its differences."""
    resources = canonical.resources
    connected = waiving.connections(canonical.plan)
    groups: dict[tuple[str, str], list[str]] = {}
    for each in access.differences:
        groups.setdefault((each.check, each.address), []).append(each.message)
    return [
        Finding(
            check=check,
            address=address,
            title=rating.title,
            message=_message(messages),
            severity=rating.severity,
            fix=rating.fix,
            source=next(iter(source_map.get(address, ())), ""),
            digest=waiving.digest(
                check,
                address,
                [name for name in ARGUMENTS if name in resources[address]],
                resources,
                connected.get(address, ()),
            ),
            control=rating.control,
            frameworks=rating.frameworks,
        )
        for (check, address), messages in sorted(groups.items())
        for rating in [controls.rating(check)]
    ]


def _message(messages: Sequence[str]) -> str:
    more = [f"and {len(messages) - MOST} more"] if len(messages) > MOST else []
    return "; ".join([*messages[:MOST], *more])


def sung(resources: Resources) -> list[str]:
    """Why the comparison cannot be trusted: what it does not find on the canary's *resources*, which are known to be bad."""
    bad = {at: values for at, values in resources.items() if kind(at) in ("aws_iam_role", "aws_iam_role_policy")}
    role = next(values for at, values in bad.items() if kind(at) == "aws_iam_role")
    statement = {"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": ["arn:aws:sqs:eu-central-1:1:none"]}
    process = {"name": "canary", "principal": role["arn"], "trust": [], "oversees": None, "statements": [statement]}
    graph: dict[str, Any] = {
        "stores": [],
        "processes": [process],
        "flows": [],
        "assets": [],
        "grants": [],
        "refusals": [],
        "trustees": [],
    }
    found = {each.check for each in compare(bad, graph, "111122223333").differences}
    return [
        f"canary: the comparison with the graph did not find {check}, so it cannot be trusted"
        for check in CHECKS
        if check not in found
    ]
