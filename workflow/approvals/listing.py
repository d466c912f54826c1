"""
Every waiver and consent of every deployment: how long it holds, what it hides, and whether it may be used at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from blueprints import BLUEPRINTS
from blueprints.loading import Loaded, load_deployments
from blueprints.waiver import Consent, Waiver
from workflow.waivers import fault, word
from workflow.workspace import Target, Workspace, read_json

TARGETS: tuple[Target, ...] = ("local", "aws")
NOT_JUDGED = "not judged yet; `make plan` says what it is about"


@dataclass(frozen=True)
class Row:
    """One waiver or consent."""

    deployment: str
    approval: Waiver | Consent
    days_left: int
    hides: str
    """The finding it accepts, as the gate last told it."""
    fault: str
    """Why the gate does not take it; empty when it does."""


def rows(root: Path, today: date) -> list[Row]:
    """In the order of deployments, the one that ends first before the others."""
    listed = [row for loaded in load_deployments(root, BLUEPRINTS) for row in _of(root, loaded, today)]
    return sorted(listed, key=lambda row: (row.deployment, row.days_left, row.approval.control, row.approval.resource))


def print_rows(listed: list[Row]) -> int:
    """Print them as a table; the exit code is 1 when one of them may not be used."""
    console = Console(highlight=False, soft_wrap=False, width=None if Console().is_terminal else 200)
    table = Table("deployment", "kind", "control", "resource", "days left", "owner, approver, ticket", "what it hides")
    for row in listed:
        approval = row.approval
        people = f"{approval.owner}, {approval.approver}, {approval.ticket}"
        hides = f"{row.hides} [NOT TAKEN: {row.fault}]" if row.fault else row.hides
        table.add_row(
            row.deployment,
            word(approval),
            approval.control,
            approval.resource,
            str(row.days_left),
            *(_escaped(text) for text in (people, hides)),
        )
    if listed:
        console.print(table)
    faulty = [row for row in listed if row.fault]
    console.print(f"{len(listed)} waivers and consents, {len(faulty)} that the gate does not take")
    return 1 if faulty else 0


def _of(root: Path, loaded: Loaded, today: date) -> list[Row]:
    deployment = loaded.deployment
    seen, told = known(root, deployment.name)
    found = []
    for approval in deployment.approvals:
        key = (approval.control, approval.resource)
        about = f"{word(approval)} of {approval.control} on {approval.resource}: "
        gates = next((each.removeprefix(about) for each in told if each.startswith(about)), "")
        left = (approval.expires - today).days
        hides = f"{approval.reason} ({seen[key]})" if key in seen else f"{approval.reason} ({NOT_JUDGED})"
        found.append(Row(deployment.name, approval, left, hides, fault(approval, today) or gates))
    return found


def known(root: Path, deployment: str) -> tuple[dict[tuple[str, str], str], list[str]]:
    """The findings that the last runs of the gate told of a deployment, by check and address, and its errors."""
    seen: dict[tuple[str, str], str] = {}
    errors: list[str] = []
    for target in TARGETS:
        path = Workspace(root, deployment, target).folder / "findings.json"
        if path.is_file():
            document = read_json(path)
            for finding in findings_of(document):
                seen[finding["check"], finding["address"]] = finding["message"]
            errors += document["errors"]
    return seen, errors


def findings_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    """All findings of a `findings.json`, accepted ones too."""
    return [*document["findings"], *(entry["finding"] for entry in document["waived"])]


def _escaped(text: str) -> str:
    return text.replace("[", "\\[")
