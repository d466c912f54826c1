"""
The step `check`: whether the data that training would read are byte for byte what was approved.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from . import pins
from .files import sha256, write_json


class NotApprovedError(Exception):
    """The data are not what was approved; the message says how they differ. Training must not begin."""


def check(base: Path, batch: str, pretrained: Sequence[str] = ()) -> None:
    """
    Compare `input/data` below *base* with the approval of *batch* in `input/approvals`, and `input/pretrained` with the pins in
    *pretrained*.

    Raises NotApprovedError with every file of the data that is missing, not approved, or another, and UnpinnedError.
    """
    artefacts = pins.verified(base / "input" / "pretrained", pins.pinned(pretrained))
    path = base / "input" / "approvals" / f"{batch}.json"
    if not path.is_file():
        raise NotApprovedError(f"there is no approval of {batch}")
    record = json.loads(path.read_text())
    if (record["batch"], record["decision"]) != (batch, "approved"):
        raise NotApprovedError(f"the record of {batch} approves nothing")
    approved = {each["key"].rpartition("/")[2]: each["sha256"] for each in record["approved"]}
    data = base / "input" / "data"
    there = {each.relative_to(data).as_posix(): sha256(each) for each in data.rglob("*") if each.is_file()}
    wrong = [
        *(f"{name} is approved and not there" for name in sorted(approved.keys() - there.keys())),
        *(f"{name} is there and not approved" for name in sorted(there.keys() - approved.keys())),
        *(
            f"{name} has the SHA-256 {there[name]}, and {approved[name]} was approved"
            for name in sorted(approved.keys() & there.keys())
            if there[name] != approved[name]
        ),
    ]
    if wrong or not there:
        raise NotApprovedError("; ".join(wrong) or f"the approval of {batch} is of no files")
    write_json(base / "output" / "check.json", {"batch": batch, "files": there, "pretrained": artefacts})
