"""
A waiver or consent written into a deployment file: bound to the finding the gate told, checked, and only then put in place.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from blueprints import BLUEPRINTS
from blueprints.exchange import DEPLOYMENTS
from blueprints.loading import ENVIRONMENTS, load_deployment
from blueprints.waiver import CHANGES, Consent, Waiver
from modules.errors import InputError
from modules.spelling import choice
from workflow.approvals.insertion import with_item
from workflow.waivers import LONGEST, fault
from workflow.workspace import Workspace, read_json, write_text


def findings_to_accept(workspace: Workspace) -> list[dict[str, Any]]:
    """The findings of the last run of the gate that nothing accepts; raises `InputError` when there are none."""
    path = workspace.folder / "findings.json"
    if not path.is_file():
        raise InputError(
            f"{workspace.relative(path)} is missing; run `make plan`, which judges, and then waive what it finds"
        )
    found: list[dict[str, Any]] = read_json(path)["findings"]
    if not found:
        raise InputError(f"the last plan of {workspace.deployment} ({workspace.target}) has no finding to accept")
    return found


def chosen(found: list[dict[str, Any]], control: str, resource: str) -> dict[str, Any]:
    """The finding of a check on a resource; raises `InputError` with what there is instead."""
    of_check = [each for each in found if each["check"] == control]
    if not of_check:
        raise InputError(f"the gate found no {control}{choice(control, sorted({each['check'] for each in found}))}")
    of_both = [each for each in of_check if each["address"] == resource]
    if not of_both:
        raise InputError(
            f"the gate did not find {control} on {resource}{choice(resource, [each['address'] for each in of_check])}"
        )
    return of_both[0]


def expiry(days: int, today: date) -> date:
    """Raises `InputError` for more days than an approval may hold."""
    if not 0 <= days <= LONGEST.days:
        raise InputError(f"{days} days are not from 0 to {LONGEST.days}, the longest that an approval holds")
    return today + timedelta(days=days)


def approve(workspace: Workspace, finding: Mapping[str, Any], words: Mapping[str, Any], today: date) -> tuple[str, str]:
    """
    Write the approval of *finding* into the deployment file; *words* are reason, owner, approver, ticket and expires.

    Returns the list it stands in and the file. Raises `InputError` for an approval that the gate would not take, or a file that
    would not be valid with it; then the file is as it was.
    """
    control = finding["check"]
    key, model = ("consents", Consent) if control.startswith(CHANGES) else ("waivers", Waiver)
    item = {"control": control, "resource": finding["address"], **words, "digest": finding["digest"]}
    try:
        approval = model.model_validate(item)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise InputError(f"this is no approval: {wrong}") from error
    if wrong := fault(approval, today):
        raise InputError(f"the gate would not take this approval: {wrong}")
    path = workspace.root / DEPLOYMENTS / f"{workspace.deployment}.yaml"
    loaded = load_deployment(workspace.root, workspace.deployment, BLUEPRINTS).deployment
    for there in loaded.approvals:
        if (there.control, there.resource) == (approval.control, approval.resource):
            raise InputError(
                f"{workspace.relative(path)} holds an approval of {control} on {approval.resource}; remove it first"
            )
    text = path.read_bytes().decode("utf-8-sig")
    changed = with_item(workspace.relative(path), text, key, item)
    _check(workspace, changed)
    write_text(path, changed)
    return key, workspace.relative(path)


def _check(workspace: Workspace, text: str) -> None:
    """The file is valid with the new text, alone and with its environment."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        (root / DEPLOYMENTS).mkdir()
        (root / ENVIRONMENTS).symlink_to(workspace.root / ENVIRONMENTS)
        (root / DEPLOYMENTS / f"{workspace.deployment}.yaml").write_text(text, encoding="utf-8", newline="")
        load_deployment(root, workspace.deployment, BLUEPRINTS)
